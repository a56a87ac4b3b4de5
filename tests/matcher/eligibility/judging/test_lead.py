"""Who leads, and whether it is old enough, to the day."""

from datetime import UTC, date, datetime

import pytest

from matcher.eligibility.conditions import CoordinatorAge, CountryGroup, Lead, Trait
from matcher.eligibility.judging.lead import ONE_COORDINATOR, established
from store.vocabulary import ActorType, LegalType
from tests.matcher.eligibility.making import (
    ASSOCIATED,
    COORDINATOR,
    NO,
    UNKNOWN,
    YES,
    a_call,
    judged,
    lead,
    made,
    party,
    stands,
)

TWO_YEARS = made(CoordinatorAge, minimum_years=2)
CUT_OFF = a_call(cut_off=date(2026, 3, 5))


def test_one_coordinator_is_one() -> None:
    one = judged(ONE_COORDINATOR.condition, lead(), party())
    assert (one.answer, one.reason.key, one.reason.values) == (YES, "one_coordinator.yes", {"name": "LEAD"})
    none = judged(ONE_COORDINATOR.condition, party(), party("b", role=ASSOCIATED))
    assert (none.answer, none.reason.key, none.curable, none.parties) == (
        NO,
        "one_coordinator.none",
        True,
        (),
    )
    two = judged(ONE_COORDINATOR.condition, lead("x"), lead("y"))
    assert (two.answer, two.reason.key, two.curable) == (NO, "one_coordinator.several", True)
    assert (two.reason.values, two.parties) == ({"names": ("X", "Y")}, ("x", "y"))
    for found in (none, two):
        assert found.cure is not None
        assert (found.cure.message.key, found.cure.count, found.cure.role) == (
            "cure.one_coordinator",
            0,
            COORDINATOR,
        )


@pytest.mark.parametrize(
    ("founded", "day", "years", "old_enough"),
    [
        (date(2024, 3, 5), date(2026, 3, 5), 2, True),
        (date(2024, 3, 6), date(2026, 3, 5), 2, False),
        (date(2024, 3, 4), date(2026, 3, 5), 2, True),
        (date(2024, 4, 1), date(2026, 3, 5), 2, False),
        (date(2024, 2, 20), date(2026, 3, 5), 2, True),
        (date(2024, 2, 29), date(2026, 2, 28), 2, True),
        (date(2024, 2, 29), date(2026, 2, 27), 2, False),
        (date(2024, 2, 29), date(2028, 2, 28), 4, False),
        (date(2024, 2, 29), date(2028, 2, 29), 4, True),
        (date(1896, 2, 29), date(1900, 2, 28), 4, True),
        (date(1996, 2, 29), date(2000, 2, 28), 4, False),
        (date(2024, 3, 29), date(2026, 3, 28), 2, False),
        (date(2024, 2, 28), date(2026, 2, 27), 2, False),
        (date(2026, 3, 5), date(2026, 3, 5), 0, True),
    ],
)
def test_full_years_to_the_day(founded: date, day: date, years: int, old_enough: bool) -> None:
    assert established(founded, years, day) is old_enough


def test_the_lead_is_two_years_old_at_the_cut_off() -> None:
    yes = stands(TWO_YEARS, lead(founded=date(2024, 3, 5)), call=CUT_OFF)
    no = stands(TWO_YEARS, lead(founded=date(2024, 3, 6)), call=CUT_OFF)
    assert (yes.answer, yes.reason.key, yes.question) == (YES, "coordinator_age.yes", None)
    assert yes.reason.values == {"name": "LEAD", "founded": "2024-03-05", "count": 2}
    assert (no.answer, no.reason.key, no.question) == (NO, "coordinator_age.no", None)
    assert no.reason.values == {"name": "LEAD", "founded": "2024-03-06", "count": 2}


def test_an_unknown_age_is_asked() -> None:
    found = stands(TWO_YEARS, lead(), call=CUT_OFF)
    assert (found.answer, found.reason.key) == (UNKNOWN, "coordinator_age.founded_missing")
    assert found.reason.values == {"name": "LEAD", "count": 2}
    assert found.question is not None
    assert (found.question.fact, found.question.party) == ("member.founded", "lead")


