"""The page of a draft: its form and files, how full it is, who can fill the rest, and the project file."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.requests import Request

from api.errors import BadChoice
from api.routes.dependencies import SessionDep
from api.services.deciding.decisions import decision_of
from api.services.drafting.projects import MOST_BYTES, ProjectState, import_text
from api.services.drafting.show_draft import show_draft
from frontend.draft_rows import STEPS, language_name, percent, points_of, shown_percent
from frontend.faults import Fault
from frontend.pages.check_post import Upload
from frontend.pages.sent import TOO_LARGE, Sent, fields_and_file, is_larger, nothing_of
from frontend.render import draft_address, page, reader_of
from frontend.words import Words
from store.errors import BadProjectFile

FORM_ROOM = 100_000
"""Bytes that the other fields of the form may take beside the file."""
MOST_NEEDS = 5
"""Needs that are told of one who is asked; the draft itself tells all."""
WITH_LINE_UP = "line-up"
"""What `saved` says when the line-up that was proposed is decided with the project's plan."""

router = APIRouter(include_in_schema=False)


async def _sent(request: Request) -> Sent:
    """The file of the form; of a body that is too large nothing is kept."""
    if is_larger(request, MOST_BYTES + FORM_ROOM):
        return await nothing_of(request)
    return await fields_and_file(request)


@router.get("/coalitions/{slug}/drafts/{call:path}")
def draft_page(request: Request, session: SessionDep, slug: str, call: str, saved: str = "") -> Response:
    """The page; `saved` says what was stored just now. Raises NotFound, api.errors.NoForm."""
    return show(request, session, slug, call, saved=saved)


@router.post("/coalitions/{slug}/drafts/{call:path}")
def hand_in(
    request: Request, session: SessionDep, slug: str, call: str, sent: Annotated[Sent, Depends(_sent)]
) -> Response:
    """Stores the project of a file, or shows the page with what is wrong; then the stored one stays."""
    fields, file = sent
    words = reader_of(request).words
    if fields.get("do") == [TOO_LARGE]:
        fault = Fault("project", words("draft.error.too_large", n=MOST_BYTES // 1_000_000))
        return show(request, session, slug, call, faults=[fault])
    try:
        stored = _store(session, slug, call, file, words)
    except BadProjectFile as wrong:
        fault = Fault("project", words("draft.error.file"))
        return show(request, session, slug, call, faults=[fault], told=str(wrong))
    if isinstance(stored, Fault):
        return show(request, session, slug, call, faults=[stored])
    saved = WITH_LINE_UP if stored.proposal_kept else "project"
    return RedirectResponse(f"{draft_address(slug, call)}?saved={saved}", status_code=303)


def show(
    request: Request,
    session: Session,
    slug: str,
    call: str,
    *,
    saved: str = "",
    faults: Sequence[Fault] = (),
    told: str = "",
) -> HTMLResponse:
    """The page; `told` is what the store says of a file that it refuses."""
    reader = reader_of(request)
    shown = show_draft(session, slug, call, reader.language)
    return page(
        request,
        "draft.html",
        reader=reader,
        shown=shown,
        summary=shown.summary,
        decision=decision_of(session, slug, shown.call.external_id),
        points_of=lambda row: points_of(row, reader.words),
        percent=percent,
        spoken_name=lambda code: language_name(code, reader.words),
        steps=STEPS,
        told_percent=lambda filled: shown_percent(filled, reader.formats),
        address=draft_address(slug, shown.call.external_id),
        most_needs=MOST_NEEDS,
        most_megabytes=MOST_BYTES // 1_000_000,
        saved=bool(saved),
        line_up_kept=saved == WITH_LINE_UP,
        faults=faults,
        told=told,
    )


def _store(session: Session, slug: str, call: str, file: Upload | None, words: Words) -> ProjectState | Fault:
    """Stores the project of the file. Raises store.errors.BadProjectFile."""
    if file is None or not file.name:
        return Fault("project", words("draft.error.no_file"))
    if len(file.data) > MOST_BYTES:
        return Fault("project", words("draft.error.too_large", n=MOST_BYTES // 1_000_000))
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Fault("project", words("draft.error.not_text"))
    try:
        return import_text(session, slug, call, text, file.name)
    except BadChoice:
        return Fault("project", words("draft.error.nobody"))
