"""What a coalition pursues by stage, what it watches, what it dropped and why."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.deciding.decisions import decisions, soonest_first
from api.services.profile.coalitions import show_coalition
from frontend.render import page, reader_of
from store.vocabulary import Choice, Stage

router = APIRouter(include_in_schema=False)


@router.get("/coalitions/{slug}/board")
def board_page(request: Request, session: SessionDep, slug: str) -> HTMLResponse:
    """The board. Raises store.errors.NotFound."""
    decided = decisions(session, slug)
    pursued = [one for one in decided if one.choice is Choice.PURSUE]
    columns = [
        (stage, [one for one in pursued if (one.stage or Stage.PREPARING) is stage]) for stage in Stage
    ]
    return page(
        request,
        "board.html",
        reader=reader_of(request),
        coalition=show_coalition(session, slug),
        columns=[(stage, soonest_first(cards)) for stage, cards in columns],
        stages=list(Stage),
        watched=soonest_first([one for one in decided if one.choice is Choice.WATCH]),
        dropped=[one for one in decided if one.choice is Choice.DROP],
        decided=decided,
    )
