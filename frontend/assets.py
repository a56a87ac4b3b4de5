"""The files that pages load: Bootstrap's style sheet from its installed package, and our own.

Addresses carry one mark of all contents as a folder (`/static/1f0c.../status.js`), so a browser may keep the
files for good, and `import "./status.js"` in one module finds the other of the same age. What every page
needs of our style is one file, `koalitio.css`, joined from `static/koalitio/` in the order of PARTS.
"""

import gzip
import hashlib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.requests import Request

from frontend.errors import NoSuchPage

OWN = Path(__file__).parent / "static"
PARTS = (
    "tokens",
    "page",
    "header",
    "controls",
    "blocks",
    "calls",
    "coalitions",
    "matches",
    "checks",
    "demo",
    "modes",
)
FOR_GOOD = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}

router = APIRouter(include_in_schema=False)


@lru_cache(maxsize=1)
def files() -> dict[str, bytes]:
    """Every file that is served below `/static/`, by name; nothing else is."""
    package = find_spec("bootstrap")
    places = list(package.submodule_search_locations or ()) if package else []
    joined = b"\n".join((OWN / "koalitio" / f"{part}.css").read_bytes() for part in PARTS)
    own = {path.name: path.read_bytes() for path in sorted(OWN.iterdir()) if path.suffix in KINDS}
    bootstrap = (Path(places[0]) / "css" / "bootstrap.min.css").read_bytes()
    return {"bootstrap.min.css": bootstrap, "koalitio.css": joined, **own}


@lru_cache(maxsize=1)
def mark() -> str:
    """Twelve hex digits that change whenever any of the files does."""
    digest = hashlib.sha256()
    for name, content in files().items():
        digest.update(name.encode())
        digest.update(content)
    return digest.hexdigest()[:12]


def address(name: str) -> str:
    """Where a page finds the file. Raises NoSuchPage."""
    if name not in files():
        raise NoSuchPage(name)
    return f"/static/{mark()}/{name}"


@router.get("/static/{marked}/{name}")
def static_file(request: Request, marked: str, name: str) -> Response:
    """One file of the table above; under a mark of another day it is given, but not for keeping.

    Raises NoSuchPage.
    """
    if name not in files():
        raise NoSuchPage(name)
    headers = {"Cache-Control": FOR_GOOD if marked == mark() else ASK_AGAIN, "Vary": "Accept-Encoding"}
    kind = KINDS[Path(name).suffix]
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(_packed(name), headers=headers, media_type=kind)
    return Response(files()[name], headers=headers, media_type=kind)


@lru_cache(maxsize=64)
def _packed(name: str) -> bytes:
    return gzip.compress(files()[name], mtime=0)
