"""The cookie of a signed-in browser: kept, exchanged, forgotten; and what is known of the browser itself."""

from ipaddress import ip_address

from starlette.requests import Request
from starlette.responses import Response

from api.routes.dependencies import SESSION_COOKIE
from api.services.access.sessions import LONGEST


def held_token(request: Request) -> str | None:
    """The token that the browser holds now, which a new one replaces."""
    return request.cookies.get(SESSION_COOKIE)


def keep_session(answer: Response, request: Request, token: str) -> None:
    """Gives the browser the token of its session: no script reads it, no foreign form sends it."""
    answer.set_cookie(
        SESSION_COOKIE,
        token,
        max_age=int(LONGEST.total_seconds()),
        path="/",
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def forget_session(answer: Response, request: Request) -> None:
    """Takes the cookie away."""
    secure = request.url.scheme == "https"
    answer.delete_cookie(SESSION_COOKIE, path="/", httponly=True, samesite="lax", secure=secure)


def network_address(request: Request) -> str:
    """Where the request comes from, as the throttle counts it; empty when the server does not tell."""
    return request.client.host if request.client else ""


def is_on_this_machine(request: Request) -> bool:
    """Whether the request comes from the machine that the server runs on."""
    try:
        return ip_address(network_address(request)).is_loopback
    except ValueError:
        return False
