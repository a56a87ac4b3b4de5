"""Which passages of a call a draft sets beside the coalition's goals."""

from types import SimpleNamespace
from typing import cast

import pytest
from sqlmodel import Session

from api.services.drafting import draft_reasons
from api.services.matching.list_matches import ReasonPublic
from store import call_conditions, clock
from store.models import Call, CallReadingPublic, Coalition


def _reading(kind: str, start: int, end: int) -> CallReadingPublic:
    return CallReadingPublic(
        1, 1, kind, {}, "quote", start, end, "description", None, None, None, "reader", clock.now()
    )


@pytest.mark.parametrize(
    ("kind", "start", "kept"), [("country_count", 12, 0), ("statements", 12, 1), ("country_count", 5, 1)]
)
def test_a_passage_that_states_a_formal_condition_shows_no_common_aim(
    monkeypatch: pytest.MonkeyPatch, kind: str, start: int, kept: int
) -> None:
    reason = ReasonPublic(goal="g", goal_ref="g", goal_kind="goal", passage="p" * 30, start=10, end=40)
    monkeypatch.setattr(draft_reasons, "reasons_for", lambda *_: [reason])
    readings = {0: [_reading(kind, start, 30)]}
    monkeypatch.setattr(call_conditions, "readings_of", lambda *_: readings)
    coalition, call = cast(Coalition, SimpleNamespace()), cast(Call, SimpleNamespace(id=None))
    assert len(draft_reasons.aims_in_common(Session(), coalition, call)) == kept
