"""Keeping what members put in: proposals of needs and goals, and how much each weighs for whom."""

from collections.abc import Mapping

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from store import clock
from store.models import MemberInput, Weighing
from store.vocabulary import InputKind, InputState


def inputs_of(session: Session, coalition_id: int) -> list[MemberInput]:
    """All proposals of the coalition's members, the first first."""
    query = select(MemberInput).where(MemberInput.coalition_id == coalition_id)
    return list(session.exec(query.order_by(col(MemberInput.id))))


def weighings_of(session: Session, coalition_id: int) -> list[Weighing]:
    """Every weight that a member gave, by target in the order of giving."""
    query = select(Weighing).where(Weighing.coalition_id == coalition_id)
    return list(session.exec(query.order_by(col(Weighing.target), col(Weighing.id))))


def propose(
    session: Session,
    coalition_id: int,
    member: str,
    kind: InputKind,
    text: str,
    *,
    by: str,
    figure: str | None = None,
    source: str | None = None,
) -> MemberInput:
    """The proposal; the same one by the same member again is the one that is there."""
    same = (kind, text.strip(), figure, source)
    for one in inputs_of(session, coalition_id):
        if one.member_slug == member and (one.kind, one.text, one.figure, one.source) == same:
            return one
    row = MemberInput(
        coalition_id=coalition_id,
        kind=kind,
        text=text.strip(),
        figure=figure,
        source=source,
        member_slug=member,
        by=by,
        at=clock.now(),
    )
    session.add(row)
    session.commit()
    return row


def weigh(session: Session, coalition_id: int, member: str, weights: Mapping[str, int], by: str) -> None:
    """The member's weights by target, one each: a later one replaces an earlier one."""
    try:
        _put_weights(session, coalition_id, member, weights, by)
    except IntegrityError:  # sent twice at once: the other has stored the first ones since we looked
        session.rollback()
        _put_weights(session, coalition_id, member, weights, by)


def decide(
    session: Session,
    row: MemberInput,
    state: InputState,
    by: str,
    *,
    became: str | None = None,
    word: str | None = None,
) -> MemberInput:
    """Notes what became of a proposal; of one that was taken the weights go on to what it became.

    A weight that a member has given to that already stays, so that none counts twice.
    """
    row.state, row.decided_by, row.became, row.word = state, by, became, word
    if became is not None:
        _move_weights(session, row.coalition_id, f"input:{row.id}", f"{row.kind}:{became}")
    session.add(row)
    session.commit()
    return row


def _put_weights(
    session: Session, coalition_id: int, member: str, weights: Mapping[str, int], by: str
) -> None:
    query = select(Weighing).where(Weighing.coalition_id == coalition_id, Weighing.member_slug == member)
    held = {one.target: one for one in session.exec(query)}
    for target, weight in weights.items():
        row = held.get(target)
        if row is None:
            row = Weighing(
                coalition_id=coalition_id, target=target, member_slug=member, weight=weight, by=by,
                at=clock.now(),
            )  # fmt: skip
        elif row.weight == weight:
            continue
        row.weight, row.by, row.at = weight, by, clock.now()
        session.add(row)
    session.commit()


def _move_weights(session: Session, coalition_id: int, old: str, new: str) -> None:
    found = [one for one in weighings_of(session, coalition_id) if one.target in (old, new)]
    given = {one.member_slug for one in found if one.target == new}
    for one in found:
        if one.target != old:
            continue
        if one.member_slug in given:
            session.delete(one)
        else:
            one.target = new
            session.add(one)
