"""One call: its facts with source and age, its text, what changed, and the way to matches."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.coalitions import list_coalitions
from api.services.show_call import show_call
from frontend.changes import told
from frontend.health import health_of
from frontend.render import page, reader_of
from store.models import CallPublic, CutOff

router = APIRouter(include_in_schema=False)


@router.get("/calls/{name:path}")
def call_page(
    request: Request, session: SessionDep, name: str, start: str = "", end: str = ""
) -> HTMLResponse:
    """One call; `start` and `end` mark a passage of its text. Raises store.errors.NotFound."""
    reader = reader_of(request)
    detail = show_call(session, name)
    return page(
        request,
        "call.html",
        reader=reader,
        call=detail.call,
        cut_offs=_cut_offs(detail.call),
        changes=[told(change, reader.formats) for change in detail.changes],
        run=detail.last_run,
        health=health_of(detail.last_run) if detail.last_run else None,
        coalitions=list_coalitions(session),
        spot=(int(start), int(end)) if _is_offset(start) and _is_offset(end) else None,
    )


def _cut_offs(call: CallPublic) -> list[tuple[CutOff, str]]:
    """All cut-offs in order, each `passed`, `next` or `later`."""
    ordered = sorted(call.cut_offs, key=CutOff.ends_at)
    coming = call.next_cut_off
    return [(c, _place(c, coming)) for c in ordered]


def _place(cut_off: CutOff, coming: CutOff | None) -> str:
    if coming is None or cut_off.ends_at() < coming.ends_at():
        return "passed"
    return "next" if cut_off == coming else "later"


def _is_offset(value: str) -> bool:
    return value.isdecimal() and len(value) < 9
