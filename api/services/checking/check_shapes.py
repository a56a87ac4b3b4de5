"""What a check says, in the shapes that pages, `--json` and the command line share; words in one language."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import BaseModel

from matcher.eligibility.assess import AHEAD
from matcher.eligibility.conditions import Certainty, Stage
from matcher.eligibility.facts import Origin
from matcher.eligibility.judgement import Answer, AnswerKind
from store.models import CallDocumentPublic, CallPublic, CoalitionPublic, ProjectPlan
from store.vocabulary import ActorType, DecisionState, PartnerRole, Verdict

STEPS = frozenset(kind.model_fields["type"].default for kind in AHEAD)
"""Types of condition that no verdict hangs on: what is lacking is a step still ahead."""


class EvidencePublic(BaseModel):
    """What a condition rests on.

    A rule: source_title, reference, place, certainty, address, note (English). Words of the call: `quote` at
    start:end of the call's `field` (description, conditions), or on `page` (from 1) of the `document` of that
    name and id.
    by, at: who decided and when (UTC), of OFFICER and LEAD.
    """

    origin: Origin
    certainty: Certainty
    source_title: str
    reference: str | None = None
    place: str | None = None
    note: str | None = None
    address: str | None = None
    quote: str | None = None
    field: str | None = None
    document: str | None = None
    document_id: int | None = None
    page: int | None = None
    start: int | None = None
    end: int | None = None
    by: str | None = None
    at: datetime | None = None


class Choice(BaseModel):
    """One answer to choose: `value` is handed to `answer_question`, `label` is shown."""

    value: str
    label: str


class QuestionPublic(BaseModel):
    """The one question that settles a condition; answer it with `answer_question.answer`.

    fact: `member.founded`, `project.months`, `call.consortium_size` ...; member: slug of whom it is about.
    choices: the answers there are, None when the answer is written freely (a date, a number, a place).
    """

    fact: str
    kind: AnswerKind
    text: str
    member: str | None = None
    member_name: str | None = None
    choices: list[Choice] | None = None


class DecisionPublic(BaseModel):
    """What a person decided about a condition of the call; for_all: an officer's, else the coalition's own.

    source_changed: the words it rested on no longer stand in the call.
    authority_value: of the coalition's own, what the call's authority has decided otherwise since, in short.
    """

    state: DecisionState
    by: str
    at: datetime
    for_all: bool
    note: str | None = None
    source_changed: bool = False
    authority_value: str | None = None


class FindingPublic(BaseModel):
    """One condition judged. label: what the condition is about; value: what it asks for, in short.

    curable, cure: of a NO, whether and how a partner or a choice puts it right.
    read: read from the call's words and confirmed by nobody yet. members: names that it is about.
    condition: its values as plain data, to correct them.
    """

    type: str
    stage: Stage
    label: str
    value: str | None
    answer: Answer
    answer_label: str
    reason: str
    curable: bool
    cure: str | None = None
    question: QuestionPublic | None = None
    evidence: EvidencePublic
    members: list[str] = []
    read: bool = False
    decision: DecisionPublic | None = None
    condition: Mapping[str, Any] = {}

    @property
    def is_ahead(self) -> bool:
        """Whether somebody lacks a registration: a step that is still ahead, in nobody's way."""
        return self.type in STEPS and self.answer is Answer.NO


class RoleOption(BaseModel):
    """Whether a member may take a role of this call, and why not."""

    role: PartnerRole
    label: str
    answer: Answer
    reason: str | None = None


class MemberCheckPublic(BaseModel):
    """The verdict for one member; role None: it takes no part in this call.

    curable: of INELIGIBLE, whether another role, or a partner, puts it right.
    """

    slug: str
    name: str
    actor_type: ActorType
    country: str
    role: PartnerRole | None
    role_label: str | None
    role_wish: PartnerRole | None
    verdict: Verdict
    verdict_label: str
    reason: str
    question: QuestionPublic | None = None
    roles: list[RoleOption] = []
    findings: list[FindingPublic] = []
    applications: int | None = None
    applications_led: int | None = None


class WhatIfPublic(BaseModel):
    """What the verdict would be with one more partner; judged, not guessed."""

    text: str
    verdict: Verdict
    verdict_label: str
    actor_type: ActorType | None
    country: str | None
    role: PartnerRole


class RulesPublic(BaseModel):
    """The rule set that the call falls under: its action's key and name."""

    name: str
    action: str


class CheckPublic(BaseModel):
    """May this coalition apply for this call, with all the answer rests on.

    findings: the partnership's conditions, failed first. to_keep: what the proposal has to keep to; what is
    open there does not lower the verdict. questions: most deciding first. possible_with: the cure in short.
    proposed: nobody has decided the line-up yet, Koalitio proposed it. rules None: no rules for such a call.
    what_if: the answer to the what-if that was asked for, first of `what_ifs` as well.
    """

    coalition: CoalitionPublic
    call: CallPublic
    verdict: Verdict
    verdict_label: str
    curable: bool
    reason: str
    possible_with: str | None = None
    findings: list[FindingPublic] = []
    to_keep: list[FindingPublic] = []
    members: list[MemberCheckPublic] = []
    questions: list[QuestionPublic] = []
    what_ifs: list[WhatIfPublic] = []
    what_if: WhatIfPublic | None = None
    warnings: list[str] = []
    proposed: bool
    line_up_saved_at: datetime | None = None
    project: ProjectPlan = ProjectPlan()
    rules: RulesPublic | None = None
    documents: list[CallDocumentPublic] = []
    as_of: datetime

    @property
    def one_answer_settles(self) -> bool:
        """Whether the verdict hangs on the answer to a single question."""
        return self.verdict is Verdict.NEEDS_REVIEW and len(self.questions) == 1


class ConditionPublic(BaseModel):
    """One condition of a call, judged for nobody: of a rule, read from the call, or decided by a person.

    decision: of one that a person confirmed or corrected, and of one that a person rejected.
    """

    type: str
    stage: Stage
    label: str
    value: str | None
    evidence: EvidencePublic
    read: bool = False
    decision: DecisionPublic | None = None
    condition: Mapping[str, Any] = {}


class CallConditions(BaseModel):
    """All conditions of one call. rejected: decisions that a type is no condition of this call."""

    call: CallPublic
    rules: RulesPublic | None
    conditions: list[ConditionPublic]
    rejected: list[ConditionPublic] = []
    documents: list[CallDocumentPublic] = []
