"""The sources and how they are doing, alarms first, with their latest runs."""

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.calls.list_sources import source_title
from api.services.calls.source_history import SourceHistory, source_histories
from frontend.health import ALARMS, Health, health_of
from frontend.render import page, reader_of

ORDER = (*sorted(ALARMS), Health.CHECK, Health.INTERRUPTED, Health.RUNNING, Health.GOOD)

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Row:
    """One source by name, with its history; `health` is that of the newest run, `past` of each run."""

    name: str
    history: SourceHistory
    health: Health
    past: list[Health]


@router.get("/sources")
def sources_page(request: Request, session: SessionDep) -> HTMLResponse:
    """Every source that was ever crawled."""
    reader = reader_of(request)
    rows = [
        Row(source_title(one.source, reader.language), one, _health(one), [health_of(r) for r in one.runs])
        for one in source_histories(session)
    ]
    rows.sort(key=lambda row: (ORDER.index(row.health), row.name.casefold()))
    return page(
        request,
        "sources.html",
        reader=reader,
        rows=rows,
        alarms=[row for row in rows if row.health in ALARMS],
    )


def _health(history: SourceHistory) -> Health:
    """That of the newest run; far fewer calls than usual are to be checked."""
    health = health_of(history.newest)
    return Health.CHECK if health is Health.GOOD and history.is_few else health
