"""Every way a page can fail, as a plain page in the reader's language that says what to do next."""

import logging
from collections.abc import Awaitable, Callable, Sequence

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.errors import (
    ApiError,
    Forbidden,
    LinkExpired,
    NoForm,
    NoModel,
    SignInNeeded,
    TooManyTries,
    status_of,
)
from api.services.access.whom_to_ask import leads_of
from frontend import texts
from frontend.errors import NoSuchPage, RefusedRequest
from frontend.kept_form import refused_form
from frontend.pages.sign_in import sign_in_page
from frontend.render import page, reader_of, with_query
from store.errors import NotFound, StoreError

log = logging.getLogger(__name__)
JSON_PATHS = "/api/"
SCRIPT = "empty"
"""What a browser says (`Sec-Fetch-Dest`) when a script asks, to whom a page is no answer."""
Handler = Callable[[Request, Exception], Response | Awaitable[Response]]


def add_handlers(app: FastAPI) -> None:
    """Gives the application a page for every error; addresses below `/api/` answer in JSON instead."""
    handlers: dict[type[Exception], Handler] = {
        StoreError: _domain_error,
        ApiError: _domain_error,
        SignInNeeded: _sign_in_needed,
        Forbidden: _forbidden,
        TooManyTries: _too_many_tries,
        NoSuchPage: lambda request, _: _problem(request, 404, "not_found"),
        HTTPException: _http_error,
        RequestValidationError: _invalid,
        Exception: _crash,
    }
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)


def refusal_page(request: Request, refusal: RefusedRequest) -> Response:
    """The page of a request that the guard refuses."""
    return _problem(request, refusal.status, f"refused_{refusal.reason}", str(refusal))


def _domain_error(request: Request, error: Exception) -> Response:
    status = status_of(error)
    if status >= 500:
        log.error("page failed", exc_info=error)
    named = {NotFound: "not_found", NoForm: "no_form", NoModel: "no_model", LinkExpired: "link_expired"}
    return _problem(request, status, named.get(type(error), f"status_{status}"), str(error))


async def _sign_in_needed(request: Request, error: Exception) -> Response:
    """To the sign-in page and back again; what was typed into a form is carried along."""
    if request.url.path.startswith(JSON_PATHS) or request.headers.get("sec-fetch-dest") == SCRIPT:
        return _problem(request, 401, "sign_in_needed", str(error))
    if request.method in {"GET", "HEAD"}:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(with_query("/sign-in", next=request.url.path + query), status_code=303)
    kept = await refused_form(request)
    return _closing(request, sign_in_page(request, status=401, kept=kept))


def _forbidden(request: Request, error: Exception) -> Response:
    """Says who may, where the one who asks belongs to the coalition."""
    session: Session | None = getattr(request.state, "session", None)
    slug = request.path_params.get("slug")
    leads = leads_of(session, slug) if session is not None and slug else []
    return _problem(request, 403, "forbidden", str(error), leads=leads)


def _too_many_tries(request: Request, error: Exception) -> Response:
    assert isinstance(error, TooManyTries)
    answer = _problem(request, 429, "too_many_tries", str(error), minutes=-(-error.seconds // 60))
    answer.headers["Retry-After"] = str(error.seconds)
    return answer


def _http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _problem(request, status, "not_found" if status == 404 else f"status_{status}")


def _invalid(request: Request, error: Exception) -> Response:
    details = (
        [str(wrong.get("msg")) for wrong in error.errors()]
        if isinstance(error, RequestValidationError)
        else []
    )
    return _problem(request, 422, "status_422", "; ".join(details))


def _crash(request: Request, _error: Exception) -> Response:
    return _problem(request, 500, "status_500")


def _problem(
    request: Request,
    status: int,
    name: str,
    message: str = "",
    *,
    leads: Sequence[str] = (),
    minutes: int = 0,
) -> Response:
    """JSON for machines, else the page; a status without words of its own gets the general ones."""
    if request.url.path.startswith(JSON_PATHS):
        plain = message or reader_of(request).words(f"problem.{_known(name)}.title")
        return JSONResponse({"error": plain}, status_code=status)
    shown = page(
        request,
        "problem.html",
        status=status,
        name=_known(name),
        code=status,
        leads=leads,
        minutes=minutes,
    )
    return _closing(request, shown)


def _closing(request: Request, shown: Response) -> Response:
    """The page; what it read was read after the request's own session had ended, so that ends once more."""
    session: Session | None = getattr(request.state, "session", None)
    if session is not None:
        session.close()
    return shown


def _known(name: str) -> str:
    return name if texts.has_text(f"problem.{name}.title") else "general"
