"""What the check page shows of a condition: its id, who may decide on it, where its words are."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from api.services.checking.check_shapes import (
    CheckPublic,
    ConditionPublic,
    EvidencePublic,
    FindingPublic,
    MemberCheckPublic,
    QuestionPublic,
)
from frontend.condition_fields import ConditionField, fields_of
from frontend.formats import Formats
from frontend.prose import SPOT
from frontend.render import call_address, with_query
from frontend.words import Words
from store.models import CallDocumentPublic, CallPublic
from store.vocabulary import PartnerRole, Verdict

FIELDLESS = frozenset({"project.characters", "project.activities"})
"""Facts that no single field can take: they are counted in the draft."""
DECIDABLE = frozenset({"text", "document", "officer", "lead"})
"""Origins on which a person may have a word; on rules and the source's own facts only when they ask."""


@dataclass(frozen=True)
class ConditionRow:
    """One judged condition; `id` names it on the page and changes when the condition does.

    decidable: a person may say what holds; was_read: there are words of the call that were read right or not.
    question: what to ask beside it, None when that is asked elsewhere on the page.
    """

    id: str
    finding: FindingPublic
    decidable: bool
    was_read: bool
    fields: list[ConditionField]
    question: QuestionPublic | None


def rows_of(check: CheckPublic, findings: Sequence[FindingPublic], formats: Formats) -> list[ConditionRow]:
    """The rows of these findings of the check, in their order."""
    rows = []
    asked = {answer_id(question) for question in check.questions}
    for finding in findings:
        row, was_read = row_id(finding), finding.read or bool(finding.evidence.quote)
        asks = finding.question is not None and finding.question.kind == "call_condition"
        decidable = asks or str(finding.evidence.origin) in DECIDABLE
        fields = fields_of(finding.type, finding.condition, row, formats) if decidable else []
        question = finding.question if _has_field(finding.question) else None
        if question is not None and answer_id(question) in asked:
            question = None
        asked |= {answer_id(question)} if question else set()
        decidable = decidable and (was_read or bool(fields))
        rows.append(ConditionRow(row, finding, decidable, was_read, fields, question))
    return rows


def all_questions(check: CheckPublic) -> list[QuestionPublic]:
    """Every question that the page asks, the most deciding first."""
    beside = (finding.question for finding in (*check.findings, *check.to_keep))
    return [*check.questions, *(question for question in beside if question and _has_field(question))]


def _has_field(question: QuestionPublic | None) -> bool:
    return question is not None and question.kind != "call_condition" and question.fact not in FIELDLESS


def row_id(condition: FindingPublic | ConditionPublic) -> str:
    """A name that stays the same while the condition and what it rests on do."""
    rests_on = condition.evidence
    facts = [str(rests_on.origin), rests_on.quote, rests_on.source_title, dict(condition.condition)]
    mark = hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode()).hexdigest()[:8]
    return f"condition-{condition.type}-{mark}"


def reading_at(rows: Sequence[ConditionRow]) -> dict[str, str]:
    """Where a question about a condition of the call (`call.TYPE`) is settled on the page."""
    places: dict[str, str] = {}
    for row in sorted(rows, key=lambda row: not row.decidable):
        places.setdefault(f"call.{row.finding.type}", row.id)
    return places


def answer_id(question: QuestionPublic) -> str:
    """The id of the field that takes the answer."""
    return "-".join(filter(None, ("answer", question.fact.replace(".", "-"), question.member)))


def quote_address(call: CallPublic, evidence: EvidencePublic) -> str | None:
    """Where the quoted words stand, marked, on the call's page; None for words of a document."""
    if evidence.document or evidence.start is None or evidence.end is None:
        return None
    field = evidence.field if evidence.field != "description" else None
    address = with_query(call_address(call), field=field, start=evidence.start, end=evidence.end)
    return f"{address}#{SPOT}"


def quote_language(
    call: CallPublic, documents: Sequence[CallDocumentPublic], evidence: EvidencePublic
) -> str:
    """The language of the quoted words: the document's or the call's."""
    found = (file.language for file in documents if file.id == evidence.document_id)
    return next(found, call.language) if evidence.document else call.language


def could(member: MemberCheckPublic, words: Words) -> list[str]:
    """Whether a member could lead (and why not, unless its verdict says so) or only be associated."""
    options = {option.role: option for option in member.roles}
    lead, funded = options.get(PartnerRole.COORDINATOR), options.get(PartnerRole.BENEFICIARY)
    lines = []
    if lead is not None:
        told = lead.answer == "yes" or lead.reason in (None, member.reason)
        reason = "" if told else f": {lead.reason}"
        lines.append(words(f"check.could.{lead.answer}") + reason)
    if funded is not None and funded.answer == "no" and (lead is None or lead.answer == "no"):
        lines.append(words("check.could.associated"))
    return lines


def is_inviting(check: CheckPublic) -> bool:
    """Whether the reader can do anything about it; False when nobody can cure the verdict."""
    return check.verdict is not Verdict.INELIGIBLE or check.curable


def nearest_first(checks: Sequence[CheckPublic]) -> list[CheckPublic]:
    """The checks of several coalitions, the nearest to eligible first."""
    order = {Verdict.ELIGIBLE: 0, Verdict.NEEDS_REVIEW: 1, Verdict.INELIGIBLE: 2}
    return sorted(checks, key=lambda check: (order[check.verdict], not check.curable, check.coalition.name))
