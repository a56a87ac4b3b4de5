"""Use cases: members propose goals and needs and weigh them; the lead takes them into the profile.

A target is what is weighed: `goal:SLUG`, `need:SLUG`, or `input:ID` for a proposal that is not decided on.
No member sees how others weighed a target before it has weighed it itself.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from pydantic import BaseModel
from sqlmodel import Session

from api.errors import BadChoice
from api.services.access import audit
from api.services.access.permission import Action, may, require
from api.services.members.member_seat import Seat, seat_if_any
from store import coalitions, member_inputs
from store.errors import NotFound
from store.models import Coalition, CoalitionCreate, GoalCreate, MemberInput, NeedCreate, Weighing
from store.slugs import slug_of
from store.vocabulary import InputKind, InputState

WEIGHTS = (3, 2, 1, 0)
"""3 most, 2 much, 1 some, 0 not for us."""


class WeighedBy(NamedTuple):
    """How much something weighs for one member."""

    member: str
    name: str
    weight: int


class RestsOn(BaseModel):
    """Whose input a goal or need rests on: who proposed it, and for whom it weighs, the most first."""

    proposed_by: str | None = None
    weighed_by: list[WeighedBy] = []


class Target(BaseModel):
    """One goal, need or proposal to weigh. figure, source: of a need or proposal, None is not known.

    own: the weight that the member who looks gave, None while it has given none.
    """

    key: str
    kind: InputKind
    text: str
    figure: str | None = None
    source: str | None = None
    proposed_by: str | None = None
    own: int | None = None


class Outcome(BaseModel):
    """How a target is weighed: names of members by weight, and of those that have not weighed it."""

    target: Target
    by_weight: dict[int, list[str]]
    silent: list[str]

    @property
    def total(self) -> int:
        """The sum of all weights."""
        return sum(weight * len(names) for weight, names in self.by_weight.items())


class Proposal(BaseModel):
    """A member's proposal, and what became of it."""

    id: int
    kind: InputKind
    text: str
    figure: str | None
    source: str | None
    member_name: str
    at: datetime
    state: InputState
    became: str | None
    word: str | None
    decided_by: str | None


class Voice(NamedTuple):
    """How far one member has come with weighing: so many of all targets."""

    member: str
    name: str
    given: int
    of: int


class InputsShown(BaseModel):
    """What members proposed and weighed, as far as who looks may see it.

    member, member_name: for whom who looks speaks, None for nobody. hidden: how many targets it has to weigh
    before it sees how others did.
    """

    coalition_slug: str
    coalition_name: str
    language: str
    member: str | None
    member_name: str | None
    targets: list[Target]
    outcomes: list[Outcome]
    hidden: int
    proposals: list[Proposal]
    voices: list[Voice]

    @property
    def missing(self) -> list[Voice]:
        """Who has not weighed everything yet."""
        return [one for one in self.voices if one.given < one.of]


@dataclass(frozen=True)
class _Book:
    """All of one coalition's input, as stored."""

    coalition: Coalition
    inputs: Sequence[MemberInput]
    weighings: Sequence[Weighing]

    @property
    def names(self) -> dict[str, str]:
        """Members by slug."""
        return {one.slug: one.name for one in self.coalition.members}

    def weights(self, target: str) -> dict[str, int]:
        """Weight by member, of those that are members now."""
        names = self.names
        return {
            one.member_slug: one.weight
            for one in self.weighings
            if one.target == target and one.member_slug in names
        }

    def proposer(self, kind: InputKind, slug: str) -> str | None:
        """Name of the member whose proposal became that goal or need; None when it has left, or nobody's."""
        found = (one for one in self.inputs if (one.kind, one.became) == (kind, slug))
        row = next(found, None)
        return self.names.get(row.member_slug) if row else None


def inputs(session: Session, slug: str) -> InputsShown:
    """What members put in, for one of the coalition's people. Raises what `permission.require` does."""
    seat = seat_if_any(session, slug)
    return _shown(_book(session, slug), seat.member if seat else None)


def inputs_for(session: Session, seat: Seat) -> InputsShown:
    """What members put in, for the member of that seat."""
    return _shown(_book(session, seat.slug), seat.member)


