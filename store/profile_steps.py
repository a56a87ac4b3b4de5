"""Keeps steps of a profile as typed so far, one of each step a coalition, until they are saved or dropped."""

from datetime import datetime

from sqlmodel import Session, select

from store.models import ProfileStep


def steps_of(session: Session, coalition_id: int) -> dict[str, ProfileStep]:
    """What is kept of the coalition's steps, by step."""
    found = session.exec(select(ProfileStep).where(ProfileStep.coalition_id == coalition_id))
    return {kept.step: kept for kept in found}


def keep_step(
    session: Session, coalition_id: int, step: str, fields: dict[str, list[str]], by: str, at: datetime
) -> ProfileStep:
    """Keeps these fields in place of what was kept of the step."""
    kept = steps_of(session, coalition_id).get(step)
    if kept is None:
        kept = ProfileStep(coalition_id=coalition_id, step=step, fields=fields, by=by, saved_at=at)
    kept.fields, kept.by, kept.saved_at = fields, by, at
    session.add(kept)
    session.commit()
    return kept


def drop_step(session: Session, coalition_id: int, step: str) -> bool:
    """Forgets what was kept of the step; whether there was anything."""
    kept = steps_of(session, coalition_id).get(step)
    if kept is not None:
        session.delete(kept)
        session.commit()
    return kept is not None
