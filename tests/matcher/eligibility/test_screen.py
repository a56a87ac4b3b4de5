"""Screening says what checking says, for any call."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.eligibility.conditions import (
    ApplicantType,
    ApplicationCount,
    AssociatedOnly,
    Certainty,
    ConditionBase,
    ConsortiumSize,
    CoordinatorAge,
    CountryCount,
    CountryScope,
    Deadline,
    Grant,
    Identifiers,
    Lead,
    Region,
)
from matcher.eligibility.facts import Applied, CallFacts, Evidence, Origin, Party
from matcher.eligibility.judge import check
from matcher.eligibility.rulebook import rulebook
from matcher.eligibility.screen import screen
from store.vocabulary import ActorType, Identifier, LegalType, PartnerRole, Programme, Verdict
from tests.matcher.eligibility.making import COORDINATOR, NOW, made, party

COALITION = (
    party("town", role=None, kind=ActorType.MUNICIPALITY, nuts_region="FI1D7", founded=date(2024, 3, 5)),
    party("firm", role=None, kind=ActorType.EMPLOYER, nuts_region="FI1D9", legal_type=LegalType.FOR_PROFIT),
    party("union", role=None, kind=ActorType.TRADE_UNION, role_wish=PartnerRole.ASSOCIATED_PARTNER),
    party(
        "college", "SE", None, founded=date(2024, 6, 1), identifiers={Identifier.PIC: True}, applications=6
    ),
)
DECIDED = tuple(
    party(
        each.key,
        each.country,
        COORDINATOR if each.key == "town" else PartnerRole.BENEFICIARY,
        kind=each.actor_type,
    )
    for each in COALITION
)
OWN: tuple[ConditionBase, ...] = (
    made(ApplicantType, legal_types=(LegalType.PUBLIC,)),
    made(ApplicantType, legal_types=(LegalType.FOR_PROFIT, LegalType.NON_PROFIT)),
    made(ApplicantType, actor_types=(ActorType.HEI,)),
    made(ApplicantType, Certainty.C, actor_types=(ActorType.HEI,)),
    made(AssociatedOnly, actor_types=(ActorType.MUNICIPALITY,)),
    made(CountryScope, countries=("FI",)),
    made(CountryScope, countries=("EE",)),
    made(ConsortiumSize, minimum=1),
    made(ConsortiumSize, minimum=3),
    made(ConsortiumSize, maximum=1),
    made(CountryCount, minimum=2),
    made(CountryCount, minimum=3),
    made(CoordinatorAge, minimum_years=2),
    made(CoordinatorAge),
    made(Lead, actor_types=(ActorType.EMPLOYER,)),
    made(Region, regions=("FI1D7",)),
    made(Region, regions=("FI1B1",)),
    made(Deadline, day=date(2026, 3, 2)),
    made(Deadline, day=date(2026, 1, 1)),
    made(Grant, maximum=5),
    made(Identifiers, needed=(Identifier.PIC,)),
    made(ApplicationCount, maximum=5),
)
BOOK = rulebook()


@st.composite
def calls(draw: st.DrawFn) -> CallFacts:
    """A call of any action, with conditions of its own."""
    rules = draw(st.sampled_from(BOOK.rule_sets))
    day = draw(st.sampled_from([None, *(date(2026, 3, 2) + timedelta(days=n) for n in (-9, 0, 3, 91, 200))]))
    own = draw(st.lists(st.tuples(st.sampled_from(OWN), st.sampled_from(list(Origin)[2:])), max_size=4))
    return CallFacts(
        key=str(draw(st.integers(0, 10**6))),
        programme=rules.programme,
        identifier=rules.action,
        action=rules.action,
        closes_at=None if day is None else datetime(day.year, day.month, day.day, 16, tzinfo=UTC),
        cut_off=day,
        continuous=draw(st.sampled_from([None, True])),
        nuts_regions=draw(st.sampled_from([None, ("FI1D7",), ("FI1D9", "FI1D7"), ("FI1B1",)])),
        own=tuple(
            Applied(condition.model_copy(), origin, Evidence(quote="words")) for condition, origin in own
        ),
    )


def checked(call: CallFacts, parties: Sequence[Party]) -> tuple[object, ...]:
    """What checking says, as far as screening does."""
    found = check(call, parties, BOOK, NOW)
    return found.verdict, found.curable, found.reason, found.cures


@settings(max_examples=120, deadline=None)
@given(
    st.lists(calls(), min_size=1, max_size=6, unique_by=lambda call: call.key),
    st.sampled_from([COALITION, DECIDED, ()]),
)
def test_screening_is_checking(drawn: list[CallFacts], parties: tuple[Party, ...]) -> None:
    found = screen(drawn, parties, BOOK, NOW)
    assert list(found) == [call.key for call in drawn]
    for call in drawn:
        each = found[call.key]
        assert (each.verdict, each.curable, each.reason, each.cures) == checked(call, parties)


KA220 = CallFacts("1", Programme.ERASMUS_PLUS, "KA220-ADU", cut_off=date(2026, 3, 5))


def test_no_calls_no_verdicts() -> None:
    assert screen([], COALITION, BOOK, NOW) == {}


@pytest.mark.parametrize(
    "cut_offs", [(date(2026, 3, 4), date(2026, 3, 5)), (date(2026, 3, 5), date(2026, 3, 4))]
)
def test_calls_that_differ_in_one_day_only_are_told_apart(cut_offs: tuple[date, date]) -> None:
    """The town is two years old on 5 March."""
    members = (
        COALITION[0],
        party("b", "SE", None, founded=date(2026, 1, 1)),
        party("c", "EE", None, founded=date(2026, 1, 1)),
    )
    made_calls = [
        CallFacts(
            str(day),
            Programme.ERASMUS_PLUS,
            "KA220-ADU",
            closes_at=datetime(2026, day.month, day.day, 11, tzinfo=UTC),
            cut_off=day,
        )
        for day in cut_offs
    ]
    found = screen(made_calls, members, BOOK, NOW)
    assert {key: each.verdict for key, each in found.items()} == {
        "2026-03-04": Verdict.INELIGIBLE,
        "2026-03-05": Verdict.ELIGIBLE,
    }


def test_conditions_are_told_apart_by_value_and_by_who_confirmed_them() -> None:
    size = made(ConsortiumSize, minimum=9)
    countries = (made(CountryCount, minimum=1), Origin.OFFICER)

    def call(key: str, *own: tuple[ConditionBase, Origin]) -> CallFacts:
        applied = tuple(Applied(condition, origin) for condition, origin in own)
        return CallFacts(
            key,
            Programme.ERASMUS_PLUS,
            "KA220-ADU",
            closes_at=datetime(2026, 3, 5, 11, tzinfo=UTC),
            cut_off=date(2026, 3, 5),
            own=applied,
        )

    found = screen(
        [
            call("read", (size, Origin.TEXT), countries),
            call("confirmed", (size, Origin.OFFICER), countries),
            call("other", (made(ConsortiumSize, minimum=1), Origin.OFFICER), countries),
            call("same", (made(ConsortiumSize, minimum=1, note="elsewhere"), Origin.LEAD), countries),
        ],
        COALITION,
        BOOK,
        NOW,
    )
    assert found["confirmed"].reason.key == "consortium_size.few"
    assert found["read"] != found["other"]
    assert found["other"] == found["same"]
