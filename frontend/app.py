"""The web application: JSON of the use cases, and one page a screen."""

from fastapi import Depends, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from api.routes import router as json_routes
from api.routes.dependencies import open_session
from frontend import assets, problems
from frontend.guard import Guard
from frontend.pages import (
    accessibility,
    account,
    admin,
    admin_audit,
    admin_people,
    admin_sources,
    asks,
    board,
    calendar,
    call,
    calls,
    checks,
    coalition,
    coalition_edit,
    coalition_new,
    comments,
    compare,
    coverage,
    decisions,
    demo,
    documents,
    draft,
    drafts,
    follow_up,
    forgot,
    goal_values,
    inputs,
    jobs,
    join,
    language,
    matches,
    my_part,
    nowhere,
    outcomes,
    people,
    privacy,
    profile_step,
    profile_steps,
    reset,
    review,
    shortlist,
    sign_in,
    sources,
    theme,
)

SCREENS = (
    calls, calendar, documents, call, coalition_new, coalition_edit, profile_steps, profile_step, coverage,
    coalition, matches, checks, drafts, draft, sources, language,
    theme, jobs, accessibility, privacy, sign_in, forgot, reset, join, account, demo, people,
    decisions, board, compare, shortlist, asks, my_part, inputs, comments,
    follow_up, goal_values, outcomes, review, admin, admin_people, admin_sources, admin_audit,
)  # fmt: skip
"""In order of matching: `/coalitions/new` before `/coalitions/{slug}`, a call's documents before the
call, files of a draft before its page."""


def create_app() -> FastAPI:
    """The application; the documentation pages of FastAPI stay off, since they load from elsewhere."""
    app = FastAPI(
        title="Koalitio",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        form_limits={"max_files": 0},
    )
    app.add_middleware(Guard)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    problems.add_handlers(app)
    app.include_router(json_routes)
    app.include_router(assets.router)
    for screen in SCREENS:
        app.include_router(screen.router, dependencies=[Depends(open_session)])
    app.include_router(nowhere.router, dependencies=[Depends(open_session)])
    return app
