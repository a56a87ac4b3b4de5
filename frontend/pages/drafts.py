"""The draft of a proposal as a file to download, and the project file it rests on."""

import re
from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.drafting.draft_formats import FORMATS
from api.services.drafting.make_draft import make_draft
from api.services.drafting.projects import example_project, export_project
from frontend.pages import draft
from store.vocabulary import Language

PLAIN_NAME = re.compile(r"[A-Za-z0-9._-]+")
router = APIRouter(include_in_schema=False)


@router.get("/coalitions/{slug}/drafts/{call:path}/project.yaml")
def project_file(session: SessionDep, slug: str, call: str) -> Response:
    """The stored project as a file. Raises store.errors.NotFound, also when none is stored."""
    return _download(export_project(session, slug, call).encode(), f"{slug}-project.yaml", "application/yaml")


@router.get("/coalitions/{slug}/drafts/{call:path}/example.yaml")
def project_example(session: SessionDep, slug: str, call: str) -> Response:
    """A project file to start from. Raises store.errors.NotFound."""
    return _download(
        example_project(session, slug, call).encode(), f"{slug}-project.yaml", "application/yaml"
    )


@router.get("/coalitions/{slug}/drafts/{call:path}.{kind}")
def draft_file(
    request: Request, session: SessionDep, slug: str, call: str, kind: str, lang: str = ""
) -> Response:
    """The draft in `lang`, else in the coalition's language or the form's first.

    A call's name may hold a dot: what is no format belongs to it, and the page is shown. Raises NotFound,
    api.errors.NoForm, and api.errors.BadChoice for a language that the form is not written in.
    """
    if kind not in FORMATS:
        return draft.show(request, session, slug, f"{call}.{kind}")
    language = Language(lang) if lang in list(Language) else None
    made = make_draft(session, slug, call, language=language, file_format=kind)
    return _download(made.content, made.name, made.media_type, plain=f"{slug}.{kind}")


def _download(content: bytes, name: str, media_type: str, plain: str = "file") -> Response:
    """The bytes as a file; `plain` is its name for readers of ASCII alone."""
    ascii_name = name if PLAIN_NAME.fullmatch(name) else plain
    names = f"filename=\"{ascii_name}\"; filename*=UTF-8''{quote(name)}"
    return Response(
        content,
        media_type=media_type,
        headers={"Content-Disposition": f"attachment; {names}", "Cache-Control": "private, no-store"},
    )
