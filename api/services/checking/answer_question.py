"""Use case: the answer to a question of a check goes where it belongs, so that it is never asked again.

`member.*` updates the member's profile, but for `member.applications` and `member.applications_led`, which
belong to the line-up of this call; `project.*` updates the plan; `call.*` is the coalition's decision on a
condition.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from sqlmodel import Session

from api.errors import BadChoice
from api.services.access.permission import Action, require
from api.services.checking import call_conditions, line_ups
from api.services.checking.written_conditions import pairs_in
from api.services.checking.written_values import (
    day,
    mended,
    municipality_code,
    parts,
    region_code,
    whole_number,
    word,
    yes_no,
)
from store import clock, coalitions
from store.models import CoalitionCreate, LineUpPart, MemberCreate, ProjectPlan
from store.vocabulary import Identifier, Language, LegalType

NONE = {"none", "-", "ei mitään", "inga"}
UNKNOWN = "unknown"
"""Takes a fact back: it is not known after all."""


def past_day(text: str) -> date:
    """A day that has come, by the clock of Koalitio. Raises BadChoice."""
    found = day(text)
    if found > clock.today():
        raise BadChoice(f"{text!r} has not come yet: write a day up to {clock.today()}.")
    return found


MEMBER_FACTS: dict[str, Callable[[str], Any]] = {
    "legal_type": lambda text: word(LegalType, text),
    "founded": past_day,
    "municipality": municipality_code,
    "nuts_region": region_code,
    "may_co_fund": yes_no,
    "consortium_experience": yes_no,
}
PART_FACTS = ("applications", "applications_led")
LISTS: dict[str, Callable[[str], Any]] = {
    "regions": lambda text: tuple(region_code(part) for part in parts(text)),
    "municipalities": lambda text: tuple(municipality_code(part) for part in parts(text)),
    "activities": lambda text: () if text.strip().casefold() in NONE else tuple(parts(text)),
}
KEYED: dict[str, Callable[[str], Any]] = {
    "statements": yes_no,
    "declarations": yes_no,
    "characters": whole_number,
}
ONE_OF = {"municipality": "municipalities", "region": "regions"}
"""Facts that questions name in the singular."""
CONFIRM, REJECT = "confirm", "reject"


Model = TypeVar("Model", MemberCreate, ProjectPlan)


class Answered(BaseModel):
    """What was stored, in one line."""

    fact: str
    member: str | None
    text: str


def answer(
    session: Session,
    slug: str,
    call_name: str,
    fact: str,
    value: str,
    member: str | None = None,
    by: str | None = None,
) -> Answered:
    """Stores the answer to a question, written as a person writes it; `unknown` takes an answer back.

    For `call.*`: `confirm`, `reject`, or the right values such as `minimum=3`; `by` decides, else the
    coalition. Raises NotFound, and BadChoice for a fact that nobody asks for and a value that is no answer
    to it; then nothing is stored.
    """
    require(session, Action.DRAFT, slug)
    about, _, name = fact.partition(".")
    if about == "member":
        told = _member(session, slug, call_name, name, value, member)
    elif about == "project":
        told = _project(session, slug, call_name, name, value)
    elif about == "call":
        told = _call(session, slug, call_name, name, value, by)
    else:
        raise BadChoice(
            f"No fact {fact!r}: it begins with member., project. or call., as `check` asks for it."
        )
    return Answered(fact=fact, member=member, text=told)


def _member(session: Session, slug: str, call_name: str, name: str, value: str, member: str | None) -> str:
    profile = coalitions.profile_of(coalitions.coalition_by_slug(session, slug))
    known = [one.slug for one in profile.members]
    if member not in known:
        asked = "Say which member" if member is None else f"No member {member!r}"
        raise BadChoice(f"{asked}; there are: {', '.join(known)}.")
    if name in PART_FACTS:
        return _part(session, slug, call_name, member, name, value)
    place = known.index(member)
    changed = _with_fact(profile.members[place], name, value)
    members = [*profile.members[:place], changed, *profile.members[place + 1 :]]
    coalitions.save_coalition(session, CoalitionCreate(**(dict(profile) | {"members": members})))
    return f"{changed.name}: {name} is {_told(value)}."


def _with_fact(member: MemberCreate, name: str, value: str) -> MemberCreate:
    facts = dict(member)
    if name in MEMBER_FACTS:
        facts[name] = None if _is_unknown(value) else MEMBER_FACTS[name](value)
    elif name in list(Identifier):
        facts |= _registration(member, Identifier(name), value)
    else:
        known = [*MEMBER_FACTS, *PART_FACTS, *Identifier]
        raise BadChoice(f"No fact member.{name}; there are: {', '.join(known)}.")
    return _checked(MemberCreate, facts, value)


def _registration(member: MemberCreate, identifier: Identifier, value: str) -> dict[str, Any]:
    """A number, or no; a mandate has no number, so it is yes or no."""
    numbers = {key: number for key, number in member.identifiers.items() if key is not identifier}
    lacks = [one for one in member.lacks if one is not identifier]
    plain = value.strip()
    if not _is_unknown(plain):
        if plain.casefold() in {"no", "ei", "nej"}:
            lacks.append(identifier)
        else:
            is_mandate = identifier is Identifier.SUOMI_FI_MANDATE
            numbers[identifier] = "yes" if is_mandate and yes_no(plain) else plain
    return {"identifiers": numbers, "lacks": lacks}


def _part(session: Session, slug: str, call_name: str, member: str, name: str, value: str) -> str:
    number = None if _is_unknown(value) else whole_number(value)
    changed = [
        LineUpPart(**(dict(part) | {name: number})) if part.member == member else part
        for part in line_ups.current_parts(session, slug, call_name)
    ]
    line_ups.save(session, slug, call_name, changed)
    return f"{member}: {name} in this round is {_told(value)}; the line-up is stored with it."


def _project(session: Session, slug: str, call_name: str, name: str, value: str) -> str:
    plan = plan_with(line_ups.plan_of(session, slug, call_name), name, value)
    line_ups.save_project(session, slug, call_name, plan)
    return f"project.{name} is {_told(value)}; the line-up is stored with it."


def plan_with(plan: ProjectPlan, name: str, value: str) -> ProjectPlan:
    """The plan with one value more, as written; `statements.KEY` sets one key. Raises BadChoice."""
    first, _, key = name.partition(".")
    field = ONE_OF.get(first, first)
    if field not in ProjectPlan.model_fields or bool(key) != (field in KEYED):
        known = [f"{one}.KEY" if one in KEYED else one for one in ProjectPlan.model_fields]
        raise BadChoice(f"No fact project.{name}; there are: {', '.join(known)}.")
    if field in KEYED:
        pairs: Mapping[str, Any] = getattr(plan, field)
        kept = {one: held for one, held in pairs.items() if one != key}
        changed: Any = kept if _is_unknown(value) else kept | {key: KEYED[field](value)}
    elif _is_unknown(value):
        changed = ProjectPlan.model_fields[field].default
    else:
        changed = _plan_value(field, value)
    return _checked(ProjectPlan, dict(plan) | {field: changed}, value)


def _plan_value(field: str, value: str) -> Any:
    if field in LISTS:
        return LISTS[field](value)
    if field == "language":
        return word(Language, value)
    return yes_no(value) if field == "investment" else whole_number(value)


def _call(session: Session, slug: str, call_name: str, kind: str, value: str, by: str | None) -> str:
    by = by or coalitions.coalition_by_slug(session, slug).name
    plain = value.strip()
    if _is_unknown(plain):
        call_conditions.withdraw(session, call_name, kind, slug=slug)
        return f"{kind}: the decision is taken back."
    if plain.casefold() == CONFIRM:
        call_conditions.confirm(session, call_name, kind, by=by, slug=slug)
    elif plain.casefold() == REJECT:
        call_conditions.reject(session, call_name, kind, by=by, slug=slug)
    elif pairs := pairs_in(plain):
        call_conditions.correct(session, call_name, kind, pairs, by=by, slug=slug)
    else:
        raise BadChoice(f"{value!r} does not answer it: write confirm, reject, or its values as minimum=3.")
    return f"{kind} is decided for this coalition: {plain}."


def _checked(kind: type[Model], facts: Mapping[str, Any], value: str) -> Model:
    """The model with these facts. Raises BadChoice with the first thing that is wrong, in one line."""
    try:
        return kind(**facts)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        place = str(first["loc"][0]) if first["loc"] else "it"
        raise BadChoice(f"{place} cannot be {value!r}: {mended(first).rstrip('.')}.") from None


def _is_unknown(value: str) -> bool:
    return value.strip().casefold() in {"", UNKNOWN}


def _told(value: str) -> str:
    return "not known" if _is_unknown(value) else value.strip()
