"""What every request passes: known host, own origin for changes, strict headers on the answer.

Changes (POST) are taken only from our own pages. The browser itself says where a request comes from:
`Sec-Fetch-Site`, and `Origin` where that is missing (plain http under another name than localhost). No page
can forge either, and every browser in use sends one of them with a POST. This needs no token in the form,
so nothing expires under a form that somebody fills in slowly. A request that brings neither comes from no
browser; it may send JSON, which no foreign page can do without our leave (CORS), but no form.

A page with a secret in its address sends no referrer, and then `Origin` is `null` where the browser does not
tell `Sec-Fetch-Site`. There the secret itself stands for the form: no foreign page knows it, and a foreign
page's POST brings no session (`SameSite=Lax`). The switches of language and theme stand on those pages too;
what they change harms nobody.
"""

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from frontend.errors import RefusedRequest
from frontend.headers import SECURITY_HEADERS, TOKEN_HEADERS, has_token
from frontend.problems import refusal_page
from frontend.settings import WebSettings

PREFERENCES = frozenset({"/language", "/theme"})
"""Switches that stand on every page, also on those with a secret in their address."""
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:[0-9]{1,5})?", re.ASCII | re.IGNORECASE)
"""Name and port (RFC 9110, 7.2): with anything else in it, links would lead elsewhere than they seem to."""


class Guard:
    """ASGI middleware: refuses strange requests with a page, and adds the headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or answers it itself."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
                if has_token(scope["path"]):
                    headers.update(TOKEN_HEADERS)
            await send(message)

        known = WebSettings().host_names
        refusal = refused(Headers(scope=scope), scope["method"], known, scope["path"])
        if refusal is None:
            await self._app(scope, receive, send_guarded)
            return
        await refusal_page(Request(scope), refusal)(scope, receive, send_guarded)


def refused(
    headers: Headers, method: str, host_names: frozenset[str], path: str = "/"
) -> RefusedRequest | None:
    """Why a request is refused, or None when it may pass; `*` among the host names lets every name pass."""
    host = headers.get("host", "")
    name = _host_name(host)
    if name is None or not host_names & {"*", name}:
        return RefusedRequest("host", 400)
    if method in SAFE_METHODS or _is_own(headers, host, path):
        return None
    return RefusedRequest("origin", 403)


def _is_own(headers: Headers, host: str, path: str) -> bool:
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site in {"same-origin", "none"}
    if origin == "null" and (has_token(path) or path in PREFERENCES):
        return True
    if origin is not None:
        return urlsplit(origin).netloc.lower() == host.lower()
    return headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json"


def _host_name(host: str) -> str | None:
    found = HOST.fullmatch(host)
    return found[1].lower().strip("[]") if found else None
