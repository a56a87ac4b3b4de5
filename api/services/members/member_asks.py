"""Use cases: ask members about a call: the questions that settle it, and a role with hours and benefit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlmodel import Session

from api.errors import BadChoice
from api.services.access.actor import actor_of
from api.services.access.permission import Action, require
from api.services.checking.check_call import check_call
from api.services.checking.check_shapes import CheckPublic, QuestionPublic
from api.services.members.member_shapes import (
    AskedQuestion,
    AsksShown,
    MemberAsk,
    Suggestion,
    TaskPublic,
    asked_question,
    task_public,
)
from store import coalitions, member_work, projects, queries
from store.labels import role_label
from store.member_work import TaskWords
from store.models import Call, Coalition, Member, ProjectContent
from store.vocabulary import Language, PartnerRole

YEARLY_HOURS = 1720
"""Hours of one year's work at full time: Regulation (EU) 2021/1060, Article 55(2)(a)."""
HOURS_A_MONTH = Decimal(YEARLY_HOURS) / 12
ABOUT_MEMBER = "member."
PERSON_MONTHS, CANNOT_ALONE, ANSWERED_NEEDS = "person_months", "cannot_alone", "answered_needs"
"""Where a suggestion was taken from."""


@dataclass(frozen=True)
class Asking:
    """A coalition and a call, as stored."""

    coalition: Coalition
    call: Call
    coalition_id: int
    call_id: int


def asks_of(session: Session, slug: str, call_name: str, *, language: Language = Language.EN) -> AsksShown:
    """Every member with its part, what it was asked and what it said. Raises store.errors.NotFound."""
    require(session, Action.ASK_MEMBERS, slug)
    at = _asking(session, slug, call_name)
    check = check_call(session, slug, call_name, language=language)
    tasks = {
        row.member_slug: task_public(row, check.call, language)
        for row in member_work.tasks_of(session, at.coalition_id, call_id=at.call_id)
    }
    asked: dict[str, list[AskedQuestion]] = {}
    for row in member_work.questions_of(session, at.coalition_id, call_id=at.call_id):
        about = questions_about(check, row.member_slug)
        asked.setdefault(row.member_slug, []).append(asked_question(row, about))
    content = projects.project_of(session, slug, call_name)
    return AsksShown(
        coalition=check.coalition,
        call=check.call,
        proposed=check.proposed,
        members=[
            _member_ask(check, at.coalition, one, tasks.get(one.slug), asked.get(one.slug, []), content)
            for one in at.coalition.members
        ],
        roles=[(role, role_label(role, at.call.programme, language, at.call.source)) for role in PartnerRole],
    )


def ask_question(
    session: Session,
    slug: str,
    call_name: str,
    member: str,
    fact: str,
    *,
    answer_by: date | None = None,
) -> None:
    """Puts a question of the check to the member that it is about.

    Raises NotFound, and BadChoice for a member that is none or a question that the check does not ask of it.
    """
    require(session, Action.ASK_MEMBERS, slug)
    at = _asking(session, slug, call_name)
    _require_member(at.coalition, member)
    asked = {one.fact for one in questions_about(check_call(session, slug, call_name), member)}
    if fact not in asked:
        raise BadChoice(f"{fact} is not asked of {member} for this call: open the check again.")
    by = actor_of(session).name
    member_work.ask_question(session, at.coalition_id, at.call_id, member, fact, by=by, answer_by=answer_by)


def ask_role(
    session: Session,
    slug: str,
    call_name: str,
    member: str,
    *,
    role: PartnerRole | None = None,
    hours: int | None = None,
    benefit: str | None = None,
    request: str | None = None,
    answer_by: date | None = None,
) -> None:
    """Asks the member to confirm its role, hours (in the whole project) and benefit; None is not known.

    The same again changes nothing; anything else is asked anew. Raises NotFound and BadChoice.
    """
    require(session, Action.ASK_MEMBERS, slug)
    at = _asking(session, slug, call_name)
    _require_member(at.coalition, member)
    if hours is not None and not 0 <= hours <= 1_000_000:
        raise BadChoice("Hours are a whole number from 0 up.")
    words = TaskWords(role, hours, benefit or None, request or None, answer_by)
    by = actor_of(session).name
    member_work.put_task(session, at.coalition_id, at.call_id, member, words, by)


def questions_about(check: CheckPublic, member: str) -> list[QuestionPublic]:
    """What the check asks about one member, each once, the most deciding first."""
    parts = [one for one in check.members if one.slug == member]
    findings = [*check.findings, *check.to_keep, *(found for part in parts for found in part.findings)]
    asked = [*check.questions, *(part.question for part in parts), *(one.question for one in findings)]
    found: dict[str, QuestionPublic] = {}
    for question in asked:
        if question is not None and question.member == member and question.fact.startswith(ABOUT_MEMBER):
            found.setdefault(question.fact, question)
    return list(found.values())


def _member_ask(
    check: CheckPublic,
    coalition: Coalition,
    member: Member,
    task: TaskPublic | None,
    asked: Sequence[AskedQuestion],
    content: ProjectContent | None,
) -> MemberAsk:
    judged = next(one for one in check.members if one.slug == member.slug)
    put = {one.fact for one in asked if one.is_open}
    return MemberAsk(
        slug=member.slug,
        name=member.name,
        role=judged.role,
        role_label=judged.role_label,
        verdict=judged.verdict,
        verdict_label=judged.verdict_label,
        open=[one for one in questions_about(check, member.slug) if one.fact not in put],
        asked=list(asked),
        task=task,
        hours=_hours(member, content),
        benefit=_benefit(coalition, member),
    )


def _hours(member: Member, content: ProjectContent | None) -> Suggestion | None:
    """The person-months that the project's budget gives the member, as hours; None where it gives none."""
    lines = content.budget.costs if content else ()
    months = [one.person_months for one in lines if one.member == member.slug and one.person_months]
    return Suggestion(str(round(sum(months) * HOURS_A_MONTH)), PERSON_MONTHS) if months else None


def _benefit(coalition: Coalition, member: Member) -> Suggestion | None:
    """What the member cannot do alone, else the needs that it answers; None where the profile has neither."""
    if member.cannot_alone:
        return Suggestion(member.cannot_alone, CANNOT_ALONE)
    answered = {one.need for one in member.answers}
    needs = [need.text for need in coalition.needs if need.slug in answered]
    return Suggestion("\n".join(needs), ANSWERED_NEEDS) if needs else None


def _require_member(coalition: Coalition, member: str) -> None:
    known = [one.slug for one in coalition.members]
    if member not in known:
        raise BadChoice(f"No member {member!r}; there are: {', '.join(known)}.")


def _asking(session: Session, slug: str, call_name: str) -> Asking:
    coalition = coalitions.coalition_by_slug(session, slug)
    call = queries.call_by_name(session, call_name)
    assert coalition.id is not None
    assert call.id is not None
    return Asking(coalition, call, coalition.id, call.id)
