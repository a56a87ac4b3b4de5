"""Who answers which need: a tick and a few words for each member at each need."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.access.permission import Action, require
from api.services.profile.coalitions import show_coalition
from api.services.profile.coverage import Assets, assets_of, save_answers
from frontend.pages.language import switch_language
from frontend.profile_form import CONTROL, Part, mark_of
from frontend.profile_page import Posted, in_other_words
from frontend.render import Reader, page, reader_of
from store.models import CoalitionPublic
from store.vocabulary import Language

PART = Part(sections=("members", "needs"))

router = APIRouter(include_in_schema=False)


@router.get("/coalitions/{slug}/coverage")
def coverage_page(request: Request, session: SessionDep, slug: str) -> HTMLResponse:
    """The form with what is stored. Raises store.errors.NotFound."""
    coalition = _editable(session, slug)
    return _form_page(request, coalition, assets_of(coalition))


@router.post("/coalitions/{slug}/coverage")
def save_coverage(request: Request, session: SessionDep, slug: str, posted: Posted) -> Response:
    """Stores the answers; shows them again when members or needs changed meanwhile. Raises NotFound."""
    coalition = _editable(session, slug)
    typed: dict[tuple[str, str], str] = {}
    for need in coalition.needs:
        for member in coalition.members:
            text = CONTROL.sub("", str(posted.get(f"with.{need.slug}.{member.slug}", ""))).strip()
            if text or f"on.{need.slug}.{member.slug}" in posted:
                typed[need.slug, member.slug] = text
    if (wish := posted.get("switch")) in list(Language):
        other = in_other_words(reader_of(request), Language(str(wish)))
        answer = _form_page(request, coalition, typed, reader=other)
        switch_language(request, answer, other.language)
        return answer
    if posted.get("seen") != mark_of(coalition, PART):
        return _form_page(request, coalition, typed, overtaken=True)
    save_answers(session, slug, typed)
    return RedirectResponse(f"/coalitions/{slug}?saved=1#coverage", status_code=303)


def _editable(session: Session, slug: str) -> CoalitionPublic:
    require(session, Action.EDIT_PROFILE, slug)
    return show_coalition(session, slug)


def _form_page(
    request: Request,
    coalition: CoalitionPublic,
    assets: Assets,
    *,
    overtaken: bool = False,
    reader: Reader | None = None,
) -> HTMLResponse:
    return page(
        request,
        "coverage.html",
        status=422 if overtaken else 200,
        reader=reader,
        coalition=coalition,
        assets=assets,
        seen=mark_of(coalition, PART),
        overtaken=overtaken,
    )
