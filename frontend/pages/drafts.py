"""The draft of a proposal as a file to download."""

import re
from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.make_draft import make_draft
from frontend.errors import NoSuchPage
from frontend.language import language_of
from store.vocabulary import Language

FORMATS = ("docx", "md")
PLAIN_NAME = re.compile(r"[A-Za-z0-9._-]+")
router = APIRouter(include_in_schema=False)


@router.get("/coalitions/{slug}/drafts/{call:path}.{kind}")
def draft_file(
    request: Request, session: SessionDep, slug: str, call: str, kind: str, lang: str = ""
) -> Response:
    """The draft in `lang`, else in the reader's language. Raises NotFound, api.errors.NoForm, NoSuchPage."""
    if kind not in FORMATS:
        raise NoSuchPage(request.url.path)
    language = Language(lang) if lang in list(Language) else language_of(request)
    made = make_draft(session, slug, call, language=language, file_format=kind)
    plain = made.name if PLAIN_NAME.fullmatch(made.name) else f"{slug}.{kind}"
    names = f"filename=\"{plain}\"; filename*=UTF-8''{quote(made.name)}"
    return Response(
        made.content,
        media_type=made.media_type,
        headers={
            "Content-Disposition": f"attachment; {names}",
            "Cache-Control": "private, no-store",
        },
    )
