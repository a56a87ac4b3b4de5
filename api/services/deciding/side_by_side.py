"""Use case: calls of a coalition beside each other: what each asks and gives, who may, why, what it takes."""

from collections.abc import Sequence

from pydantic import BaseModel
from sqlmodel import Session

from api.services.access.permission import Action, require
from api.services.matching.list_matches import ReasonPublic, reasons_for
from api.services.matching.weigh_matches import Weighed, weigh
from store import coalitions, queries
from store.models import CallPublic, CoalitionPublic
from store.vocabulary import Language

AT_ONCE = 2
"""Calls that are put beside each other."""


class Side(BaseModel):
    """One call as the coalition weighs it, and why it fits."""

    weighed: Weighed
    reasons: list[ReasonPublic]

    @property
    def call(self) -> CallPublic:
        """The call."""
        return self.weighed.call


class SideBySide(BaseModel):
    """The coalition and the calls, in the order asked for."""

    coalition: CoalitionPublic
    sides: list[Side]


def side_by_side(
    session: Session, slug: str, call_names: Sequence[str], *, language: Language = Language.EN
) -> SideBySide:
    """The first two of the calls, each once. Raises store.errors.NotFound and api.errors.NoModel."""
    require(session, Action.READ_WORK, slug)
    coalition = coalitions.coalition_by_slug(session, slug)
    calls = [queries.call_by_name(session, name) for name in dict.fromkeys(call_names)]
    once = {call.id: call for call in calls}
    return SideBySide(
        coalition=coalitions.public_coalition(coalition),
        sides=[
            Side(
                weighed=weigh(session, slug, call.external_id, language=language),
                reasons=reasons_for(session, coalition, call),
            )
            for call in list(once.values())[:AT_ONCE]
        ],
    )