def test_without_a_cut_off_only_the_old_are_sure() -> None:
    noon = datetime(2026, 3, 5, 12, tzinfo=UTC)
    assert stands(TWO_YEARS, lead(founded=date(2024, 3, 5)), now=noon).answer is YES
    found = stands(TWO_YEARS, lead(founded=date(2024, 3, 6)), now=noon)
    assert (found.answer, found.reason.key) == (UNKNOWN, "coordinator_age.cut_off_missing")
    assert found.reason.values == {"name": "LEAD", "founded": "2024-03-06", "count": 2}
    assert found.question is not None
    assert found.question.fact == "call.coordinator_age"


def test_an_age_that_nobody_gives_asks_the_call() -> None:
    found = stands(made(CoordinatorAge), lead(founded=date(2000, 1, 1)), call=CUT_OFF)
    assert (found.answer, found.reason.key) == (UNKNOWN, "coordinator_age.not_told")
    assert found.question is not None
    assert found.question.fact == "call.coordinator_age"


def test_only_the_coordinators_age_counts() -> None:
    young = date(2025, 1, 1)
    assert judged(TWO_YEARS, lead(founded=date(2000, 1, 1)), party(founded=young), call=CUT_OFF).answer is YES
    found = judged(TWO_YEARS, lead(founded=young), party(founded=date(2000, 1, 1)), call=CUT_OFF)
    assert (found.answer, found.curable, found.parties) == (NO, True, ("lead",))
    assert found.cure is not None
    assert (found.cure.message.key, found.cure.message.values) == ("cure.coordinator_age", {"count": 2})
    assert (found.cure.role, found.cure.count) == (COORDINATOR, 1)


def test_two_cut_offs_are_not_mistaken_for_each_other() -> None:
    one = lead(founded=date(2024, 3, 6))
    assert stands(TWO_YEARS, one, call=CUT_OFF).answer is NO
    assert stands(TWO_YEARS, one, call=a_call(cut_off=date(2026, 3, 6))).answer is YES


def test_an_empty_rule_restricts_nobody() -> None:
    found = stands(made(Lead), lead(country="US"))
    assert (found.answer, found.reason.key, found.reason.values) == (YES, "lead.yes", {"name": "LEAD"})


@pytest.mark.parametrize(
    ("rule", "facts", "answer", "key", "fact"),
    [
        ({"actor_types": (ActorType.HEI,)}, {}, NO, "lead.kind", None),
        ({"actor_types": (ActorType.VET_PROVIDER,)}, {}, YES, "lead.yes", None),
        ({"legal_types": (LegalType.PUBLIC,)}, {"legal_type": LegalType.PUBLIC}, YES, "lead.yes", None),
        ({"legal_types": (LegalType.PUBLIC,)}, {"legal_type": LegalType.NON_PROFIT}, NO, "lead.kind", None),
        ({"legal_types": (LegalType.PUBLIC,)}, {}, UNKNOWN, "legal_type.missing", "member.legal_type"),
        (
            {"excluded_legal_types": (LegalType.FOR_PROFIT,)},
            {"legal_type": LegalType.FOR_PROFIT},
            NO,
            "lead.kind",
            None,
        ),
        (
            {"excluded_legal_types": (LegalType.FOR_PROFIT,)},
            {"legal_type": LegalType.PUBLIC},
            YES,
            "lead.yes",
            None,
        ),
        (
            {"excluded_legal_types": (LegalType.FOR_PROFIT,)},
            {},
            UNKNOWN,
            "legal_type.missing",
            "member.legal_type",
        ),
        ({"groups": (CountryGroup.EU,)}, {"country": "NO"}, NO, "lead.country", None),
        ({"groups": (CountryGroup.EU,)}, {}, YES, "lead.yes", None),
        (
            {"groups": (CountryGroup.ERASMUS_ASSOCIATED,)},
            {"country": "TR"},
            UNKNOWN,
            "country.unknown",
            "call.lead",
        ),
        ({"countries": ("EE",)}, {}, NO, "lead.country", None),
        ({"traits": (Trait.CONSORTIUM_EXPERIENCE,)}, {"consortium_experience": True}, YES, "lead.yes", None),
        (
            {"traits": (Trait.CONSORTIUM_EXPERIENCE,)},
            {"consortium_experience": False},
            NO,
            "lead.consortium_experience.no",
            None,
        ),
        (
            {"traits": (Trait.CONSORTIUM_EXPERIENCE,)},
            {},
            UNKNOWN,
            "lead.consortium_experience.unknown",
            "member.consortium_experience",
        ),
        (
            {"traits": (Trait.POTENTIAL_CO_FUNDER,)},
            {"may_co_fund": False},
            NO,
            "lead.potential_co_funder.no",
            None,
        ),
        (
            {"traits": (Trait.POTENTIAL_CO_FUNDER,)},
            {},
            UNKNOWN,
            "lead.potential_co_funder.unknown",
            "member.may_co_fund",
        ),
    ],
)
def test_each_thing_a_lead_has_to_be(
    rule: dict[str, object], facts: dict[str, object], answer: object, key: str, fact: str | None
) -> None:
    found = stands(made(Lead, **rule), lead(**facts))  # type: ignore[arg-type]
    assert (found.answer, found.reason.key) == (answer, key)
    assert (found.question.fact if found.question else None) == fact
    named = {"country": facts.get("country", "FI")} if "country" in key else {}
    assert found.reason.values == {"name": "LEAD"} | named


