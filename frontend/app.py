"""The web application: JSON of the use cases, and one page a screen."""

from fastapi import Depends, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from api.routes import router as json_routes
from api.routes.dependencies import open_session
from frontend import assets, problems
from frontend.guard import Guard
from frontend.pages import (
    call,
    calls,
    checks,
    coalition,
    coalition_edit,
    documents,
    draft,
    drafts,
    language,
    matches,
    sources,
)

SCREENS = (
    calls, documents, call, coalition_edit, coalition, matches, checks, drafts, draft, sources, language,
)  # fmt: skip
"""In order of matching: `/coalitions/new` before `/coalitions/{slug}`, a call's documents before the
call, files of a draft before its page."""


def create_app() -> FastAPI:
    """The application; the documentation pages of FastAPI stay off, since they load from elsewhere."""
    app = FastAPI(title="Koalitio", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.add_middleware(Guard)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    problems.add_handlers(app)
    app.include_router(json_routes)
    app.include_router(assets.router)
    for screen in SCREENS:
        app.include_router(screen.router, dependencies=[Depends(open_session)])
    return app
