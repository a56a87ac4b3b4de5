"""Use case: what a coalition watches and still pursues, for the meeting of its members."""

from collections.abc import Sequence

from pydantic import BaseModel
from sqlmodel import Session

from api.services.access.permission import Action, require
from api.services.deciding.decisions import ANSWERED, decisions, soonest_first
from api.services.matching.weigh_matches import Weighed, weigh
from store import coalitions
from store.models import CoalitionPublic
from store.vocabulary import Choice, Language

LISTED = (Choice.PURSUE, Choice.WATCH)


class Shortlist(BaseModel):
    """The calls that are pursued and not answered yet, then those watched; sooner closing first."""

    coalition: CoalitionPublic
    pursued: list[Weighed]
    watched: list[Weighed]

    @property
    def all(self) -> list[Weighed]:
        """Both, in order."""
        return [*self.pursued, *self.watched]


def shortlist(
    session: Session, slug: str, calls: Sequence[str] = (), *, language: Language = Language.EN
) -> Shortlist:
    """The list; `calls`: only these, by external id (none: all). Raises store.errors.NotFound."""
    require(session, Action.READ_WORK, slug)
    decided = [one for one in decisions(session, slug) if one.choice in LISTED and one.stage not in ANSWERED]
    wanted = [one for one in decided if not calls or one.call.external_id in calls]
    weighed = [
        (one.choice, weigh(session, slug, one.call.external_id, language=language))
        for one in soonest_first(wanted)
    ]
    return Shortlist(
        coalition=coalitions.public_coalition(coalitions.coalition_by_slug(session, slug)),
        pursued=[one for choice, one in weighed if choice is Choice.PURSUE],
        watched=[one for choice, one in weighed if choice is Choice.WATCH],
    )
