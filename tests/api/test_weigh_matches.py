"""Matches as weighed: narrowed, paged, without the muted, each with members, effort and decision."""

import pytest
from sqlmodel import Session

from api.services.checking import line_ups
from api.services.checking.check_call import check_call
from api.services.deciding import decisions, draft_effort
from api.services.deciding.shortlist import shortlist
from api.services.deciding.side_by_side import side_by_side
from api.services.drafting.make_draft import drafted
from api.services.matching.list_matches import list_matches
from api.services.matching.match_filter import MatchFilter
from api.services.matching.weigh_matches import A_PAGE, weigh, weigh_matches
from store.models import LineUpPart
from store.vocabulary import Choice, MuteKind, PartnerRole, Programme, Verdict
from tests.api import care
from tests.api.fakes import one_hot_ranking
from tests.builders import cut_off


@pytest.fixture(autouse=True)
def _without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Vectors that can be told by eye; drafts without reasons."""
    one_hot_ranking(monkeypatch)
    monkeypatch.setattr("matcher.reasons.reasons_for", lambda *_, **__: [])


def fill(session: Session) -> None:
    """The coalition for care, one call it may apply for and one where a partner is missing."""
    care.coalition(session)
    care.regional_call(session)
    care.adult_call(session)


def asked(session: Session, **wanted: object) -> list[str]:
    """Identifiers of the matches that are asked for."""
    found = weigh_matches(session, care.SLUG, asked=MatchFilter.model_validate(wanted))
    assert found.found.total == len(found.weighed)
    return [one.call.identifier for one in found.weighed]


def test_each_match_is_weighed(session: Session) -> None:
    fill(session)
    decisions.decide(session, care.SLUG, care.ADULT, Choice.WATCH, "Zx.")
    listed = weigh_matches(session, care.SLUG)
    by_name = {match.call.identifier: weighed for match, weighed in listed.pairs}
    assert all(match.call.id == weighed.call.id for match, weighed in listed.pairs)
    assert by_name[care.REGIONAL].decision is None
    watched = by_name[care.ADULT]
    assert watched.decision is not None
    assert (watched.decision.choice, watched.decision.reason) == (Choice.WATCH, "Zx.")
    assert watched.missing
    assert {one.slug for one in watched.check.members} == {one.slug for one in care.members()}


def test_the_list_is_narrowed_by_verdict_programme_and_decision(session: Session) -> None:
    fill(session)
    decisions.decide(session, care.SLUG, care.ADULT, Choice.WATCH)
    assert asked(session, verdict=Verdict.ELIGIBLE) == [care.REGIONAL]
    assert asked(session, verdict=Verdict.INELIGIBLE) == [care.ADULT]
    assert asked(session, decision=Choice.WATCH) == [care.ADULT]
    assert asked(session, decision="open") == [care.REGIONAL]
    assert asked(session, programme=Programme.SOCIAL_DIALOGUE) == []
    assert sorted(asked(session)) == sorted([care.REGIONAL, care.ADULT])


def test_what_is_muted_is_left_out_counted_and_can_be_seen(session: Session) -> None:
    fill(session)
    decisions.mute(session, care.SLUG, MuteKind.CALL, care.ADULT)
    assert asked(session) == [care.REGIONAL]
    assert list_matches(session, care.SLUG).muted == 1
    assert asked(session, muted=True) == [care.ADULT]
    (muted,) = weigh_matches(session, care.SLUG, asked=MatchFilter(muted=True)).weighed
    assert [one.kind for one in muted.muted_by] == [MuteKind.CALL]


def test_pages_hold_every_match_once_and_closed_calls_never(session: Session) -> None:
    care.coalition(session)
    for number in range(A_PAGE * 2 + 3):
        care.regional_call(session, external_id=f"call-{number}", identifier=f"call-{number}")
    care.regional_call(session, external_id="old", identifier="old", cut_offs=[cut_off("2026-05-01")])
    pages = [weigh_matches(session, care.SLUG, page=number) for number in (1, 2, 3, 4)]
    assert [len(page.weighed) for page in pages] == [A_PAGE, A_PAGE, 3, 0]
    assert {page.found.pages for page in pages} == {3}
    seen = [one.call.identifier for page in pages for one in page.weighed]
    assert sorted(seen) == sorted(f"call-{number}" for number in range(A_PAGE * 2 + 3))


def test_the_effort_is_that_of_the_draft_and_is_made_once(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(session)
    made: list[str] = []

    def counted(session: Session, slug: str, call: str) -> object:
        made.append(call)
        return drafted(session, slug, call)

    monkeypatch.setattr("api.services.deciding.draft_effort.drafted", counted)
    first = weigh(session, care.SLUG, care.ADULT).effort
    assert first is not None
    assert first.open == len(drafted(session, care.SLUG, care.ADULT).gaps())
    assert (first.open > 0, first.sections >= first.open_sections > 0) == (True, True)
    assert weigh(session, care.SLUG, care.ADULT).effort == first
    assert made == [care.ADULT]
    parts = [LineUpPart(member="town", role=PartnerRole.COORDINATOR)]
    line_ups.save(session, care.SLUG, care.ADULT, parts)
    weigh(session, care.SLUG, care.ADULT)
    assert len(made) == 2


def test_without_a_form_there_is_no_effort(session: Session) -> None:
    fill(session)
    care.adult_call(session, external_id="formless", identifier="formless", action="Zx")
    check = check_call(session, care.SLUG, "formless")
    assert draft_effort.effort_of(session, check) is None


def test_two_calls_beside_each_other_each_once(session: Session) -> None:
    fill(session)
    shown = side_by_side(session, care.SLUG, [care.ADULT, care.ADULT.lower(), care.REGIONAL, care.ADULT])
    assert [one.call.identifier for one in shown.sides] == [care.ADULT, care.REGIONAL]
    assert side_by_side(session, care.SLUG, []).sides == []


def test_the_shortlist_is_what_is_pursued_then_what_is_watched(session: Session) -> None:
    fill(session)
    care.regional_call(session, external_id="dropped", identifier="dropped")
    decisions.decide(session, care.SLUG, care.ADULT, Choice.PURSUE)
    decisions.decide(session, care.SLUG, care.REGIONAL, Choice.WATCH)
    decisions.decide(session, care.SLUG, "dropped", Choice.DROP, "Zx.")
    listed = shortlist(session, care.SLUG)
    assert [one.call.identifier for one in listed.all] == [care.ADULT, care.REGIONAL]
    only = shortlist(session, care.SLUG, [listed.watched[0].call.external_id])
    assert ([one.call.identifier for one in only.all], only.pursued) == ([care.REGIONAL], [])
