"""Saving and finding coalitions; a save replaces the whole profile but keeps identities by slug."""

from collections.abc import Collection, Sequence
from typing import Any, TypeVar

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel, col, select

from store import clock
from store.errors import NotFound, SlugTaken
from store.models.coalition import (
    Coalition,
    CoalitionBase,
    CoalitionCreate,
    CoalitionPublic,
    Goal,
    Member,
    Need,
)

Row = TypeVar("Row", Member, Goal, Need)


def add_coalition(session: Session, new: CoalitionCreate) -> Coalition:
    """Inserts the coalition, in one transaction.

    Raises SlugTaken when there is one of that slug, even if somebody else added it this very moment; then
    nothing is changed.
    """
    try:
        return _keep(session, new, None)
    except IntegrityError:
        session.rollback()
        raise SlugTaken(f"A coalition {new.slug!r} is there already: give this one another name.") from None


def save_coalition(session: Session, new: CoalitionCreate) -> Coalition:
    """Inserts the coalition, or brings the stored one of the same slug to this state, in one transaction."""
    stored = session.exec(select(Coalition).where(Coalition.slug == new.slug)).one_or_none()
    return _keep(session, new, stored)


def _keep(session: Session, new: CoalitionCreate, stored: Coalition | None) -> Coalition:
    moment = clock.now()
    facts = {name: getattr(new, name) for name in CoalitionBase.model_fields}
    if stored is None:
        stored = Coalition(**facts, created_at=moment, last_modified_at=moment)
        session.add(stored)
    else:
        for name, value in facts.items():
            setattr(stored, name, value)
        stored.last_modified_at = moment
    stored.members = _merged(stored.members, new.members, Member)
    stored.goals = _merged(stored.goals, new.goals, Goal)
    stored.needs = _merged(stored.needs, new.needs, Need)
    session.commit()
    session.refresh(stored)
    return stored


def coalition_by_slug(session: Session, slug: str) -> Coalition:
    """The coalition of that slug. Raises NotFound, naming those there are."""
    found = session.exec(select(Coalition).where(Coalition.slug == slug)).one_or_none()
    if found is None:
        raise _missing(session, slug)
    return found


def id_of(session: Session, slug: str) -> int:
    """The number of the coalition of that slug, without reading the rest of it. Raises NotFound."""
    number = session.exec(select(Coalition.id).where(Coalition.slug == slug)).first()
    if number is None:
        raise _missing(session, slug)
    return number


def slugs(session: Session) -> frozenset[str]:
    """The slug of every coalition."""
    return frozenset(session.exec(select(Coalition.slug)))


def coalitions(session: Session, only: Collection[str] | None = None) -> list[Coalition]:
    """Coalitions by name: those with one of these slugs, or all."""
    query = select(Coalition).order_by(Coalition.name)
    return list(session.exec(query if only is None else query.where(col(Coalition.slug).in_(only))))


def profile_of(coalition: Coalition) -> CoalitionCreate:
    """The stored coalition as plain profile, ready to export or edit."""
    return CoalitionCreate.model_validate(_plain(coalition))


def public_coalition(coalition: Coalition) -> CoalitionPublic:
    """The stored coalition as shown."""
    return CoalitionPublic.model_validate(
        _plain(coalition)
        | {
            "id": coalition.id,
            "created_at": coalition.created_at,
            "last_modified_at": coalition.last_modified_at,
        }
    )


def _missing(session: Session, slug: str) -> NotFound:
    known = ", ".join(sorted(slugs(session)))
    there = (
        f"there are: {known}" if known else "none is stored: `koalitio coalition import FILE` brings one in"
    )
    return NotFound(f"No coalition {slug!r}; {there}.")


def _plain(coalition: Coalition) -> dict[str, Any]:
    facts = {name: getattr(coalition, name) for name in CoalitionBase.model_fields}
    own = {"id", "coalition_id", "position"}
    return facts | {
        "members": [m.model_dump(exclude=own) for m in coalition.members],
        "goals": [g.model_dump(exclude=own) for g in coalition.goals],
        "needs": [n.model_dump(exclude=own) for n in coalition.needs],
    }


def _merged(stored: Sequence[Row], new: Sequence[SQLModel], kind: type[Row]) -> list[Row]:
    """New rows in their order, each on the stored row of the same slug where there is one."""
    known = {row.slug: row for row in stored}
    rows = []
    for position, item in enumerate(new):
        facts = {name: getattr(item, name) for name in type(item).model_fields} | {"position": position}
        row = known.get(facts["slug"])
        if row is None:
            row = kind(**facts)
        else:
            for name, value in facts.items():
                setattr(row, name, value)
        rows.append(row)
    return rows
