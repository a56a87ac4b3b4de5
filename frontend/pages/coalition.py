"""Coalitions: the list, one coalition, and its file to download."""

import re

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.coalitions import export_coalition, list_coalitions, show_coalition
from frontend.cooperation import arrangements_of
from frontend.member_facts import shown_facts
from frontend.profile_notes import notes_on
from frontend.render import page, reader_of

COUNT = re.compile("[0-9]{1,4}")
router = APIRouter(include_in_schema=False)


@router.get("/coalitions")
def coalitions_page(request: Request, session: SessionDep) -> HTMLResponse:
    """All coalitions by name."""
    return page(request, "coalitions.html", coalitions=list_coalitions(session))


@router.get("/coalitions/{slug}.yaml")
def coalition_file(session: SessionDep, slug: str) -> Response:
    """The coalition as a YAML file named after it, for `koalitio coalition import`. Raises NotFound."""
    return Response(
        export_coalition(session, slug),
        media_type="application/yaml",
        headers={"Content-Disposition": f'attachment; filename="{slug}.yaml"'},
    )


@router.get("/coalitions/{slug}")
def coalition_page(
    request: Request, session: SessionDep, slug: str, saved: str = "", cleared: str = ""
) -> HTMLResponse:
    """One coalition whole. Raises store.errors.NotFound.

    `saved` says that it was stored just now, `cleared` how many places were emptied by that.
    """
    reader, coalition = reader_of(request), show_coalition(session, slug)
    return page(
        request,
        "coalition.html",
        reader=reader,
        coalition=coalition,
        saved=bool(saved),
        cleared=int(cleared) if COUNT.fullmatch(cleared) else 0,
        facts_of=lambda member: shown_facts(member, reader.formats),
        notes=notes_on(coalition, reader.words),
        arrangements=arrangements_of(coalition, reader.formats),
    )
