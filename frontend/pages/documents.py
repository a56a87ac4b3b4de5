"""A call document as a file to download, as it was added."""

from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import Response

from api.routes.dependencies import SessionDep
from api.services.call_documents import document_file

router = APIRouter(include_in_schema=False)


@router.get("/calls/{name:path}/documents/{number:int}")
def download(session: SessionDep, name: str, number: int) -> Response:
    """The file; always a download, since people add it. Raises store.errors.NotFound."""
    found = document_file(session, name, number)
    names = f"filename=\"document.pdf\"; filename*=UTF-8''{quote(found.name)}"
    return Response(
        found.data,
        media_type=found.media_type,
        headers={
            "Content-Disposition": f"attachment; {names}",
            "Cache-Control": "private, no-store",
        },
    )
