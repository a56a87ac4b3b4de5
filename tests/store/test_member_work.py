"""Questions and tasks of members are kept once each; what is asked anew waits for an answer again."""

from datetime import date

from sqlmodel import Session

from store import database, member_work
from store.member_work import Said, TaskWords
from store.models import MemberQuestion, MemberTask
from store.vocabulary import Confirmation, PartnerRole
from tests.api import care

FACT = "member.legal_type"


def ids(session: Session) -> tuple[int, int]:
    """A stored coalition and call."""
    coalition, call = care.coalition(session), care.regional_call(session)
    assert coalition.id is not None
    assert call.id is not None
    return coalition.id, call.id


def ask(session: Session, at: tuple[int, int], by: str = "Lead", until: date | None = None) -> MemberQuestion:
    return member_work.ask_question(session, *at, "college", FACT, by=by, answer_by=until)


def test_a_question_asked_twice_is_one_and_keeps_who_asked_first(session: Session) -> None:
    at = ids(session)
    first = ask(session, at)
    again = ask(session, at, by="Writer", until=date(2026, 9, 3))
    assert (again.id, again.asked_by, again.answer_by) == (first.id, "Lead", date(2026, 9, 3))
    assert len(member_work.questions_of(session, at[0])) == 1


def test_a_question_that_was_answered_is_open_when_it_is_asked_again(session: Session) -> None:
    at = ids(session)
    member_work.answer_question(session, ask(session, at), "public", "College")
    again = ask(session, at, by="Writer")
    assert (again.answer, again.answered_by, again.answered_at, again.asked_by) == (
        None,
        None,
        None,
        "Writer",
    )


def test_questions_and_tasks_are_found_by_call_and_member(session: Session) -> None:
    at = ids(session)
    other = care.adult_call(session).id
    assert other is not None
    ask(session, at)
    member_work.put_task(session, *at, "town", TaskWords(hours=3), "Lead")
    member_work.put_task(session, at[0], other, "town", TaskWords(hours=4), "Lead")
    assert member_work.questions_of(session, at[0], member="town") == []
    assert [one.hours for one in member_work.tasks_of(session, at[0], member="town")] == [3, 4]
    assert [one.hours for one in member_work.tasks_of(session, at[0], call_id=other)] == [4]


def test_the_same_task_again_keeps_the_answer_and_another_asks_anew(session: Session) -> None:
    at = ids(session)
    words = TaskWords(PartnerRole.BENEFICIARY, 120, "New teachers", "A letter", date(2026, 9, 3))
    row = member_work.put_task(session, *at, "college", words, "Lead")
    member_work.settle_task(session, row, Confirmation.CONFIRMED, "College")
    assert member_work.put_task(session, *at, "college", words, "Lead").state is Confirmation.CONFIRMED
    anew = member_work.put_task(session, *at, "college", words._replace(hours=80), "Lead")
    assert (anew.id, anew.state, anew.answered_by) == (row.id, Confirmation.ASKED, None)


def test_a_correction_is_kept_beside_what_was_asked_and_gone_once_confirmed(session: Session) -> None:
    at = ids(session)
    row = member_work.put_task(session, *at, "college", TaskWords(hours=120), "Lead")
    said = Said("Too much", PartnerRole.ASSOCIATED_PARTNER, 60, None)
    first = member_work.settle_task(session, row, Confirmation.CORRECTED, "College", said).answered_at
    assert (row.hours, row.said_hours, row.correction) == (120, 60, "Too much")
    member_work.settle_task(session, row, Confirmation.CORRECTED, "College", said)
    assert row.answered_at == first
    member_work.settle_task(session, row, Confirmation.CONFIRMED, "College")
    assert (row.correction, row.said_role, row.said_hours) == (None, None, None)


def test_two_that_ask_at_once_store_one(session: Session) -> None:
    """The other stores its first row between our look and our write."""
    at = ids(session)
    original = member_work.tasks_of
    looked: list[bool] = []

    def slow(*args: object, **named: object) -> list[MemberTask]:
        found = original(*args, **named)  # type: ignore[arg-type]
        if not looked:
            looked.append(True)
            with database.session() as other:
                member_work.put_task(other, *at, "college", TaskWords(hours=1), "Other")
        return found

    member_work.tasks_of = slow
    try:
        member_work.put_task(session, *at, "college", TaskWords(hours=2), "Lead")
    finally:
        member_work.tasks_of = original
    assert [one.hours for one in member_work.tasks_of(session, at[0])] == [2]
