"""Use case: the matches of a coalition as its people weigh them: who may, what it takes, what is decided."""

from pydantic import BaseModel
from sqlmodel import Session

from api.services.access.permission import Action, require
from api.services.checking.check_call import check_call
from api.services.checking.check_shapes import CheckPublic
from api.services.deciding.decisions import DecisionPublic, MutePublic, decisions, mutes
from api.services.deciding.draft_effort import EffortPublic, effort_of
from api.services.matching.list_matches import MatchList, MatchPublic, list_matches
from api.services.matching.match_filter import MatchFilter
from store.models import CallPublic
from store.vocabulary import Language

A_PAGE = 10
"""Matches on one page, and the best forthcoming ones beyond on the first."""


class Weighed(BaseModel):
    """One call as a coalition weighs it: the check with its members, the draft's effort, the decision.

    effort None: there is no form to draft in. decision None: nothing is decided.
    """

    check: CheckPublic
    effort: EffortPublic | None
    decision: DecisionPublic | None
    muted_by: list[MutePublic] = []

    @property
    def call(self) -> CallPublic:
        """The call."""
        return self.check.call

    @property
    def missing(self) -> list[str]:
        """What would cure the partnership's failed conditions, each once."""
        cures = (one.cure for one in self.check.findings if one.answer == "no" and one.cure)
        return list(dict.fromkeys(cures))


class WeighedMatches(BaseModel):
    """A page of matches, each beside what is weighed, and everything that is muted."""

    found: MatchList
    weighed: list[Weighed]
    mutes: list[MutePublic]

    @property
    def pairs(self) -> list[tuple[MatchPublic, Weighed]]:
        """Each match with what is weighed."""
        return list(zip(self.found.matches, self.weighed, strict=True))


def weigh_matches(
    session: Session,
    slug: str,
    *,
    at_most: int | None = None,
    language: Language = Language.EN,
    asked: MatchFilter | None = None,
    page: int = 1,
) -> WeighedMatches:
    """One page of matches, best first; arguments as `list_matches` takes them.

    Raises store.errors.NotFound, and api.errors.NoModel when new texts cannot be embedded.
    """
    require(session, Action.READ_WORK, slug)
    found = list_matches(
        session,
        slug,
        limit=A_PAGE,
        at_most=at_most,
        language=language,
        asked=asked,
        page=page,
        questions=0,
    )
    decided = {one.call.id: one for one in decisions(session, slug)}
    muted = mutes(session, slug)
    weighed = [
        _weighed(session, slug, one.call.external_id, language, decided.get(one.call.id), muted)
        for one in found.matches
    ]
    return WeighedMatches(found=found, weighed=weighed, mutes=muted)


def weigh(session: Session, slug: str, call_name: str, *, language: Language = Language.EN) -> Weighed:
    """One call, whether it is among the matches or not. Raises store.errors.NotFound."""
    require(session, Action.READ_WORK, slug)
    decided = {one.call.external_id: one for one in decisions(session, slug)}
    weighed = _weighed(session, slug, call_name, language, None, mutes(session, slug))
    return weighed.model_copy(update={"decision": decided.get(weighed.call.external_id)})


def _weighed(
    session: Session,
    slug: str,
    call_name: str,
    language: Language,
    decision: DecisionPublic | None,
    muted: list[MutePublic],
) -> Weighed:
    check = check_call(session, slug, call_name, language=language)
    return Weighed(
        check=check,
        effort=effort_of(session, check),
        decision=decision,
        muted_by=[mute for mute in muted if mute.covers(check.call)],
    )
