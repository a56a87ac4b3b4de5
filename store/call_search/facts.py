"""What is remembered of each call for filters and order: its columns without the texts."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from store.call_dates import CutOff
from store.models import Call, CallDecision, CallReading, Change
from store.vocabulary import ActorType, DecisionState, Programme

APPLICANTS = "applicant_type"
"""Type of the condition that says who may apply (`matcher.eligibility.conditions.ApplicantType`)."""
Applicants = frozenset[ActorType]
EVERYBODY: Applicants = frozenset(ActorType)
CHUNK = 500


@dataclass(frozen=True, slots=True)
class Facts:
    """One call. area: NUTS codes, or countries where only these are given; empty: not known."""

    id: int
    identifier: str
    programme: Programme
    source: str
    language: str
    opens_at: datetime | None
    closes_at: datetime | None
    continuous: bool | None
    cut_offs: tuple[CutOff, ...]
    area: tuple[str, ...]
    grant: int | None
    amount: int | None
    accepted: Applicants
    created_at: datetime


@dataclass(frozen=True)
class Marks:
    """How far the database has come: the newest call, change and reading, and how many calls."""

    calls: int = 0
    call: int = 0
    change: int = 0
    readings: tuple[Any, ...] = ()


def marks_now(session: Session) -> Marks:
    """The marks at this moment: four looks at the ends of indexes."""
    calls, call = session.exec(select(func.count(col(Call.id)), func.max(Call.id))).one()
    change = session.exec(select(func.max(Change.id))).one()
    applicants = CallReading.type == APPLICANTS
    read = session.exec(
        select(func.count(col(CallReading.id)), func.max(CallReading.id)).where(applicants)
    ).one()
    decided = session.exec(
        select(func.count(col(CallDecision.id)), func.max(CallDecision.decided_at)).where(
            CallDecision.type == APPLICANTS
        )
    ).one()
    return Marks(calls, call or 0, change or 0, (*read, *decided))


def changed_ids(session: Session, before: Marks) -> set[int]:
    """The calls that came or changed since those marks."""
    came = set(session.exec(select(Call.id).where(col(Call.id) > before.call)))
    changed = session.exec(select(Change.call_id).where(col(Change.id) > before.change).distinct())
    return {key for key in came if key is not None} | set(changed)


def facts_of(session: Session, call_ids: Collection[int] | None = None) -> Iterator[Facts]:
    """The facts of these calls, or of all."""
    columns = (
        *(Call.id, Call.identifier, Call.programme, Call.source, Call.language, Call.opens_at),
        *(Call.closes_at, Call.continuous, Call.cut_offs, Call.nuts_regions, Call.countries, Call.area),
        *(Call.max_award_amount, Call.min_award_amount, Call.total_amount_available),
        *(Call.accepted_applicant_types, Call.created_at),
    )
    query = select(*columns)  # type: ignore[call-overload]
    for chosen in _chunks(call_ids):
        limited = query if chosen is None else query.where(col(Call.id).in_(chosen))
        for row in session.execute(limited.order_by(Call.id)):
            yield _facts(*row)


def _facts(
    key: int,
    identifier: str,
    programme: Programme,
    source: str,
    language: str,
    opens_at: datetime | None,
    closes_at: datetime | None,
    continuous: bool | None,
    cut_offs: list[CutOff],
    regions: list[str] | None,
    countries: list[str] | None,
    named: dict[str, str] | None,
    most: int | None,
    least: int | None,
    amount: int | None,
    accepted: list[str] | None,
    created_at: datetime,
) -> Facts:
    return Facts(
        key,
        identifier,
        programme,
        source,
        language,
        opens_at,
        closes_at,
        continuous,
        tuple(cut_offs),
        _area(regions, countries, named),
        least if most is None else most,
        amount,
        frozenset(ActorType(one) for one in accepted or () if one in list(ActorType)),
        created_at,
    )


def read_applicants(session: Session) -> dict[int, Applicants]:
    """Who may apply by what was read from calls, and by what officers decided for all in its place."""
    found: dict[int, set[ActorType]] = {}
    readings = select(CallReading.call_id, CallReading.condition).where(CallReading.type == APPLICANTS)
    for call_id, condition in session.exec(readings):
        found.setdefault(call_id, set()).update(_actor_types(condition))
    decided = select(CallDecision.call_id, CallDecision.state, CallDecision.condition).where(
        CallDecision.type == APPLICANTS, col(CallDecision.coalition_id).is_(None)
    )
    for call_id, state, decision in session.exec(decided):
        rejected = state is DecisionState.REJECTED or decision is None
        found[call_id] = set() if rejected else _actor_types(decision or {})
    return {call_id: frozenset(types) for call_id, types in found.items() if types}


def texts_of(session: Session, call_ids: Collection[int]) -> Iterator[tuple[int, str, str, str]]:
    """Id, language, title (with identifier) and texts of these calls, as words are looked for in them."""
    columns = (
        *(Call.id, Call.language, Call.identifier, Call.title, Call.call_identifier, Call.call_title),
        *(Call.action, Call.authority, Call.description),
    )
    for chosen in _chunks(call_ids):
        query = select(*columns).where(col(Call.id).in_(chosen or ()))  # type: ignore[call-overload]
        for (
            key,
            language,
            identifier,
            title,
            call_identifier,
            call_title,
            action,
            by,
            text,
        ) in session.execute(query):
            other = (call_identifier, call_title, action, *(by or {}).values(), text)
            yield key, language, f"{identifier} {title}", "\n".join(part for part in other if part)


def _area(
    regions: list[str] | None, countries: list[str] | None, named: dict[str, str] | None
) -> tuple[str, ...]:
    """A broad area without codes is not known here: its countries would be too wide."""
    if regions:
        return tuple(regions)
    return () if named else tuple(countries or ())


def _actor_types(condition: Mapping[str, Any]) -> set[ActorType]:
    if condition.get("any_organisation"):
        return set(EVERYBODY)
    return {ActorType(one) for one in condition.get("actor_types") or () if one in list(ActorType)}


def _chunks(call_ids: Collection[int] | None) -> Iterator[list[int] | None]:
    if call_ids is None:
        yield None
        return
    ordered = sorted(call_ids)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]
