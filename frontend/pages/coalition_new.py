"""Starting a coalition: a name, a language, a country and regions; the rest follows step by step."""

from collections.abc import Mapping, Sequence

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.access.permission import Action, require
from api.services.profile.coalitions import save_edited, taken_slugs
from frontend.faults import Fault
from frontend.pages.coalition_edit import RESERVED
from frontend.pages.language import switch_language
from frontend.profile_check import ProfileCheck
from frontend.profile_form import Part, ProfileForm, blank_form, posted_form
from frontend.profile_page import Posted, form_values, in_other_words
from frontend.render import Reader, page, reader_of
from store.vocabulary import Language

START = Part(("name", "language", "country", "regions"))

router = APIRouter(include_in_schema=False)


@router.get("/coalitions/new")
def new_page(request: Request, session: SessionDep) -> HTMLResponse:
    """The first questions. Raises SignInNeeded."""
    require(session, Action.ADD_COALITION)
    reader = reader_of(request)
    return _form_page(request, reader, blank_form(reader.language, START))


@router.post("/coalitions/new")
def start_coalition(request: Request, session: SessionDep, posted: Posted) -> Response:
    """Stores the coalition, led by who asks, and goes on to its steps. Raises SignInNeeded."""
    require(session, Action.ADD_COALITION)
    return _handle(request, session, posted)


def _handle(request: Request, session: Session, posted: Mapping[str, object]) -> Response:
    form, reader = posted_form(posted, START), reader_of(request)
    if (wish := posted.get("switch")) in list(Language):
        other = in_other_words(reader, Language(str(wish)))
        answer = _form_page(request, other, form)
        switch_language(request, answer, other.language)
        return answer
    check = ProfileCheck(form, reader.formats, None, RESERVED | taken_slugs(session))
    if check.profile is None:
        return _form_page(request, reader, form, check.faults)
    saved, _ = save_edited(session, check.profile)
    return RedirectResponse(f"/coalitions/{saved.slug}/profile?started=1", status_code=303)


def _form_page(
    request: Request, reader: Reader, form: ProfileForm, faults: Sequence[Fault] = ()
) -> HTMLResponse:
    return page(request, "coalition_new.html", **form_values(reader, form, faults))
