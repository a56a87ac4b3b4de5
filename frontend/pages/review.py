"""One year of a coalition on one page, to print: goals, decisions, outcomes, what was learnt and is open."""

from datetime import date

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.following import yearly_review
from frontend.errors import NoSuchPage
from frontend.pages.follow_up import follow_up_address
from frontend.render import page
from store.vocabulary import Choice

FIRST_YEAR = 1990

router = APIRouter(include_in_schema=False)


@router.get("/coalitions/{slug}/review/{year}")
def review_page(request: Request, session: SessionDep, slug: str, year: int) -> HTMLResponse:
    """The review of a year. Raises store.errors.NotFound, and NoSuchPage for a year that cannot be."""
    years = yearly_review.years(session, slug)
    if not FIRST_YEAR <= year <= years[0]:
        raise NoSuchPage(f"year {year}")
    review = yearly_review.yearly_review(session, slug, year)
    return page(
        request,
        "review.html",
        coalition=review.coalition,
        review=review,
        years=years,
        pursued=review.with_choice(Choice.PURSUE),
        watched=review.with_choice(Choice.WATCH),
        dropped=review.with_choice(Choice.DROP),
        active=[one for one in review.members if not one.is_silent],
        silent=[one for one in review.members if one.is_silent],
        first_day=date(year, 1, 1),
        back=follow_up_address(slug),
    )
