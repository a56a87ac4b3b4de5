"""Use cases: the profile step by step: what is kept unchecked, and what is saved into the profile."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel
from sqlmodel import Session

from api.services.access.actor import Actor
from api.services.access.permission import Action, require
from api.services.profile.coalitions import save_edited
from store import clock, coalitions, profile_steps
from store.models import CoalitionCreate, CoalitionPublic, ProfileStep


class Step(StrEnum):
    """The steps in their order."""

    WHO = "who"
    MEMBERS = "members"
    GOALS = "goals"
    NEEDS = "needs"
    CAPACITY = "capacity"
    LANGUAGES = "languages"
    AVOIDS = "avoids"


class KeptStep(BaseModel):
    """Fields of a step as typed, not checked yet; `saved_at` is a moment of the real clock."""

    step: Step
    fields: dict[str, str]
    by: str
    saved_at: datetime

    @property
    def mark(self) -> str:
        """Changes with every save, so that nobody overwrites a text unseen."""
        return self.saved_at.isoformat()


def kept_steps(session: Session, slug: str) -> dict[Step, KeptStep]:
    """What is kept unchecked of the coalition's steps. Raises what `access.permission.require` does."""
    _, coalition_id = _editing(session, slug)
    return {Step(name): _public(kept) for name, kept in profile_steps.steps_of(session, coalition_id).items()}


def keep_step(session: Session, slug: str, step: Step, fields: dict[str, str]) -> KeptStep:
    """Keeps what was typed in place of what was kept of the step; nothing is checked."""
    actor, coalition_id = _editing(session, slug)
    raw = {name: [value] for name, value in fields.items()}
    return _public(profile_steps.keep_step(session, coalition_id, step, raw, actor.name, clock.real_now()))


def drop_step(session: Session, slug: str, step: Step) -> None:
    """Forgets what was kept of the step, so that what is stored is shown again."""
    _, coalition_id = _editing(session, slug)
    profile_steps.drop_step(session, coalition_id, step)


def save_step(session: Session, step: Step, profile: CoalitionCreate) -> tuple[CoalitionPublic, int]:
    """Saves the profile with the checked step in it, as `save_edited` does, and forgets what was kept."""
    saved, cleared = save_edited(session, profile)
    drop_step(session, saved.slug, step)
    return saved, cleared


def _editing(session: Session, slug: str) -> tuple[Actor, int]:
    """Who edits, and the coalition's id."""
    actor = require(session, Action.EDIT_PROFILE, slug)
    found = coalitions.coalition_by_slug(session, slug)
    assert found.id is not None
    return actor, found.id


def _public(kept: ProfileStep) -> KeptStep:
    fields = {name: values[0] for name, values in kept.fields.items() if values}
    return KeptStep(step=Step(kept.step), fields=fields, by=kept.by, saved_at=kept.saved_at)
