"""Choices that a browser keeps for its reader, one cookie each; none of them says who it is."""

from starlette.requests import Request
from starlette.responses import Response

ONE_YEAR = 365 * 24 * 3600


def keep(request: Request, answer: Response, name: str, value: str) -> None:
    """Puts a choice into the reader's browser for a year; scripts cannot read it."""
    secure = request.url.scheme == "https"
    answer.set_cookie(name, value, max_age=ONE_YEAR, httponly=True, samesite="lax", secure=secure)
