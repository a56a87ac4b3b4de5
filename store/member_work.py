"""Keeping what is asked of members about calls, and what they say to it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeVar

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from store import clock
from store.models import Call, MemberQuestion, MemberTask
from store.vocabulary import Confirmation, PartnerRole

Row = TypeVar("Row")


class TaskWords(NamedTuple):
    """What is asked of a member: role, hours in the whole project, benefit, request, day to answer by."""

    role: PartnerRole | None = None
    hours: int | None = None
    benefit: str | None = None
    request: str | None = None
    answer_by: date | None = None


class Said(NamedTuple):
    """A member's correction: its own words, and what it names instead of what it was asked for."""

    text: str | None = None
    role: PartnerRole | None = None
    hours: int | None = None
    benefit: str | None = None


def questions_of(
    session: Session, coalition_id: int, *, call_id: int | None = None, member: str | None = None
) -> list[MemberQuestion]:
    """Questions put to members, in the order they were asked; of one call or one member where named."""
    query = select(MemberQuestion).where(MemberQuestion.coalition_id == coalition_id)
    if call_id is not None:
        query = query.where(MemberQuestion.call_id == call_id)
    if member is not None:
        query = query.where(MemberQuestion.member_slug == member)
    return list(session.exec(query.order_by(col(MemberQuestion.id))))


def tasks_of(
    session: Session, coalition_id: int, *, call_id: int | None = None, member: str | None = None
) -> list[MemberTask]:
    """Tasks of members, in the order they were asked; of one call or one member where named."""
    query = select(MemberTask).where(MemberTask.coalition_id == coalition_id)
    if call_id is not None:
        query = query.where(MemberTask.call_id == call_id)
    if member is not None:
        query = query.where(MemberTask.member_slug == member)
    return list(session.exec(query.order_by(col(MemberTask.id))))


def call_asked(session: Session, call_id: int) -> Call:
    """The call that a question or a task is about."""
    return session.get_one(Call, call_id)


def ask_question(
    session: Session,
    coalition_id: int,
    call_id: int,
    member: str,
    fact: str,
    *,
    by: str,
    answer_by: date | None = None,
) -> MemberQuestion:
    """The question, put now; an open one keeps who put it, one that was answered is open again."""

    def put() -> MemberQuestion:
        found = questions_of(session, coalition_id, call_id=call_id, member=member)
        row = next((one for one in found if one.fact == fact), None)
        if row is None or row.answer is not None:
            row = row or MemberQuestion(
                coalition_id=coalition_id, call_id=call_id, member_slug=member, fact=fact, asked_by=by,
                asked_at=clock.now(),
            )  # fmt: skip
            row.asked_by, row.asked_at = by, clock.now()
            row.answer = row.answered_by = row.answered_at = None
        row.answer_by = answer_by
        return row

    return _stored(session, put)


def answer_question(session: Session, row: MemberQuestion, answer: str | None, by: str) -> MemberQuestion:
    """Notes the answer as written; None takes it back, so that the question is open again."""
    row.answer = answer
    row.answered_by = by if answer is not None else None
    row.answered_at = clock.now() if answer is not None else None
    session.add(row)
    session.commit()
    return row


def put_task(
    session: Session, coalition_id: int, call_id: int, member: str, asked: TaskWords, by: str
) -> MemberTask:
    """The task; the same words again change nothing, other words are asked anew and wait for an answer."""

    def put() -> MemberTask:
        row = next(iter(tasks_of(session, coalition_id, call_id=call_id, member=member)), None)
        if row is not None and words_of(row) == asked:
            return row
        row = row or MemberTask(
            coalition_id=coalition_id, call_id=call_id, member_slug=member, asked_by=by, asked_at=clock.now()
        )
        for name, value in asked._asdict().items():
            setattr(row, name, value)
        row.asked_by, row.asked_at, row.state = by, clock.now(), Confirmation.ASKED
        _say(row, Said())
        row.answered_by = row.answered_at = None
        return row

    return _stored(session, put)


def settle_task(
    session: Session, row: MemberTask, state: Confirmation, by: str, said: Said | None = None
) -> MemberTask:
    """Notes what the member said; the same again keeps the moment of the first time."""
    said = said or Said()
    before = Said(row.correction, row.said_role, row.said_hours, row.said_benefit)
    if (row.state, before) != (state, said):
        row.state, row.answered_by, row.answered_at = state, by, clock.now()
        _say(row, said)
        session.add(row)
        session.commit()
    return row


def words_of(row: MemberTask) -> TaskWords:
    """What is asked in a stored task."""
    return TaskWords(row.role, row.hours, row.benefit, row.request, row.answer_by)


def _say(row: MemberTask, said: Said) -> None:
    row.correction, row.said_role, row.said_hours, row.said_benefit = said


def _stored(session: Session, put: Callable[[], Row]) -> Row:
    """The row as stored; when another has stored the first one since we looked, it is changed instead."""
    try:
        return _kept(session, put())
    except IntegrityError:
        session.rollback()
        return _kept(session, put())


def _kept(session: Session, row: Row) -> Row:
    session.add(row)
    session.commit()
    return row
