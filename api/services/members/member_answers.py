"""Use cases: what one member sees of what is asked of it, and what it answers; by a seat only."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from pydantic import BaseModel
from sqlmodel import Session

from api.errors import BadChoice, Changed
from api.services.access import audit
from api.services.access.actor import trusted
from api.services.checking import answer_question
from api.services.checking.check_call import check_call
from api.services.checking.check_shapes import CheckPublic
from api.services.members.member_asks import questions_about
from api.services.members.member_seat import Seat
from api.services.members.member_shapes import (
    AskedQuestion,
    TaskPublic,
    asked_question,
    task_public,
    version_of,
)
from store import member_work, queries
from store.errors import NotFound
from store.labels import role_label
from store.member_work import Said
from store.models import CallPublic, MemberQuestion, MemberTask
from store.vocabulary import Confirmation, Language, PartnerRole, Verdict

Row = TypeVar("Row", MemberQuestion, MemberTask)


class MyCall(BaseModel):
    """One call that a member is asked about.

    verdict: for the member, with its reason, and `whole_*` for the whole coalition; None where nothing was
    asked that a verdict hangs on.
    roles: of the call, with their names.
    """

    call: CallPublic
    task: TaskPublic | None
    questions: list[AskedQuestion]
    verdict: Verdict | None = None
    verdict_label: str | None = None
    reason: str | None = None
    whole_verdict: Verdict | None = None
    whole_label: str | None = None
    roles: list[tuple[PartnerRole, str]] = []

    @property
    def open_questions(self) -> list[AskedQuestion]:
        """What waits for an answer."""
        return [one for one in self.questions if one.is_open]

    @property
    def is_open(self) -> bool:
        """Whether anything waits for the member."""
        return bool(self.open_questions) or (self.task is not None and self.task.is_open)


class MyPart(BaseModel):
    """All that is asked of one member, what is open first."""

    calls: list[MyCall]

    @property
    def left(self) -> int:
        """How many things wait for the member."""
        return sum(
            len(one.open_questions) + (one.task is not None and one.task.is_open) for one in self.calls
        )


def my_part(session: Session, seat: Seat, language: Language) -> MyPart:
    """What is asked of the member, in the reader's language."""
    tasks = member_work.tasks_of(session, seat.coalition_id, member=seat.member)
    questions = member_work.questions_of(session, seat.coalition_id, member=seat.member)
    ids = dict.fromkeys([*(one.call_id for one in tasks), *(one.call_id for one in questions)])
    calls = [
        _my_call(
            session,
            seat,
            call_id,
            next((one for one in tasks if one.call_id == call_id), None),
            [one for one in questions if one.call_id == call_id],
            language,
        )
        for call_id in ids
    ]
    return MyPart(calls=sorted(calls, key=lambda one: not one.is_open))


def confirm(session: Session, seat: Seat, call_name: str, version: str) -> None:
    """The member takes its part as asked; a second press changes nothing. Raises NotFound and Changed."""
    row = _task(session, seat, call_name, version)
    member_work.settle_task(session, row, Confirmation.CONFIRMED, seat.by)
    audit.note(session, "member.confirmed", seat.slug, member=seat.member, call=call_name)


def correct(session: Session, seat: Seat, call_name: str, version: str, said: Said) -> None:
    """The member says what is to be otherwise; the lead sees it beside what was asked.

    Raises NotFound, Changed, and BadChoice when nothing is said.
    """
    row = _task(session, seat, call_name, version)
    if not any(value is not None for value in said):
        raise BadChoice("Say what is to be corrected.")
    member_work.settle_task(session, row, Confirmation.CORRECTED, seat.by, said)
    audit.note(session, "member.corrected", seat.slug, member=seat.member, call=call_name)


def answer(session: Session, seat: Seat, call_name: str, fact: str, value: str) -> None:
    """Stores the member's answer to a question that was put to it, in its profile or the line-up.

    One that is answered already stays. Raises NotFound for what was not asked, and BadChoice for a value that
    is no answer; then nothing is stored.
    """
    row = _question(session, seat, call_name, fact)
    if row.answer is not None:
        return
    _apply(session, seat, call_name, fact, value)
    member_work.answer_question(session, row, value, seat.by)
    audit.note(session, "member.answered", seat.slug, member=seat.member, call=call_name, fact=fact)


def take_back(session: Session, seat: Seat, call_name: str, fact: str) -> None:
    """Takes the member's own answer back: the fact is not known again. Raises NotFound."""
    row = _question(session, seat, call_name, fact)
    if row.answer is None:
        return
    _apply(session, seat, call_name, fact, answer_question.UNKNOWN)
    member_work.answer_question(session, row, None, seat.by)
    audit.note(session, "member.took_back", seat.slug, member=seat.member, call=call_name, fact=fact)


def _apply(session: Session, seat: Seat, call_name: str, fact: str, value: str) -> None:
    with trusted(session):
        answer_question.answer(session, seat.slug, call_name, fact, value, member=seat.member, by=seat.by)


def _my_call(
    session: Session,
    seat: Seat,
    call_id: int,
    task: MemberTask | None,
    questions: Sequence[MemberQuestion],
    language: Language,
) -> MyCall:
    """The call with its verdicts where questions hang on them."""
    stored = member_work.call_asked(session, call_id)
    call = queries.public_call(stored, queries.whole_crawls(session))
    check: CheckPublic | None = None
    if questions:
        with trusted(session):
            check = check_call(session, seat.slug, call.external_id, language=language)
    asked = questions_about(check, seat.member) if check else []
    judged = next((one for one in check.members if one.slug == seat.member), None) if check else None
    return MyCall(
        call=call,
        task=task_public(task, call, language) if task else None,
        questions=[asked_question(one, asked) for one in questions],
        verdict=judged.verdict if judged else None,
        verdict_label=judged.verdict_label if judged else None,
        reason=judged.reason if judged else None,
        whole_verdict=check.verdict if check else None,
        whole_label=check.verdict_label if check else None,
        roles=[(role, role_label(role, call.programme, language, call.source)) for role in PartnerRole],
    )


def _task(session: Session, seat: Seat, call_name: str, version: str) -> MemberTask:
    found = member_work.tasks_of(
        session, seat.coalition_id, call_id=queries.id_of(session, call_name), member=seat.member
    )
    row = _only(found, lambda _: True)
    if version_of(row) != version:
        raise Changed("What is asked has changed: look at it again.")
    return row


def _question(session: Session, seat: Seat, call_name: str, fact: str) -> MemberQuestion:
    found = member_work.questions_of(
        session, seat.coalition_id, call_id=queries.id_of(session, call_name), member=seat.member
    )
    return _only(found, lambda one: one.fact == fact)


def _only(found: Sequence[Row], wanted: Callable[[Row], bool]) -> Row:
    row = next((one for one in found if wanted(one)), None)
    if row is None:
        raise NotFound("This is not asked of you. Ask the coalition's lead.")
    return row
