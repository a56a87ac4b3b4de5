"""What the store knows reaches the drafting room whole, and the moment of reading in the call's own zone."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from api.services.draft_context import draft_context
from proposal_templates.context import DraftContext
from store.coalitions import save_coalition
from store.importer import save_call
from store.queries import call_by_name
from store.vocabulary import Language
from tests import builders


def _context(session: Session, zone: str = "Europe/Brussels") -> DraftContext:
    read = datetime(2026, 5, 19, 22, tzinfo=UTC)
    save_call(session, builders.call(time_zone=zone, fetched_at=read))
    groups = ["long-term unemployed", "small care employers"]
    coalition = save_coalition(session, builders.coalition(target_groups=groups))
    return draft_context(coalition, call_by_name(session, "ESF-2026-TEST"), [], Language.EN)


def test_target_groups_reach_the_draft(session: Session) -> None:
    assert _context(session).coalition.target_groups == ("long-term unemployed", "small care employers")


@pytest.mark.parametrize(
    ("zone", "told"),
    [("Europe/Brussels", "2026-05-20T00:00:00+02:00"), ("Europe/Helsinki", "2026-05-20T01:00:00+03:00")],
)
def test_the_moment_of_reading_is_in_the_calls_own_zone(session: Session, zone: str, told: str) -> None:
    read = _context(session, zone).call.fetched_at
    assert read
    assert read.isoformat() == told
    assert getattr(read.tzinfo, "key", None) == zone
