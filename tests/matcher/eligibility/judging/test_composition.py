"""Numbers, countries and kinds: exact, and of applicants only."""

import pytest

from matcher.eligibility.conditions import (
    ActorNeed,
    ActorTypes,
    ConsortiumSize,
    CountryCount,
    CountryGroup,
    CountryScope,
    Trait,
)
from matcher.eligibility.facts import Party
from store.vocabulary import ActorType
from tests.matcher.eligibility.making import (
    AFFILIATED,
    ASSOCIATED,
    BENEFICIARY,
    NO,
    SUBCONTRACTOR,
    UNKNOWN,
    YES,
    applied,
    judged,
    lead,
    made,
    party,
)

VET, EMPLOYER, UNION = ActorType.VET_PROVIDER, ActorType.EMPLOYER, ActorType.TRADE_UNION
BESIDE = (
    party("w", "LV", AFFILIATED),
    party("x", "SE", ASSOCIATED),
    party("y", "EE", SUBCONTRACTOR),
    party("z", "DE", None),
)
"""Members that never count: affiliated, associated, subcontracted, not taking part."""


def funded(number: int) -> tuple[Party, ...]:
    """A lead and beneficiaries."""
    return (lead(), *(party(str(place)) for place in range(1, number)))


@pytest.mark.parametrize(
    ("number", "answer", "key", "values"),
    [
        (1, NO, "consortium_size.few", {"count": 1, "minimum": 2}),
        (2, YES, "consortium_size.yes", {"count": 2}),
        (4, YES, "consortium_size.yes", {"count": 4}),
        (5, NO, "consortium_size.many", {"count": 5, "maximum": 4}),
    ],
)
def test_size_at_its_edges(number: int, answer: object, key: str, values: object) -> None:
    found = judged(made(ConsortiumSize, minimum=2, maximum=4), *funded(number), *BESIDE)
    assert (found.answer, found.reason.key, found.reason.values) == (answer, key, values)
    assert found.curable
    assert found.question is None


def test_what_cures_a_size() -> None:
    few = judged(made(ConsortiumSize, minimum=5), *funded(2)).cure
    many = judged(made(ConsortiumSize, maximum=1), *funded(2)).cure
    assert few is not None
    assert many is not None
    assert (few.message.key, few.message.values, few.count, few.countries, few.role) == (
        "cure.partners",
        {"count": 3},
        3,
        0,
        BENEFICIARY,
    )
    assert (many.message.key, many.message.values, many.count) == ("cure.fewer", {"count": 1}, 0)


@pytest.mark.parametrize("bounds", [{"minimum": 1}, {"maximum": 1}, {"minimum": 0}, {"maximum": 9}])
def test_one_bound_is_enough(bounds: dict[str, int]) -> None:
    assert judged(made(ConsortiumSize, **bounds), lead()).answer is YES


def test_a_maximum_of_none_at_all() -> None:
    assert judged(made(ConsortiumSize, maximum=0), lead()).answer is NO


@pytest.mark.parametrize(
    ("condition", "kind"),
    [
        (made(ConsortiumSize), "consortium_size"),
        (made(CountryCount), "country_count"),
        (made(ActorTypes), "actor_types"),
    ],
)
def test_a_value_that_nobody_gives_asks(condition: object, kind: str) -> None:
    found = judged(condition, *funded(3))  # type: ignore[arg-type]
    assert (found.answer, found.reason.key, found.curable) == (UNKNOWN, f"{kind}.not_told", True)
    assert found.question is not None
    assert (found.question.fact, found.question.message.key) == (f"call.{kind}", f"ask.call.{kind}")


@pytest.mark.parametrize(("minimum", "answer"), [(1, YES), (2, YES), (3, NO)])
def test_countries_are_counted_once(minimum: int, answer: object) -> None:
    line_up = (lead(), party("b", "FI"), party("c", "EE"), *BESIDE)
    found = judged(made(CountryCount, minimum=minimum), *line_up)
    assert found.answer is answer
    assert found.reason.key == ("country_count.few" if answer is NO else "country_count.yes")
    assert found.reason.values == {"count": 2, "countries": ("EE", "FI"), "minimum": minimum}


def test_what_cures_a_number_of_countries() -> None:
    found = judged(made(CountryCount, minimum=4), lead(), party("b", "EE"), *BESIDE).cure
    assert found is not None
    assert (found.message.key, found.message.values) == ("cure.countries", {"count": 2, "nth": 3})
    assert (found.count, found.countries, found.not_from, found.actor_types) == (2, 2, ("EE", "FI"), ())


