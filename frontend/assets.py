"""The files that pages load: Bootstrap's style sheet from its installed package, and our own.

Addresses carry a mark of the content (`?v=...`), so a browser may keep the files for good.
"""

import hashlib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse

from frontend.errors import NoSuchPage

OWN = Path(__file__).parent / "static"
FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}

router = APIRouter(include_in_schema=False)


@lru_cache(maxsize=1)
def files() -> dict[str, Path]:
    """Every file that is served below `/static/`, by name; nothing else is."""
    package = find_spec("bootstrap")
    places = list(package.submodule_search_locations or ()) if package else []
    bootstrap = Path(places[0]) / "css" / "bootstrap.min.css"
    own = {path.name: path for path in sorted(OWN.iterdir()) if path.is_file()}
    return {"bootstrap.min.css": bootstrap, **own}


@lru_cache(maxsize=16)
def address(name: str) -> str:
    """Where a page finds the file, with the mark of its content."""
    mark = hashlib.sha256(files()[name].read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={mark}"


@router.get("/static/{name}")
def static_file(name: str) -> FileResponse:
    """One file of the table above. Raises NoSuchPage."""
    if name not in files():
        raise NoSuchPage(name)
    return FileResponse(files()[name], headers=FOR_GOOD)
