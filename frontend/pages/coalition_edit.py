"""Adding and changing a coalition all on one page: works without script and loses nothing that was typed."""

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.access.permission import Action, require
from api.services.profile.coalitions import save_edited, show_coalition, taken_slugs
from frontend.faults import Fault
from frontend.pages.language import switch_language
from frontend.profile_check import ProfileCheck
from frontend.profile_conflict import Difference, differences
from frontend.profile_form import ProfileForm, blank_form, form_of, mark_of, posted_form
from frontend.profile_page import Posted, form_values, in_other_words
from frontend.render import Reader, page, reader_of
from store.models import CoalitionPublic
from store.vocabulary import Language

RESERVED = frozenset({"new"})
"""Slugs that are addresses of ours."""

router = APIRouter(include_in_schema=False)


@router.get("/coalitions/new/edit")
def new_page(request: Request, session: SessionDep) -> HTMLResponse:
    """The empty form. Raises SignInNeeded."""
    require(session, Action.ADD_COALITION)
    reader = reader_of(request)
    return _form_page(request, reader, blank_form(reader.language))


@router.post("/coalitions/new/edit")
def add_coalition(request: Request, session: SessionDep, posted: Posted) -> Response:
    """Stores a new coalition, or shows the form again with what was typed. Raises SignInNeeded."""
    require(session, Action.ADD_COALITION)
    return _handle(request, session, posted, None)


@router.get("/coalitions/{slug}/edit")
def edit_page(request: Request, session: SessionDep, slug: str) -> HTMLResponse:
    """The form of a stored coalition. Raises store.errors.NotFound."""
    reader = reader_of(request)
    stored = _editable(session, slug)
    return _form_page(request, reader, form_of(stored, reader.language), stored)


@router.post("/coalitions/{slug}/edit")
def change_coalition(request: Request, session: SessionDep, slug: str, posted: Posted) -> Response:
    """Stores the changed coalition, or shows the form again with what was typed. Raises NotFound."""
    return _handle(request, session, posted, _editable(session, slug))


def _editable(session: Session, slug: str) -> CoalitionPublic:
    require(session, Action.EDIT_PROFILE, slug)
    return show_coalition(session, slug)


def _handle(
    request: Request, session: Session, posted: Mapping[str, object], stored: CoalitionPublic | None
) -> Response:
    form, reader = posted_form(posted), reader_of(request)
    if (wish := posted.get("switch")) in list(Language):
        other = in_other_words(reader, Language(str(wish)))
        answer = _form_page(request, other, form.with_room(), stored)
        switch_language(request, answer, other.language)
        return answer
    focus = form.act(str(posted.get("do", "")))
    if focus is not None:
        return _form_page(request, reader, form.with_room(), stored, focus=focus)
    check = ProfileCheck(form, reader.formats, stored, () if stored else RESERVED | taken_slugs(session))
    if check.profile is None:
        return _form_page(request, reader, form.with_room(), stored, faults=check.faults)
    if stored and form.seen != mark_of(stored):
        both = differences(form, form_of(stored, reader.language), reader.words)
        form.seen = mark_of(stored)
        return _form_page(request, reader, form.with_room(), stored, conflict=both)
    saved, cleared = save_edited(session, check.profile)
    told = f"&cleared={cleared}" if cleared else ""
    return RedirectResponse(f"/coalitions/{saved.slug}?saved=1{told}", status_code=303)


def _form_page(
    request: Request,
    reader: Reader,
    form: ProfileForm,
    stored: CoalitionPublic | None = None,
    *,
    faults: Sequence[Fault] = (),
    conflict: Sequence[Difference] | None = None,
    focus: str = "",
) -> HTMLResponse:
    values: dict[str, Any] = form_values(reader, form, faults, focus)
    status = 422 if faults or conflict is not None else 200
    return page(request, "coalition_edit.html", status=status, stored=stored, conflict=conflict, **values)