def test_a_no_is_told_before_a_question() -> None:
    rule = made(
        Lead, legal_types=(LegalType.PUBLIC,), traits=(Trait.CONSORTIUM_EXPERIENCE,), countries=("FI",)
    )
    assert stands(rule, lead(consortium_experience=False)).reason.key == "lead.consortium_experience.no"
    assert stands(rule, lead(country="SE")).reason.key == "lead.country"
    assert stands(rule, lead()).reason.key == "legal_type.missing"
    both = made(Lead, traits=(Trait.CONSORTIUM_EXPERIENCE, Trait.POTENTIAL_CO_FUNDER))
    assert stands(both, lead(may_co_fund=False)).answer is NO
    assert stands(both, lead(consortium_experience=True)).reason.key == "lead.potential_co_funder.unknown"


def test_who_is_looked_for_as_lead() -> None:
    other = lead(kind=ActorType.EMPLOYER, legal_type=LegalType.FOR_PROFIT, country="US")
    kinds = judged(made(Lead, actor_types=(ActorType.HEI,), legal_types=(LegalType.PUBLIC,)), other).cure
    legal = judged(made(Lead, legal_types=(LegalType.PUBLIC,)), other).cure
    place = judged(made(Lead, countries=("EE",)), other).cure
    assert kinds is not None
    assert legal is not None
    assert place is not None
    assert [cure.message.key for cure in (kinds, legal, place)] == [
        "cure.lead.actors",
        "cure.lead.legal_types",
        "cure.lead.other",
    ]
    assert (kinds.actor_types, kinds.legal_types) == ((ActorType.HEI,), (LegalType.PUBLIC,))
    assert kinds.message.values == {"actors": (ActorType.HEI,), "legal_types": (LegalType.PUBLIC,)}
    assert {cure.role for cure in (kinds, legal, place)} == {COORDINATOR}
    assert {cure.count for cure in (kinds, legal, place)} == {1}


def test_without_a_lead_whoever_could_be_counts() -> None:
    rule = made(Lead, actor_types=(ActorType.HEI,))
    assert judged(rule, party(), party("b", kind=ActorType.HEI)).answer is YES
    assert judged(rule, party(), party("b")).answer is NO


def test_traits_of_a_partner_thought_of_are_as_needed() -> None:
    rule = made(Lead, traits=(Trait.CONSORTIUM_EXPERIENCE,))
    assert stands(rule, lead(assumed=True)).reason.key == "lead.yes"
    assert stands(rule, lead(assumed=True, consortium_experience=False)).answer is NO
