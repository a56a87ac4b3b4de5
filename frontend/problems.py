"""Every way a page can fail, as a plain page in the reader's language that says what to do next."""

import logging
from collections.abc import Callable

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.errors import ApiError, NoForm, NoModel, status_of
from frontend import texts
from frontend.errors import NoSuchPage, RefusedRequest
from frontend.render import page, reader_of
from store.errors import NotFound, StoreError

log = logging.getLogger(__name__)
JSON_PATHS = "/api/"


def add_handlers(app: FastAPI) -> None:
    """Gives the application a page for every error; addresses below `/api/` answer in JSON instead."""
    handlers: dict[type[Exception], Callable[[Request, Exception], Response]] = {
        StoreError: _domain_error,
        ApiError: _domain_error,
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
    name = {NotFound: "not_found", NoForm: "no_form", NoModel: "no_model"}.get(
        type(error), f"status_{status}"
    )
    return _problem(request, status, name, str(error))


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


def _problem(request: Request, status: int, name: str, message: str = "") -> Response:
    """JSON for machines, else the page; a status without words of its own gets the general ones."""
    if request.url.path.startswith(JSON_PATHS):
        plain = message or reader_of(request).words(f"problem.{_known(name)}.title")
        return JSONResponse({"error": plain}, status_code=status)
    return page(request, "problem.html", status=status, name=_known(name), code=status)


def _known(name: str) -> str:
    return name if texts.has_text(f"problem.{name}.title") else "general"
