"""Whether anybody of the coalition could be funded: the same for every line-up."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.eligibility.conditions import ApplicantType, AssociatedOnly, Certainty, CountryScope, Region
from matcher.eligibility.facts import Applied, Origin, Party, Project
from matcher.eligibility.judging.reach import keeps_all_out, left_out
from matcher.eligibility.what_if import verdict_of
from store.vocabulary import ActorType, LegalType, PartnerRole, Verdict
from tests.matcher.eligibility.making import COORDINATOR, a_case, applied, lead, made, party, say_all

UNION, FIRM = ActorType.TRADE_UNION, ActorType.EMPLOYER
LAPLAND = applied(made(Region, regions=("FI1D7",)))
NO_UNIONS = applied(made(AssociatedOnly, actor_types=(UNION,)))
FIRMS = made(ApplicantType, legal_types=(LegalType.FOR_PROFIT,))
ELSEWHERE = party("a", nuts_region="FI1B1", legal_type=LegalType.FOR_PROFIT, role=None)
OF_ANOTHER_KIND = party("b", nuts_region="FI1D7", kind=UNION, role=None)


def test_members_that_fail_on_different_conditions_sink_the_call_together() -> None:
    case = a_case(ELSEWHERE, OF_ANOTHER_KIND, conditions=(LAPLAND, NO_UNIONS))
    assert left_out(case) == {"a", "b"}
    for roles in product((None, *PartnerRole), repeat=2):
        pair = zip(case.parties, roles, strict=True)
        found = verdict_of(case.with_line_up(tuple(replace(one, role=role) for one, role in pair)))
        assert (found.verdict, found.curable) == (Verdict.INELIGIBLE, False), roles
        say_all([found.reason])


def test_nobody_in_the_line_up_says_why() -> None:
    found = verdict_of(a_case(ELSEWHERE, OF_ANOTHER_KIND, conditions=(LAPLAND, NO_UNIONS)))
    assert found.reason.key == "one_coordinator.nobody"
    told = found.reason.values["reason"]
    assert told.values["first"].key == "region.no"  # type: ignore[union-attr]
    assert told.values["names"] == ("B",)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "other",
    [
        party("c", nuts_region="FI1D7", role=None),
        party("c", nuts_region="FI1D", role=None),
        party("c", role=None),
    ],
)
def test_one_of_whom_it_is_not_known_leaves_it_curable(other: Party) -> None:
    case = a_case(ELSEWHERE, OF_ANOTHER_KIND, other, conditions=(LAPLAND, NO_UNIONS))
    assert left_out(case) == {"a", "b"}
    assert verdict_of(case).curable


@pytest.mark.parametrize(
    ("condition", "out"),
    [
        (applied(FIRMS), {"b"}),
        (applied(FIRMS, Origin.OFFICER), {"b"}),
        (applied(FIRMS, Origin.TEXT), set()),
        (applied(FIRMS.model_copy(update={"certainty": Certainty.C})), set()),
        (applied(made(CountryScope, countries=("SE",))), set()),
    ],
)
def test_only_what_is_sure_leaves_out(condition: Applied, out: set[str]) -> None:
    assert left_out(a_case(ELSEWHERE, OF_ANOTHER_KIND, conditions=(condition,))) == out


def test_a_reading_that_disagrees_with_a_rule_leaves_nobody_out() -> None:
    everybody = applied(made(ApplicantType, any_organisation=True), Origin.TEXT)
    assert left_out(a_case(OF_ANOTHER_KIND, conditions=(applied(FIRMS), everybody))) == set()


def test_a_reading_is_in_doubt_when_it_shuts_out_whom_nothing_else_does() -> None:
    reading = applied(FIRMS, Origin.TEXT)
    case = a_case(ELSEWHERE, OF_ANOTHER_KIND, conditions=(LAPLAND, reading))
    assert keeps_all_out(reading, case)
    assert not keeps_all_out(LAPLAND, case)
    assert not keeps_all_out(reading, a_case(conditions=(reading,)))
    assert not keeps_all_out(applied(made(CountryScope, countries=("SE",))), case)


def test_whoever_could_apply_alone_with_the_plan_is_not_left_out() -> None:
    inside, outside = Project(regions=("FI1D7",)), Project(regions=("FI1B1",))
    assert left_out(a_case(ELSEWHERE, conditions=(LAPLAND,), project=inside)) == set()
    assert left_out(a_case(ELSEWHERE, conditions=(LAPLAND,), project=outside)) == {"a"}
    assert left_out(a_case(lead(nuts_region="FI1D7"), conditions=(LAPLAND,), project=outside)) == set()


REGIONS = (None, "FI1D7", "FI1B1", "FI1D")
MEMBER = st.builds(
    lambda key, region, kind, legal: party(key, nuts_region=region, kind=kind, legal_type=legal, role=None),
    st.sampled_from("abcdefgh"),
    st.sampled_from(REGIONS),
    st.sampled_from((FIRM, UNION, ActorType.HEI)),
    st.sampled_from((None, *LegalType)),
)
KINDS = st.sampled_from(((LegalType.PUBLIC,), (LegalType.FOR_PROFIT, LegalType.NON_PROFIT)))
ORIGIN = st.sampled_from((Origin.RULE, Origin.OFFICER, Origin.TEXT))
SURE = st.sampled_from((Certainty.A, Certainty.C))
ASKED = st.tuples(
    st.builds(
        lambda kinds, sure, by: applied(made(ApplicantType, sure, legal_types=kinds), by), KINDS, SURE, ORIGIN
    ),
    st.builds(
        lambda place, by: applied(made(Region, regions=(place,)), by), st.sampled_from(REGIONS[1:]), ORIGIN
    ),
    st.builds(
        lambda kind, by: applied(made(AssociatedOnly, actor_types=(kind,)), by),
        st.sampled_from((FIRM, UNION)),
        ORIGIN,
    ),
    st.builds(lambda kinds: applied(made(ApplicantType, legal_types=kinds), Origin.TEXT), KINDS),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(MEMBER, min_size=1, max_size=3, unique_by=lambda one: one.key), ASKED, st.integers(1, 15))
def test_no_line_up_sinks_where_another_does_not(
    members: Sequence[Party], asked: tuple[Applied, ...], chosen: int
) -> None:
    conditions = [each for place, each in enumerate(asked) if chosen >> place & 1]
    case = a_case(*members, conditions=conditions)
    roles = product((None, COORDINATOR, *list(PartnerRole)[1:]), repeat=len(members))
    line_ups = (
        tuple(replace(one, role=role) for one, role in zip(members, each, strict=True)) for each in roles
    )
    assert len({verdict_of(case.with_line_up(line_up)).curable for line_up in line_ups}) == 1
