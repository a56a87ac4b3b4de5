"""Adding and changing a coalition: one form that works without script and loses nothing that was typed."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.coalitions import save_edited, show_coalition, taken_slugs
from frontend.cooperation import represented
from frontend.member_facts import COLUMNS, NO, YES, fact_label
from frontend.pages.language import keep_language
from frontend.profile_check import Fault, ProfileCheck
from frontend.profile_form import ProfileForm, blank_form, form_of, is_blank, mark_of, posted_form
from frontend.regions import country_choices, municipality_names, region_names
from frontend.render import Reader, page, reader_of
from frontend.words import Words
from store.models import CoalitionPublic
from store.vocabulary import ActorType, Language, LegalType, PartnerRole

MOST_FIELDS = 20_000
RESERVED = frozenset({"new"})
"""Slugs that are addresses of ours."""

router = APIRouter(include_in_schema=False)


async def _posted(request: Request) -> Mapping[str, object]:
    return await request.form(max_fields=MOST_FIELDS)


Posted = Annotated[Mapping[str, object], Depends(_posted)]


@router.get("/coalitions/new")
def new_page(request: Request) -> HTMLResponse:
    """The empty form."""
    reader = reader_of(request)
    return _form_page(request, reader, blank_form(reader.language))


@router.post("/coalitions/new")
def add_coalition(request: Request, session: SessionDep, posted: Posted) -> Response:
    """Stores a new coalition, or shows the form again with what was typed."""
    return _handle(request, session, posted, None)


@router.get("/coalitions/{slug}/edit")
def edit_page(request: Request, session: SessionDep, slug: str) -> HTMLResponse:
    """The form of a stored coalition. Raises store.errors.NotFound."""
    reader = reader_of(request)
    stored = show_coalition(session, slug)
    return _form_page(request, reader, form_of(stored, reader.language), stored)


@router.post("/coalitions/{slug}/edit")
def change_coalition(request: Request, session: SessionDep, slug: str, posted: Posted) -> Response:
    """Stores the changed coalition, or shows the form again with what was typed. Raises NotFound."""
    return _handle(request, session, posted, show_coalition(session, slug))


def _handle(
    request: Request, session: Session, posted: Mapping[str, object], stored: CoalitionPublic | None
) -> Response:
    form, reader = posted_form(posted), reader_of(request)
    if (wish := posted.get("switch")) in list(Language):
        return _switched(request, reader, Language(str(wish)), form, stored)
    focus = form.act(str(posted.get("do", "")))
    if focus is not None:
        return _form_page(request, reader, form.with_room(), stored, focus=focus)
    taken = RESERVED | taken_slugs(session)
    check = ProfileCheck(form, reader.formats, stored, taken)
    if check.profile is None:
        return _form_page(request, reader, form.with_room(), stored, faults=check.faults)
    if stored and form.seen != mark_of(stored):
        form.seen = mark_of(stored)
        conflict = [Fault("form", reader.words("form.error.conflict"))]
        return _form_page(request, reader, form.with_room(), stored, faults=conflict)
    saved, cleared = save_edited(session, check.profile)
    told = f"&cleared={cleared}" if cleared else ""
    return RedirectResponse(f"/coalitions/{saved.slug}?saved=1{told}", status_code=303)


def _switched(
    request: Request, reader: Reader, wish: Language, form: ProfileForm, stored: CoalitionPublic | None
) -> Response:
    """The same form with everything typed, in another language, which is kept."""
    words = Words(wish)
    other = Reader(words, reader.formats.in_words(words))
    answer = _form_page(request, other, form.with_room(), stored)
    keep_language(answer, wish, secure=request.url.scheme == "https")
    return answer


def _form_page(
    request: Request,
    reader: Reader,
    form: ProfileForm,
    stored: CoalitionPublic | None = None,
    *,
    faults: list[Fault] | None = None,
    focus: str = "",
) -> HTMLResponse:
    return page(
        request,
        "coalition_edit.html",
        status=422 if faults else 200,
        reader=reader,
        form=form,
        stored=stored,
        faults=faults or [],
        fault_at={fault.field: fault.message for fault in reversed(faults or [])},
        focus=focus,
        member_is_open=lambda n: _is_open(form, n, focus, faults or []),
        facts_are_open=lambda n: _facts_are_open(n, faults or []),
        fact_label=lambda column: fact_label(column, reader.words),
        legal_types=_named(LegalType, reader.words),
        represents=represented(reader.words),
        yes_no=[(code, reader.words(f"member.{code}")) for code in (YES, NO)],
        municipalities=municipality_names(reader.language),
        languages=[(str(code), reader.words(f"language.{code}")) for code in Language],
        actor_types=sorted(_named(ActorType, reader.words), key=lambda pair: pair[1].casefold()),
        roles=_named(PartnerRole, reader.words),
        countries=country_choices(reader.language),
        regions=region_names(reader.language),
    )


def _is_open(form: ProfileForm, n: int, focus: str, faults: list[Fault]) -> bool:
    """Whether a member's fields are unfolded: a blank one, one with a fault, the one just added."""
    here = f"members-{n}-"
    return is_blank(form.rows["members"][n]) or any(
        field.startswith(here) for field in (focus, *(fault.field for fault in faults))
    )


def _facts_are_open(n: int, faults: list[Fault]) -> bool:
    """Whether a member's facts that calls ask for are unfolded: when one of them has a fault."""
    return not {f"members-{n}-{column}" for column in COLUMNS}.isdisjoint(fault.field for fault in faults)


def _named(vocabulary: type[StrEnum], words: Words) -> list[tuple[str, str]]:
    return [(str(word), words.label(word)) for word in vocabulary]
