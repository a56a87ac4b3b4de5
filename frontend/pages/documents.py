"""A call document as a file to download, as it was added."""

from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.checking.call_documents import document_file
from frontend import typed
from frontend.errors import NoSuchPage

router = APIRouter(include_in_schema=False)


@router.get("/calls/{name:path}/documents/{number}")
def download(request: Request, session: SessionDep, name: str, number: str) -> Response:
    """The file; always a download, since people add it. Raises store.errors.NotFound and NoSuchPage."""
    counted = typed.count(number)
    if counted is None:
        raise NoSuchPage(request.url.path)
    found = document_file(session, name, counted)
    names = f"filename=\"document.pdf\"; filename*=UTF-8''{quote(found.name)}"
    return Response(
        found.data,
        media_type=found.media_type,
        headers={
            "Content-Disposition": f"attachment; {names}",
            "Cache-Control": "private, no-store",
        },
    )
