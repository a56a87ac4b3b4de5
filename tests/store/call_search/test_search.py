"""Finding calls: filters of several values with honest counts, order, and news from the database."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from store import clock, queries
from store.call_conditions import decide, replace_readings, withdraw_decision
from store.call_search.search import Found, known_values, search, warm
from store.call_search.wanted import (
    AmountRange,
    ApplicantUnknown,
    CallFilter,
    GrantRange,
    Sort,
    Standing,
    Within,
)
from store.importer import save_call
from store.models import CallDecisionCreate, CallReadingCreate
from store.vocabulary import ActorType, DecisionState, Programme
from tests import builders


def put(session: Session, name: str, **facts: Any) -> int:
    """A stored call of that identifier; its id."""
    call = save_call(session, builders.call(external_id=name, identifier=name, **facts)).call
    assert call.id is not None
    return call.id


def names(session: Session, found: Found) -> list[str]:
    return [call.identifier for call in queries.calls_by_id(session, found.ids)]


def ask(session: Session, **wanted: Any) -> list[str]:
    return names(session, search(session, CallFilter(**wanted)))


def test_order_by_urgency_goes_by_the_next_cut_off(session: Session) -> None:
    put(session, "closed-long", cut_offs=[builders.cut_off("2020-01-01")])
    put(session, "undated", cut_offs=[], opening_date=None)
    put(session, "open-late", cut_offs=[builders.cut_off("2027-01-01")])
    put(session, "ahead", opening_date=date(2026, 9, 1), cut_offs=[builders.cut_off("2026-10-29")])
    put(session, "two", cut_offs=[builders.cut_off("2026-05-22"), builders.cut_off("2028-01-01")])
    put(session, "open-soon", cut_offs=[builders.cut_off("2026-05-26")])
    put(session, "closed-late", cut_offs=[builders.cut_off("2026-05-19")])
    order = ["two", "open-soon", "open-late", "ahead", "undated", "closed-late", "closed-long"]
    assert ask(session) == order
    assert names(session, search(session, CallFilter(), limit=2, offset=1)) == order[1:3]


def test_values_of_a_filter_add_up_and_filters_cut(session: Session) -> None:
    put(session, "a", programme=Programme.ESF_PLUS, language="fi")
    put(session, "b", programme=Programme.ERASMUS_PLUS, language="fi")
    put(session, "c", programme=Programme.JUST_TRANSITION_FUND, language="en")
    both = [Programme.ESF_PLUS, Programme.ERASMUS_PLUS]
    assert set(ask(session, programme=both)) == {"a", "b"}
    assert ask(session, programme=both, language=["en"]) == []
    assert set(ask(session, programme=both, language=["fi", "en"])) == {"a", "b"}


def test_a_count_is_what_the_choice_would_leave(session: Session) -> None:
    put(session, "a", programme=Programme.ESF_PLUS, language="fi")
    put(session, "b", programme=Programme.ERASMUS_PLUS, language="fi")
    put(session, "c", programme=Programme.ERASMUS_PLUS, language="en")
    counts = search(session, CallFilter(programme=[Programme.ESF_PLUS])).counts
    assert counts["programme"] == {"esf_plus": 1, "erasmus_plus": 2}
    assert counts["language"] == {"fi": 1, "en": 0}
    for language in ("fi", "en"):
        chosen = search(session, CallFilter(language=[language]))
        assert chosen.total == search(session, CallFilter()).counts["language"][language]


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ({}, {Standing.OPEN}),
        ({"cut_offs": [builders.cut_off("2026-06-03")]}, {Standing.OPEN, Standing.SOON}),
        ({"cut_offs": [builders.cut_off("2026-06-04")]}, {Standing.OPEN}),
        (
            {"cut_offs": [builders.cut_off("2026-06-01"), builders.cut_off("2026-12-01")]},
            {Standing.OPEN},
        ),
        ({"opening_date": date(2026, 5, 21)}, {Standing.FORECASTED}),
        ({"continuous": True}, {Standing.OPEN, Standing.CONTINUOUS}),
        ({"cut_offs": [builders.cut_off("2026-05-19")], "continuous": True}, {Standing.CLOSED}),
        ({"cut_offs": [], "opening_date": None}, {Standing.UNKNOWN}),
    ],
)
def test_standing(session: Session, facts: dict[str, Any], standing: set[Standing]) -> None:
    put(session, "a", **facts)
    assert {one for one in Standing if ask(session, status=[one])} == standing


def test_what_the_clock_decides_is_decided_anew(session: Session) -> None:
    put(session, "a", cut_offs=[builders.cut_off("2026-05-26", "17:00")], opening_date=date(2026, 5, 22))

    def standing(moment: datetime) -> set[str]:
        return {one for one, n in search(session, CallFilter(), now=moment).counts["status"].items() if n}

    assert standing(datetime(2026, 5, 21, 21, 59, tzinfo=UTC)) == {"forecasted"}
    assert standing(datetime(2026, 5, 21, 22, 0, tzinfo=UTC)) == {"open", "soon"}
    assert standing(datetime(2026, 5, 26, 14, 59, tzinfo=UTC)) == {"open", "soon"}
    assert standing(datetime(2026, 5, 26, 15, 0, tzinfo=UTC)) == {"closed"}
    assert standing(datetime(2026, 5, 26, 14, 59, tzinfo=UTC)) == {"open", "soon"}


def test_deadlines_within_days_and_by_a_day(session: Session) -> None:
    put(session, "in30", cut_offs=[builders.cut_off("2026-06-19")])
    put(session, "in31", cut_offs=[builders.cut_off("2026-06-20")])
    put(session, "past", cut_offs=[builders.cut_off("2026-05-01")])
    put(session, "none", cut_offs=[])
    assert ask(session, deadline=Within.DAYS_30) == ["in30"]
    assert ask(session, deadline=Within.DAYS_60) == ["in30", "in31"]
    assert ask(session, before=date(2026, 6, 20)) == ["in30", "in31"]
    assert ask(session, before=date(2026, 6, 18)) == []
    assert search(session, CallFilter()).counts["deadline"] == {"30": 1, "60": 2, "90": 2}


def test_a_region_takes_wider_and_narrower_calls_and_keeps_the_unknown(session: Session) -> None:
    put(session, "lapland", nuts_regions=["FI1D7"])
    put(session, "kainuu", nuts_regions=["FI1D8"])
    put(session, "nation", nuts_regions=["FI"], area={"en": "National"})
    put(session, "country", countries=["FI"])
    put(session, "sweden", countries=["SE"])
    put(session, "unknown")
    put(session, "broad", countries=["FI"], area={"en": "Northern Finland"})
    found = search(session, CallFilter(region="fi1d7"))
    assert set(names(session, found)) == {"lapland", "nation", "country", "unknown", "broad"}
    assert found.area_unknown == 2
    assert {"lapland", "kainuu"} <= set(ask(session, region="FI1D"))
    assert search(session, CallFilter()).area_unknown == 0


def test_money_in_ranges_with_the_unknown_apart(session: Session) -> None:
    put(session, "small", max_award_amount=59_999, total_amount_available=500_000)
    put(session, "edge", max_award_amount=60_000, total_amount_available=499_999)
    put(session, "least", min_award_amount=2_000_000, max_award_amount=None)
    put(session, "none", max_award_amount=None)
    assert ask(session, grant=[GrantRange.TO_60_000]) == ["small"]
    assert ask(session, grant=[GrantRange.TO_250_000]) == ["edge"]
    assert ask(session, grant=[GrantRange.ABOVE]) == ["least"]
    assert ask(session, grant=[GrantRange.UNKNOWN]) == ["none"]
    assert ask(session, amount=[AmountRange.TO_2_000_000]) == ["small"]
    assert set(ask(session, amount=[AmountRange.UNKNOWN])) == {"least", "none"}


def reading(**condition: Any) -> CallReadingCreate:
    return CallReadingCreate(
        type="applicant_type", condition=condition, quote="x", start=0, end=1, field="description"
    )


def test_who_may_apply_from_what_was_read_and_decided(session: Session) -> None:
    told = put(session, "told")
    put(session, "untold")
    put(session, "accepted", accepted_applicant_types=["municipality", "nonsense"])
    assert set(ask(session, applicant=[ActorType.MUNICIPALITY])) == {"accepted"}
    replace_readings(session, told, None, [reading(actor_types=["municipality"])], "1", "x")
    assert set(ask(session, applicant=[ActorType.MUNICIPALITY])) == {"accepted", "told"}
    found = search(session, CallFilter(applicant=[ActorType.HEI]))
    assert (found.total, found.applicant_unknown) == (0, 1)
    decision = CallDecisionCreate(
        call_id=told, type="applicant_type", state=DecisionState.REJECTED, by="officer"
    )
    decide(session, decision)
    assert set(ask(session, applicant=[ApplicantUnknown.UNKNOWN])) == {"told", "untold"}
    withdraw_decision(session, told, "applicant_type", None)
    replace_readings(session, told, None, [reading(any_organisation=True)], "2", "x")
    assert ask(session, applicant=[ActorType.EMPLOYER]) == ["told"]


def test_words_with_other_filters_and_by_relevance(session: Session) -> None:
    put(session, "text", title="Peat", description="About care work.")
    bare: dict[str, Any] = {"title": "Care work", "description": ""}
    put(session, "title", **bare, cut_offs=[builders.cut_off("2027-01-01")])
    put(session, "closed", **bare, cut_offs=[builders.cut_off("2020-01-01")])
    put(session, "other", title="Care home", description="")
    assert ask(session, words="care work") == ["title", "closed", "text"]
    assert ask(session, words="care work", sort=Sort.DEADLINE) == ["text", "title", "closed"]
    assert ask(session, words="CARE", status=[Standing.CLOSED]) == ["closed"]
    assert ask(session, words="title care") == ["title"]
    assert len(ask(session, words="%")) == 4


def test_new_since_a_moment(session: Session) -> None:
    moment = clock.now()
    put(session, "old", fetched_at=moment - timedelta(days=2))
    put(session, "new", fetched_at=moment - timedelta(hours=1))
    since = moment - timedelta(days=1)
    assert ask(session, new_since=since) == ["new"]
    assert ask(session, sort=Sort.NEWEST) == ["new", "old"]
    found = search(session, CallFilter(), new_after=since)
    assert (found.total, found.new) == (2, 1)
    assert search(session, CallFilter()).new is None


def test_the_memory_follows_the_database(session: Session) -> None:
    put(session, "a", title="Peat")
    assert ask(session, words="peat") == ["a"]
    put(session, "b", title="Peat too")
    put(session, "a", title="Care")
    assert ask(session, words="peat") == ["b"]
    assert ask(session, words="care") == ["a"]
    assert search(session, CallFilter()).total == 2
    put(session, "a", title="Care", programme=Programme.ERASMUS_PLUS)
    assert ask(session, programme=[Programme.ERASMUS_PLUS]) == ["a"]
    assert search(session, CallFilter()).counts["programme"]["esf_plus"] == 1


def test_much_change_begins_the_memory_anew(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    from store.call_search import memory

    monkeypatch.setattr(memory, "SPARE", 2)
    for number in range(6):
        put(session, "a", title=f"Title {number}")
        assert ask(session, words=f"title {number}") == ["a"]
    assert memory.memory_of(session).size <= 4


def test_warm_reads_all_and_changes_no_answer(session: Session) -> None:
    put(session, "a", title="Care", language="sv", source="x")
    warm(session)
    assert ask(session, words="care") == ["a"]
    known = known_values(session)
    assert (known.sources, known.languages) == (("x",), ("sv",))
