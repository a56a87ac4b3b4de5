"""Use case: what a coalition's draft for a call looks like before anybody downloads it."""

from pydantic import BaseModel
from sqlmodel import Session

from api.services.access.permission import Action, require
from api.services.drafting.draft_formats import FORMATS
from api.services.drafting.draft_summary import DraftSummary, summary_of
from api.services.drafting.forms import form_of, languages_of
from api.services.drafting.make_draft import drafted
from api.services.drafting.projects import ProjectState, project_state
from store import coalitions, queries
from store.models import CallPublic, CoalitionPublic
from store.vocabulary import Language


class DraftShown(BaseModel):
    """The draft in one language, the languages and formats there are, and the project it rests on."""

    coalition: CoalitionPublic
    call: CallPublic
    languages: list[Language]
    formats: list[str]
    summary: DraftSummary
    project: ProjectState


def show_draft(session: Session, slug: str, call_name: str, reader: Language) -> DraftShown:
    """The draft in the reader's language where the form permits it, else in the usual one.

    Raises what `drafted` does.
    """
    require(session, Action.READ_WORK, slug)
    coalition = coalitions.coalition_by_slug(session, slug)
    call = queries.call_by_name(session, call_name)
    languages = languages_of(form_of(call))
    draft = drafted(session, slug, call_name, reader if reader in languages else None)
    return DraftShown(
        coalition=coalitions.public_coalition(coalition),
        call=queries.public_call(call, queries.whole_crawls(session)),
        languages=languages,
        formats=list(FORMATS),
        summary=summary_of(draft),
        project=project_state(session, slug, call_name),
    )
