"""Use case: which calls fit a coalition, in what order, and why."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel
from sqlmodel import Session

from api.errors import NoModel
from api.services.access.permission import Action, require
from api.services.checking.check_shapes import QuestionPublic
from api.services.checking.questions import confirmable, question_public
from api.services.deciding.decisions import choices, mutes
from api.services.drafting.forms import has_form
from api.services.matching.match_filter import MatchFilter, Sieve
from matcher.eligibility.check_stored import load_case
from matcher.eligibility.sentences import say
from matcher.eligibility.verdict_words import possible_with
from matcher.errors import EngineUnavailable
from matcher.progress import OnProgress, silent
from store import clock, coalitions, queries
from store.labels import label, role_words
from store.models import Call, CallPublic, Coalition, CoalitionPublic
from store.vocabulary import CallStatus, Language, Verdict

if TYPE_CHECKING:
    from matcher.explain import Reason
    from matcher.match import CallMatch

LIMIT = 20
ASKED = 25
"""Matches from the top that come with the question of a verdict to be clarified."""

FULL_BAR = 4.0
"""Standard deviations above the usual call at which a part of the fit is shown as full."""


class ReasonPublic(BaseModel):
    """One goal or need of the coalition and the passage that met it: `description[start:end] == passage`."""

    goal: str
    goal_ref: str
    goal_kind: Literal["goal", "need"]
    passage: str
    start: int
    end: int


class MatchPublic(BaseModel):
    """A call at its place; `parts` are 0 to 1, `fit` is the word to show, never a chance of winning.

    verdict: whether the coalition may apply, with the reason; curable: of INELIGIBLE, whether a partner or a
    choice puts it right, told in `possible_with`. question: the one that settles a verdict to be clarified.
    """

    rank: int
    call: CallPublic
    fit: Literal["strong", "good", "possible"]
    parts: dict[str, float]
    reasons: list[ReasonPublic]
    has_form: bool
    verdict: Verdict
    verdict_label: str
    curable: bool
    verdict_reason: str
    possible_with: str | None
    question: QuestionPublic | None


class MatchList(BaseModel):
    """The best matches of one coalition among `calls` calls that are not closed.

    pending: calls that were not compared, since their texts are new or changed and not embedded yet.
    total: calls that were asked for, on so many `pages`; muted: calls that the coalition has muted.
    """

    coalition: CoalitionPublic
    matches: list[MatchPublic]
    as_of: datetime
    calls: int
    pending: int
    total: int = 0
    page: int = 1
    pages: int = 1
    muted: int = 0


def list_matches(
    session: Session,
    slug: str,
    *,
    limit: int | None = LIMIT,
    at_most: int | None = None,
    on_progress: OnProgress = silent,
    language: Language = Language.EN,
    asked: MatchFilter | None = None,
    page: int = 1,
    questions: int = ASKED,
) -> MatchList:
    """The `limit` best calls that are not closed (None: all), best first; without those that are muted.

    asked: which of them; `page` 2 and on are the next ones; so many from the top come with their question.
    Beyond `limit` come the best forthcoming calls. When calls have more than `at_most` new or changed texts,
    they are left out as pending instead of being embedded now. Verdicts are worded in `language`.
    Raises store.errors.NotFound, and api.errors.NoModel when new texts cannot be embedded.
    """
    require(session, Action.READ_WORK, slug)
    from matcher.match import match_coalition

    now = clock.now()
    coalition = coalitions.coalition_by_slug(session, slug)
    sieve = Sieve(asked or MatchFilter(), mutes(session, slug), choices(session, slug))
    with _model_told():
        found = match_coalition(
            session,
            coalition.id or 0,
            limit=limit,
            on_progress=on_progress,
            now=now,
            at_most=at_most,
            wanted=sieve.wanted,
            page=page,
        )
    best = found.best
    near_top = [_question(session, coalition, match, now, language) for match in best[:questions]]
    settling = near_top + [None] * (len(best) - len(near_top))
    closed = queries.count_calls(session, CallStatus.CLOSED, now=now)
    return MatchList(
        coalition=coalitions.public_coalition(coalition),
        matches=[_match(one, question, language) for one, question in zip(best, settling, strict=True)],
        as_of=now,
        calls=queries.count_calls(session) - closed,
        pending=found.pending,
        total=found.total,
        page=page,
        pages=found.pages,
        muted=sieve.muted,
    )


def reasons_for(session: Session, coalition: Coalition, call: Call) -> list[ReasonPublic]:
    """Why this one call fits, whatever its place. Raises api.errors.NoModel."""
    from matcher import reasons

    with _model_told():
        return [_public(reason) for reason in reasons.reasons_for(session, coalition, call)]


@contextmanager
def _model_told() -> Iterator[None]:
    """A model that does not load, as an error of the use case."""
    try:
        yield
    except EngineUnavailable as wrong:
        raise NoModel(str(wrong)) from wrong


def _question(
    session: Session, coalition: Coalition, found: "CallMatch", now: datetime, language: Language
) -> QuestionPublic | None:
    """What settles a verdict to be clarified; judging whole costs more than screening."""
    if found.screening.verdict is not Verdict.NEEDS_REVIEW:
        return None
    judged = load_case(session, coalition, found.call.id, now).judgement()
    names = {member.slug: member.name for member in coalition.members}
    said_by = role_words(found.call.programme, found.call.source)
    return question_public(next(iter(judged.questions), None), names, confirmable(judged), language, said_by)


def _match(found: "CallMatch", question: QuestionPublic | None, language: Language) -> MatchPublic:
    parts, screening = found.match.parts, found.screening
    said_by = role_words(found.call.programme, found.call.source)
    return MatchPublic(
        rank=found.match.rank,
        call=found.call,
        fit=found.match.fit.value,
        parts={"meaning": _share(parts.meaning), "words": _share(parts.words)},
        reasons=[_public(reason) for reason in found.reasons],
        has_form=has_form(found.call),
        verdict=screening.verdict,
        verdict_label=label(screening.verdict, language),
        curable=screening.curable,
        verdict_reason=say(screening.reason, language, said_by),
        possible_with=possible_with(screening.verdict, screening.cures, language, said_by),
        question=question,
    )


def _public(reason: "Reason") -> ReasonPublic:
    return ReasonPublic(
        goal=reason.aim.text,
        goal_ref=reason.aim.ref,
        goal_kind=reason.aim.kind.value,
        passage=reason.quote,
        start=reason.start,
        end=reason.end,
    )


def _share(deviations: float) -> float:
    return round(min(1.0, max(0.0, deviations / FULL_BAR)), 2)
