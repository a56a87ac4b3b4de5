"""What is asked of members and what they say, in the shapes that pages share."""

from datetime import date, datetime
from hashlib import sha256
from typing import NamedTuple

from pydantic import BaseModel

from api.services.checking.check_shapes import QuestionPublic
from store import member_work
from store.labels import role_label
from store.models import CallPublic, CoalitionPublic, MemberQuestion, MemberTask
from store.vocabulary import Confirmation, Language, PartnerRole, Verdict


class TaskPublic(BaseModel):
    """What is asked of a member for a call, and what it said.

    version: changes with what is asked, so that nobody confirms what they have not seen. said_*: what a
    correction names instead, None where it leaves it as asked.
    """

    role: PartnerRole | None
    role_label: str | None
    hours: int | None
    benefit: str | None
    request: str | None
    answer_by: date | None
    asked_by: str
    asked_at: datetime
    state: Confirmation
    correction: str | None
    said_role: PartnerRole | None
    said_role_label: str | None
    said_hours: int | None
    said_benefit: str | None
    answered_by: str | None
    answered_at: datetime | None
    version: str

    @property
    def is_open(self) -> bool:
        """Whether the member has not said anything yet."""
        return self.state is Confirmation.ASKED


class AskedQuestion(BaseModel):
    """A question that was put to a member; `question` None: the check no longer asks it.

    answer: as written, None while there is none.
    """

    fact: str
    question: QuestionPublic | None
    answer: str | None
    asked_by: str
    asked_at: datetime
    answer_by: date | None
    answered_by: str | None
    answered_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether it waits for the member: no answer yet, and the check still asks."""
        return self.answer is None and self.question is not None


class Suggestion(NamedTuple):
    """A value to begin with, and the place in the profile or project that it was taken from."""

    value: str
    rests_on: str


class MemberAsk(BaseModel):
    """One member in the lead's view of a call.

    open: questions of the check about it that nobody has put to it yet. hours, benefit: to begin with.
    """

    slug: str
    name: str
    role: PartnerRole | None
    role_label: str | None
    verdict: Verdict
    verdict_label: str
    open: list[QuestionPublic] = []
    asked: list[AskedQuestion] = []
    task: TaskPublic | None = None
    hours: Suggestion | None = None
    benefit: Suggestion | None = None

    @property
    def waiting(self) -> bool:
        """Whether something was asked and is not answered yet."""
        asks = any(one.is_open for one in self.asked)
        return asks or (self.task is not None and self.task.is_open)

    @property
    def was_asked(self) -> bool:
        """Whether anything was asked of it."""
        return self.task is not None or bool(self.asked)


class AsksShown(BaseModel):
    """All members of a coalition, and what each was asked about a call.

    roles: of the call, with their names. proposed: nobody has decided the line-up yet.
    """

    coalition: CoalitionPublic
    call: CallPublic
    proposed: bool
    members: list[MemberAsk]
    roles: list[tuple[PartnerRole, str]]

    @property
    def waiting(self) -> list[MemberAsk]:
        """Who has not answered yet."""
        return [member for member in self.members if member.waiting]


def task_public(row: MemberTask, call: CallPublic, language: Language) -> TaskPublic:
    """A stored task with the roles as the call names them."""

    def named(role: PartnerRole | None) -> str | None:
        return role_label(role, call.programme, language, call.source) if role else None

    facts = {name: getattr(row, name) for name in TaskPublic.model_fields if hasattr(row, name)}
    return TaskPublic(
        **facts,
        role_label=named(row.role),
        said_role_label=named(row.said_role),
        version=version_of(row),
    )


def version_of(row: MemberTask) -> str:
    """A mark of what is asked."""
    return sha256(repr(member_work.words_of(row)).encode()).hexdigest()[:12]


def asked_question(row: MemberQuestion, questions: list[QuestionPublic]) -> AskedQuestion:
    """A stored question, beside those that a check asks now."""
    found = next((one for one in questions if (one.fact, one.member) == (row.fact, row.member_slug)), None)
    facts = {name: getattr(row, name) for name in AskedQuestion.model_fields if hasattr(row, name)}
    return AskedQuestion(**facts, question=found)
