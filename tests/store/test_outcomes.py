"""What became of decisions: kept with a step of history for each fact that changed, none for the others."""

from datetime import date

from sqlmodel import Session

from store import outcomes, pursuits
from store.vocabulary import Choice, Stage
from tests.frontend.stored import store_call, store_coalition


def test_only_what_changed_is_a_step(session: Session) -> None:
    coalition, call = store_coalition(session), store_call(session)
    assert coalition.id is not None
    assert call.id is not None
    pursuits.decide(session, coalition.id, call.id, Choice.PURSUE, {"stage": Stage.PREPARING}, "Zx")
    pursuit = outcomes.pursuit_of(session, coalition.id, call.id)
    assert pursuit is not None
    facts = {"stage": Stage.SUBMITTED, "submitted_on": date(2026, 5, 1), "points": None}
    assert outcomes.keep(session, pursuit, facts, "Yx") == ["stage", "submitted_on"]
    assert outcomes.keep(session, pursuit, facts, "Yx") == []
    told = [
        (one.field, one.old, one.new, one.by)
        for one in outcomes.history(session, coalition.id, call.id)
        if one.by == "Yx"
    ]
    assert sorted(told) == [
        ("stage", "preparing", "submitted", "Yx"),
        ("submitted_on", None, "2026-05-01", "Yx"),
    ]
    assert outcomes.pursuits_of(session, coalition.id)[0][0].submitted_on == date(2026, 5, 1)
