"""Use case: how far a coalition's profile is, step by step, and what the rest of each would improve."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel
from sqlmodel import Session

from api.services.access.permission import Action, may, require
from api.services.profile.profile_steps import KeptStep, Step, kept_steps
from matcher.eligibility.legal_types import BY_LAW
from store import coalitions
from store.models import CoalitionCreate, CoalitionPublic, MemberCreate
from store.vocabulary import PartnerRole


class StepState(StrEnum):
    """Nothing there yet; begun; everything that its improvements count is there."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"


class Improvement(BaseModel):
    """What something missing would improve, by key; `n` is how many members, goals or needs lack it."""

    key: str
    n: int | None = None


class StepProgress(BaseModel):
    """One step; kept: what was typed last and is not checked yet, None where there is nothing."""

    step: Step
    state: StepState
    improvements: list[Improvement]
    kept: KeptStep | None


class Progress(BaseModel):
    """The steps in order; next: the first that is not done, None when all are."""

    steps: list[StepProgress]
    done: int
    next: Step | None


@dataclass(frozen=True)
class _Rule:
    """Whether a step is begun, and what is missing in it; what is optional keeps no step from being done."""

    begun: Callable[[CoalitionCreate], bool]
    missing: Callable[[CoalitionCreate], Iterable[Improvement]]
    optional: frozenset[str] = frozenset()


def profile_progress(session: Session, slug: str) -> Progress:
    """How far the profile is. Raises what `access.permission.require` does."""
    require(session, Action.READ_PROFILE, slug)
    stored = coalitions.public_coalition(coalitions.coalition_by_slug(session, slug))
    return progress_of(session, stored)


def progress_of(session: Session, coalition: CoalitionPublic) -> Progress:
    """As `profile_progress`, of a coalition that was read already."""
    edits = may(session, Action.EDIT_PROFILE, coalition.slug)
    kept = kept_steps(session, coalition.slug) if edits else {}
    steps = [_step(step, coalition, kept.get(step)) for step in Step]
    ahead = [each.step for each in steps if each.state is not StepState.DONE]
    return Progress(steps=steps, done=len(steps) - len(ahead), next=ahead[0] if ahead else None)


def needs_of_nobody(coalition: CoalitionCreate) -> list[str]:
    """Slugs of the needs that no member answers, in order."""
    answered = {answer.need for member in coalition.members for answer in member.answers}
    return [need.slug for need in coalition.needs if need.slug not in answered]


def _step(step: Step, profile: CoalitionCreate, kept: KeptStep | None) -> StepProgress:
    rule = _RULES[step]
    found = [each for each in rule.missing(profile) if each.n != 0]
    if kept is None and not rule.begun(profile):
        state = StepState.NOT_STARTED
    elif kept is None and all(each.key in rule.optional for each in found):
        state = StepState.DONE
    else:
        state = StepState.IN_PROGRESS
    return StepProgress(step=step, state=state, improvements=found, kept=kept)


def _who(profile: CoalitionCreate) -> Iterator[Improvement]:
    if not profile.summary.strip():
        yield Improvement(key="who.summary")
    if not profile.nuts_regions:
        yield Improvement(key="who.regions")
    if not profile.target_groups:
        yield Improvement(key="who.target_groups")


def _members(profile: CoalitionCreate) -> Iterator[Improvement]:
    members = profile.members
    if not members:
        yield Improvement(key="members.none")
        return
    yield Improvement(key="members.region", n=sum(m.nuts_region is None for m in members))
    yield Improvement(key="members.role", n=sum(m.role_wish is None for m in members))
    if not any(m.role_wish is PartnerRole.COORDINATOR for m in members):
        yield Improvement(key="members.lead")
    yield Improvement(key="members.strength", n=sum(not (m.expertise and m.contribution) for m in members))
    yield Improvement(key="members.legal", n=sum(map(_unsure, members)))


def _unsure(member: MemberCreate) -> bool:
    """Whether it is not known if the member is public or private."""
    return member.legal_type is None and member.actor_type not in BY_LAW


def _goals(profile: CoalitionCreate) -> Iterator[Improvement]:
    if not profile.goals:
        yield Improvement(key="goals.none")
    yield Improvement(key="goals.indicator", n=sum(not goal.indicator for goal in profile.goals))


def _needs(profile: CoalitionCreate) -> Iterator[Improvement]:
    needs = profile.needs
    if not needs:
        yield Improvement(key="needs.none")
    yield Improvement(key="needs.source", n=sum(not need.evidence for need in needs))
    yield Improvement(key="needs.figure", n=sum(not need.figure for need in needs))
    yield Improvement(key="needs.nobody", n=len(needs_of_nobody(profile)) if profile.members else 0)


def _one(key: str, value: object) -> Iterable[Improvement]:
    return () if value else (Improvement(key=key),)


_RULES = {
    Step.WHO: _Rule(lambda _: True, _who),
    Step.MEMBERS: _Rule(
        lambda profile: bool(profile.members), _members, frozenset({"members.lead", "members.legal"})
    ),
    Step.GOALS: _Rule(lambda profile: bool(profile.goals), _goals),
    Step.NEEDS: _Rule(lambda profile: bool(profile.needs), _needs, frozenset({"needs.nobody"})),
    Step.CAPACITY: _Rule(
        lambda profile: bool(profile.capacity),
        lambda profile: _one("capacity.none", profile.capacity),
    ),
    Step.LANGUAGES: _Rule(
        lambda profile: bool(profile.working_languages),
        lambda profile: _one("languages.none", profile.working_languages),
    ),
    Step.AVOIDS: _Rule(
        lambda profile: bool(profile.avoids),
        lambda profile: _one("avoids.none", profile.avoids),
    ),
}