def propose(
    session: Session,
    seat: Seat,
    kind: InputKind,
    text: str,
    *,
    figure: str | None = None,
    source: str | None = None,
) -> None:
    """Keeps the member's proposal; the same one again is kept once. Raises BadChoice for one without text."""
    if not text.strip():
        raise BadChoice("Write the goal or the need.")
    member_inputs.propose(
        session,
        seat.coalition_id,
        seat.member,
        kind,
        text.strip(),
        by=seat.by,
        figure=figure or None,
        source=source or None,
    )
    audit.note(session, "input.proposed", seat.slug, member=seat.member)


def weigh(session: Session, seat: Seat, weights: Mapping[str, int]) -> None:
    """Keeps the member's weights by target; one that became a goal or need meanwhile counts for that.

    Targets that are gone are left out. Raises BadChoice for a weight that is none; then nothing is stored.
    """
    if any(weight not in WEIGHTS for weight in weights.values()):
        raise BadChoice("A weight is 0, 1, 2 or 3.")
    book = _book(session, seat.slug)
    became = {f"input:{one.id}": f"{one.kind}:{one.became}" for one in book.inputs if one.became}
    known = {target.key for target in _targets(book, None)}
    given = {became.get(target, target): weight for target, weight in weights.items()}
    kept = {target: weight for target, weight in given.items() if target in known}
    member_inputs.weigh(session, seat.coalition_id, seat.member, kept, seat.by)
    audit.note(session, "input.weighed", seat.slug, member=seat.member, targets=len(kept))


def take(session: Session, slug: str, input_id: int) -> str:
    """Takes a proposal into the profile as a goal or need; its slug there. Once more changes nothing.

    Raises NotFound.
    """
    actor = require(session, Action.EDIT_PROFILE, slug)
    book = _book(session, slug)
    row = _row(book, input_id)
    if row.became is not None:
        return row.became
    profile = coalitions.profile_of(book.coalition)
    taken = {one.slug for one in profile.goals} | {one.slug for one in profile.needs}
    name = slug_of(row.text, taken)
    if row.kind is InputKind.GOAL:
        changed: dict[str, object] = {"goals": [*profile.goals, GoalCreate(slug=name, text=row.text)]}
    else:
        need = NeedCreate(slug=name, text=row.text, figure=row.figure, evidence=row.source)
        changed = {"needs": [*profile.needs, need]}
    coalitions.save_coalition(session, CoalitionCreate(**(dict(profile) | changed)))
    member_inputs.decide(session, row, InputState.TAKEN, actor.name, became=name)
    audit.note(session, "input.taken", slug, input=input_id)
    return name


def set_aside(session: Session, slug: str, input_id: int, word: str) -> None:
    """Sets a proposal aside with a word why; members read it. One that was taken stays taken.

    Raises NotFound, and BadChoice without a word.
    """
    actor = require(session, Action.EDIT_PROFILE, slug)
    if not word.strip():
        raise BadChoice("Say why, in a word or two: the member reads it.")
    row = _row(_book(session, slug), input_id)
    if row.state is InputState.TAKEN:
        return
    member_inputs.decide(session, row, InputState.SET_ASIDE, actor.name, word=word.strip())
    audit.note(session, "input.set_aside", slug, input=input_id)


def rests_on(session: Session, slug: str) -> dict[str, RestsOn]:
    """By `goal:SLUG` and `need:SLUG`: who proposed it, and who weighed it how much; none for those without.

    Weights are for the coalition's people, and for a member only where it has given its own.
    """
    actor = require(session, Action.READ_PROFILE, slug)
    book = _book(session, slug)
    own = actor.member_of.get(slug)
    found: dict[str, RestsOn] = {}
    for key, one in all_rests_on(book.coalition, book.inputs, book.weighings).items():
        sees = may(session, Action.READ_WORK, slug) and (own is None or own in book.weights(key))
        shown = one if sees else one.model_copy(update={"weighed_by": []})
        if shown.proposed_by or shown.weighed_by:
            found[key] = shown
    return found


def rests_on_for_draft(session: Session, coalition: Coalition) -> dict[str, RestsOn]:
    """What `rests_on` tells, whole: a draft is the coalition's, whoever makes it."""
    assert coalition.id is not None
    return all_rests_on(
        coalition,
        member_inputs.inputs_of(session, coalition.id),
        member_inputs.weighings_of(session, coalition.id),
    )