def needs(*wanted: ActorNeed) -> ActorTypes:
    """A condition for kinds."""
    return made(ActorTypes, needs=wanted)


@pytest.mark.parametrize(
    ("kinds", "answer"),
    [((VET, EMPLOYER), YES), ((VET, VET), YES), ((VET,), NO), ((UNION, UNION), NO), ((), NO)],
)
def test_two_of_either_kind(kinds: tuple[ActorType, ...], answer: object) -> None:
    line_up = [party(str(place), kind=kind) for place, kind in enumerate(kinds)]
    beside = party("x", kind=VET, role=ASSOCIATED)
    found = judged(needs(ActorNeed(any_of=(VET, EMPLOYER), minimum=2)), lead(kind=UNION), *line_up, beside)
    assert found.answer is answer
    assert found.reason.key == ("actor_types.yes" if answer is YES else "actor_types.kinds.no")
    if found.cure:
        lacking = 2 - sum(kind in (VET, EMPLOYER) for kind in kinds)
        assert found.reason.values == {"count": lacking, "actors": (VET, EMPLOYER)}
        assert (found.cure.message.key, found.cure.message.values) == (
            "cure.kinds",
            {"count": lacking, "actors": (VET, EMPLOYER)},
        )
        assert (found.cure.count, found.cure.actor_types, found.cure.in_countries) == (
            lacking,
            (VET, EMPLOYER),
            (),
        )
        assert (found.cure.trait, found.cure.role, found.cure.countries) == (None, BENEFICIARY, 0)


def test_an_associated_partner_counts_where_the_need_says_so() -> None:
    need = ActorNeed(any_of=(EMPLOYER,), may_be_associated=True)
    assert judged(needs(need), lead(), party("b", kind=EMPLOYER, role=ASSOCIATED)).answer is YES
    assert judged(needs(need), lead(), party("b", kind=EMPLOYER, role=SUBCONTRACTOR)).answer is NO
    assert judged(needs(need), lead(kind=EMPLOYER)).answer is YES


def test_the_first_need_that_fails_is_told() -> None:
    both = needs(ActorNeed(any_of=(VET,)), ActorNeed(any_of=(EMPLOYER,)), ActorNeed(any_of=(UNION,)))
    found = judged(both, lead())
    assert (found.answer, found.reason.values["actors"]) == (NO, (EMPLOYER,))
    assert judged(both, lead(), party("b", kind=EMPLOYER), party("c", kind=UNION)).answer is YES


def test_no_needs_are_met() -> None:
    assert judged(needs(), lead()).answer is YES


def test_in_every_country_of_the_line_up() -> None:
    need = needs(ActorNeed(any_of=(VET,), per_country=True))
    home, abroad = lead(), party("b", "SE", kind=EMPLOYER)
    assert judged(need, home).answer is YES
    assert judged(need, home, party("c", "SE")).answer is YES
    assert judged(need, home, abroad, party("c", "SE", ASSOCIATED)).answer is NO
    assert judged(need, home, party("c", "EE", ASSOCIATED, kind=EMPLOYER)).answer is YES
    found = judged(need, home, abroad, party("c", "EE", kind=UNION))
    values = {"count": 1, "actors": (VET,), "countries": ("EE", "SE")}
    assert (found.answer, found.reason.key, found.reason.values) == (NO, "actor_types.kinds.no_in", values)
    assert found.cure is not None
    assert (found.cure.message.key, found.cure.message.values) == ("cure.kinds.in", values)
    assert (found.cure.count, found.cure.in_countries, found.cure.actor_types) == (1, ("EE", "SE"), (VET,))
    assert judged(need, party("c", role=ASSOCIATED)).answer is YES


TRAIT = ActorNeed(trait=Trait.POTENTIAL_CO_FUNDER, may_be_associated=True)


def test_a_trait_is_had_lacked_or_asked() -> None:
    yes = judged(needs(TRAIT), lead(may_co_fund=False), party("b", may_co_fund=True, role=ASSOCIATED))
    no = judged(needs(TRAIT), lead(may_co_fund=False))
    asked = judged(needs(TRAIT), lead(may_co_fund=False), party("b"))
    assert (yes.answer, yes.reason.key, yes.parties) == (YES, "actor_types.yes", ())
    assert (no.answer, no.reason.key) == (NO, "actor_types.potential_co_funder.no")
    assert no.cure is not None
    assert (no.cure.message.key, no.cure.trait) == ("cure.potential_co_funder", Trait.POTENTIAL_CO_FUNDER)
    assert (asked.answer, asked.reason.key, asked.parties) == (
        UNKNOWN,
        "actor_types.potential_co_funder.unknown",
        ("b",),
    )
    assert asked.reason.values == {"count": 1, "actors": ()}
    assert asked.question is not None
    assert (asked.question.fact, asked.question.party) == ("member.may_co_fund", "b")


