"""Coalitions: the list, one coalition, and its file to download."""

import re

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.access.consent import consents
from api.services.access.permission import Action, may
from api.services.members.member_inputs import rests_on
from api.services.profile.coalitions import export_coalition, list_coalitions, show_coalition
from api.services.profile.profile_progress import progress_of
from frontend.cooperation import arrangements_of
from frontend.coverage import coverage_of
from frontend.member_facts import shown_facts
from frontend.profile_notes import notes_on
from frontend.render import page, reader_of

COUNT = re.compile("[0-9]{1,4}")
router = APIRouter(include_in_schema=False)


@router.get("/coalitions")
def coalitions_page(request: Request, session: SessionDep) -> HTMLResponse:
    """One's own coalitions with what is next in each, then those that agreed to be seen; by name."""
    seen = list_coalitions(session)
    mine = [one for one in seen if may(session, Action.READ_WORK, one.slug)]
    return page(
        request,
        "coalitions.html",
        mine=mine,
        others=[one for one in seen if one not in mine],
        next_of={
            one.slug: progress_of(session, one).next
            for one in mine
            if may(session, Action.EDIT_PROFILE, one.slug)
        },
    )


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
    leads = may(session, Action.MANAGE_PEOPLE, slug)
    return page(
        request,
        "coalition.html",
        reader=reader,
        coalition=coalition,
        saved=bool(saved),
        cleared=int(cleared) if COUNT.fullmatch(cleared) else 0,
        facts_of=lambda member: shown_facts(member, reader.formats),
        notes=notes_on(coalition, reader.words),
        progress=progress_of(session, coalition),
        coverage=coverage_of(coalition),
        consents=consents(session, slug) if leads else [],
        arrangements=arrangements_of(coalition, reader.formats),
        rests_on=rests_on(session, slug),
    )