def all_rests_on(
    coalition: Coalition, proposals: Sequence[MemberInput], weighings: Sequence[Weighing]
) -> dict[str, RestsOn]:
    """What each goal and need rests on, nothing hidden; a weight of 0 is no ground and is left out."""
    book = _Book(coalition, proposals, weighings)
    found: dict[str, RestsOn] = {}
    aims = [(InputKind.GOAL, goal.slug) for goal in coalition.goals]
    aims += [(InputKind.NEED, need.slug) for need in coalition.needs]
    for kind, slug in aims:
        key = f"{kind}:{slug}"
        weighed = [
            WeighedBy(member, book.names[member], weight)
            for member, weight in book.weights(key).items()
            if weight
        ]
        weighed.sort(key=lambda one: (-one.weight, one.name.casefold()))
        one = RestsOn(proposed_by=book.proposer(kind, slug), weighed_by=weighed)
        if one.proposed_by or one.weighed_by:
            found[key] = one
    return found


def _shown(book: _Book, member: str | None) -> InputsShown:
    targets = _targets(book, member)
    seen = [one for one in targets if member is None or one.own is not None]
    outcomes = sorted((_outcome(book, one) for one in seen), key=lambda one: -one.total)
    keys = {one.key for one in targets}
    counted = Counter(one.member_slug for one in book.weighings if one.target in keys)
    names = book.names
    return InputsShown(
        coalition_slug=book.coalition.slug,
        coalition_name=book.coalition.name,
        language=book.coalition.language,
        member=member,
        member_name=names.get(member or ""),
        targets=targets,
        outcomes=outcomes,
        hidden=len(targets) - len(seen),
        proposals=[_proposal(one, names) for one in book.inputs],
        voices=[Voice(slug, name, counted[slug], len(targets)) for slug, name in names.items()],
    )


def _targets(book: _Book, member: str | None) -> list[Target]:
    """Goals, needs, then open proposals; the same order for everybody."""
    found = [
        Target(
            key=f"goal:{one.slug}",
            kind=InputKind.GOAL,
            text=one.text,
            proposed_by=book.proposer(InputKind.GOAL, one.slug),
        )
        for one in book.coalition.goals
    ]
    found += [
        Target(
            key=f"need:{one.slug}",
            kind=InputKind.NEED,
            text=one.text,
            figure=one.figure,
            source=one.evidence,
            proposed_by=book.proposer(InputKind.NEED, one.slug),
        )
        for one in book.coalition.needs
    ]
    found += [
        Target(
            key=f"input:{one.id}",
            kind=one.kind,
            text=one.text,
            figure=one.figure,
            source=one.source,
            proposed_by=book.names.get(one.member_slug),
        )
        for one in book.inputs
        if one.state is InputState.PROPOSED
    ]
    if member is None:
        return found
    return [one.model_copy(update={"own": book.weights(one.key).get(member)}) for one in found]


def _outcome(book: _Book, target: Target) -> Outcome:
    weights = book.weights(target.key)
    by_weight = {
        weight: [book.names[slug] for slug, given in weights.items() if given == weight] for weight in WEIGHTS
    }
    silent = [name for slug, name in book.names.items() if slug not in weights]
    return Outcome(target=target, by_weight=by_weight, silent=silent)


def _proposal(row: MemberInput, names: Mapping[str, str]) -> Proposal:
    facts = {name: getattr(row, name) for name in Proposal.model_fields if name != "member_name"}
    return Proposal(**facts, member_name=names.get(row.member_slug, row.member_slug))


def _row(book: _Book, input_id: int) -> MemberInput:
    row = next((one for one in book.inputs if one.id == input_id), None)
    if row is None:
        raise NotFound(f"No proposal {input_id} in this coalition.")
    return row


def _book(session: Session, slug: str) -> _Book:
    coalition = coalitions.coalition_by_slug(session, slug)
    assert coalition.id is not None
    return _Book(
        coalition,
        member_inputs.inputs_of(session, coalition.id),
        member_inputs.weighings_of(session, coalition.id),
    )