@pytest.mark.parametrize(
    ("kinds", "asked"),
    [
        ((VET, ActorType.MUNICIPALITY, ActorType.REGIONAL_COUNCIL), "2"),
        ((VET, ActorType.MUNICIPALITY, ActorType.EMPLOYMENT_AUTHORITY), "2"),
        ((VET, ActorType.MUNICIPALITY), "1"),
        ((VET, EMPLOYER), "0"),
    ],
)
def test_the_likeliest_co_funder_is_asked(kinds: tuple[ActorType, ...], asked: str) -> None:
    line_up = [party(str(place), kind=kind) for place, kind in enumerate(kinds)]
    found = judged(needs(TRAIT), *line_up)
    assert found.question is not None
    assert found.question.party == asked


def test_too_few_who_might_have_the_trait_fail() -> None:
    two = ActorNeed(trait=Trait.CONSORTIUM_EXPERIENCE, minimum=2)
    assert judged(needs(two), lead(), party("b")).answer is UNKNOWN
    assert judged(needs(two), lead(consortium_experience=True), party("b")).answer is UNKNOWN
    found = judged(needs(two), lead(), party("b", consortium_experience=False))
    assert (found.answer, found.reason.key) == (NO, "actor_types.consortium_experience.no")
    assert found.cure is not None
    assert (found.cure.message.key, found.cure.count) == ("cure.consortium_experience", 2)


def test_a_trait_in_every_country() -> None:
    need = ActorNeed(trait=Trait.CONSORTIUM_EXPERIENCE, per_country=True)
    home = lead(consortium_experience=True)
    asked = judged(needs(need), home, party("b", "SE"))
    assert (asked.answer, asked.reason.key) == (UNKNOWN, "actor_types.consortium_experience.unknown")
    assert asked.question is not None
    assert asked.question.party == "b"
    failed = judged(needs(need), home, party("b", "SE", consortium_experience=False))
    assert (failed.answer, failed.reason.key) == (NO, "actor_types.consortium_experience.no_in")
    assert failed.cure is not None
    assert failed.cure.message.key == "cure.consortium_experience.in"
    co_funder = ActorNeed(trait=Trait.POTENTIAL_CO_FUNDER, per_country=True)
    assert judged(needs(co_funder), home, party("b", "SE", may_co_fund=False)).answer is NO


def test_a_kind_with_a_trait() -> None:
    need = ActorNeed(any_of=(EMPLOYER,), trait=Trait.CONSORTIUM_EXPERIENCE)
    assert judged(needs(need), lead(consortium_experience=True)).answer is NO
    assert judged(needs(need), lead(kind=EMPLOYER, consortium_experience=True)).answer is YES
    assert judged(needs(need), lead(kind=EMPLOYER, assumed=True)).answer is YES


def test_a_country_that_may_count_is_told_as_such() -> None:
    scope = made(CountryScope, groups=(CountryGroup.EU, CountryGroup.ERASMUS_ASSOCIATED))
    three = made(CountryCount, minimum=3)
    conditions = (applied(scope), applied(three))
    for role in (BENEFICIARY, None):
        found = judged(three, lead(), party("b", "NO", role), conditions=conditions)
        assert (found.answer, found.reason.key) == (NO, "country_count.few_perhaps")
        assert found.reason.values == {"count": 1, "countries": ("FI",), "perhaps": ("NO",), "minimum": 3}
    beside = party("b", "NO", ASSOCIATED, role_wish=ASSOCIATED)
    assert judged(three, lead(), beside, conditions=conditions).reason.key == "country_count.few"
    shut = made(CountryScope, groups=(CountryGroup.ERASMUS_ASSOCIATED,), excluded=("TR",))
    turkey = judged(three, lead(), party("b", "TR"), conditions=(applied(shut), applied(three)))
    assert turkey.reason.key == "country_count.few_perhaps"
    assert turkey.reason.values["perhaps"] == ("FI",)
