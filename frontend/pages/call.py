"""One call: its facts with source and age, its conditions and text, what changed, who of us may apply."""

from functools import partial

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.calls.how_to_apply import form_shown
from api.services.calls.show_call import show_call
from api.services.checking.call_conditions import list_conditions
from api.services.checking.check_call import check_call
from api.services.deciding.decisions import decisions_about
from api.services.profile.coalitions import my_coalitions
from frontend.changes import told
from frontend.check_rows import nearest_first, quote_address, quote_language
from frontend.deadline_strip import strip_of
from frontend.health import health_of
from frontend.render import page, reader_of

MOST_CHECKED = 12
"""Coalitions whose verdict the page shows; of more than these it names the rest."""

APPLY_LANGUAGE = "language"
"""Type of the condition that says in which language to apply."""

router = APIRouter(include_in_schema=False)


@router.get("/calls/{name:path}")
def call_page(
    request: Request, session: SessionDep, name: str, field: str = "", start: str = "", end: str = ""
) -> HTMLResponse:
    """One call; `start` and `end` mark a passage of its description, or of its conditions if `field` says so.

    Raises store.errors.NotFound.
    """
    reader = reader_of(request)
    detail = show_call(session, name)
    call, coalitions = detail.call, my_coalitions(session)
    listed = list_conditions(session, call.external_id, language=reader.language)
    checks = [
        check_call(session, one.slug, call.external_id, language=reader.language)
        for one in coalitions[:MOST_CHECKED]
    ]
    spot = (int(start), int(end)) if _is_offset(start) and _is_offset(end) else None
    return page(
        request,
        "call.html",
        reader=reader,
        call=call,
        listed=listed,
        checks=nearest_first(checks),
        unchecked=coalitions[MOST_CHECKED:],
        decided=decisions_about(session, call.external_id, [one.slug for one in coalitions]),
        quote_address=partial(quote_address, call),
        quote_language=partial(quote_language, call, listed.documents),
        strip=strip_of(call, detail.changes, reader.formats),
        form=form_shown(call),
        apply_language=next((one for one in listed.conditions if one.type == APPLY_LANGUAGE), None),
        changes=[told(change, reader.formats) for change in detail.changes],
        run=detail.last_run,
        health=health_of(detail.last_run) if detail.last_run else None,
        spots={"conditions" if field == "conditions" else "description": spot},
    )


def _is_offset(value: str) -> bool:
    return value.isdecimal() and len(value) < 9
