"""Renders a template for one reader: their language, their figures, and what every page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sqlmodel import Session
from starlette.requests import Request

from api.services.access.permission import Action, may
from api.services.calls.list_sources import source_title
from api.services.drafting.forms import has_form
from frontend import assets
from frontend.asking import actor_of_request, session_of
from frontend.demo_bar import demo_bar
from frontend.faults import Fault, by_field
from frontend.formats import Formats
from frontend.headers import SECURITY_HEADERS
from frontend.language import language_of
from frontend.menu import menu_of
from frontend.places import elsewhere, regions_of
from frontend.prose import prose
from frontend.regions import country_name, region_name
from frontend.standing import date_sentence, standing_of
from frontend.theme import theme_of
from frontend.words import Words
from store import clock
from store.errors import BadSetting
from store.models import CallPublic
from store.vocabulary import Language

LANGUAGE_NAMES = {Language.EN: "English", Language.FI: "Suomi", Language.SV: "Svenska"}
PRIVATE = {"Cache-Control": "private, no-cache", "Vary": "Cookie, Accept-Language"}


@dataclass(frozen=True)
class Reader:
    """Who reads: language (`words`) and how figures are written (`formats`)."""

    words: Words
    formats: Formats

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.words.language


def reader_of(request: Request) -> Reader:
    """The reader of this request, at the present (or pinned) moment."""
    words = Words(language_of(request))
    return Reader(words, Formats(words, _moment()))


def page(
    request: Request,
    template: str,
    *,
    status: int | None = None,
    reader: Reader | None = None,
    faults: Sequence[Fault] = (),
    **values: Any,
) -> HTMLResponse:
    """The template as a page for this request's reader (or the one given).

    faults: what is wrong with a form, for the template as `faults` and, by field, `fault_at`; a page with
    any answers with status 422 unless told otherwise.
    """
    reader = reader or reader_of(request)
    status = status or (422 if faults else 200)
    html = (
        environment()
        .get_template(template)
        .render(
            t=reader.words,
            f=reader.formats,
            lang=reader.language,
            theme=theme_of(request),
            here=_here(request),
            path=request.url.path,
            pinned=_pinned(),
            language_names=LANGUAGE_NAMES,
            me=actor_of_request(request),
            can=partial(_can, session_of(request)),
            demo=demo_bar(request) if status < 500 else None,
            **{"faults": faults, "fault_at": by_field(faults), **values},
        )
    )
    return HTMLResponse(html, status_code=status, headers={**SECURITY_HEADERS, **PRIVATE})


def _can(session: Session | None, action: str, slug: str | None = None) -> bool:
    """Whether who asks may do it, for templates: `{% if can("decide", coalition.slug) %}`."""
    return session is not None and may(session, Action(action), slug)


def environment() -> Environment:
    """The template environment: everything is escaped, and an unknown name is an error."""
    return _ENVIRONMENT


def _make_environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        asset=assets.address,
        menu_of=menu_of,
        prose=prose,
        standing_of=standing_of,
        date_sentence=date_sentence,
        region_name=region_name,
        regions_of=regions_of,
        elsewhere=elsewhere,
        country_name=country_name,
        call_address=call_address,
        check_address=check_address,
        draft_address=draft_address,
        has_form=has_form,
        decision_address=decision_address,
        asks_address=asks_address,
        document_address=document_address,
        sentence=sentence,
        with_query=with_query,
        localized=localized,
        source_title=source_title,
        is_web=is_web,
    )
    made.tests["web"] = is_web
    return made


def call_address(call: CallPublic) -> str:
    """Where a call is read: its source's own key, for two calls may share an official identifier."""
    return f"/calls/{quote(call.external_id, safe='')}"


def check_address(coalition: str, external_id: str) -> str:
    """Where a coalition's check of a call is."""
    return f"/coalitions/{coalition}/checks/{quote(external_id, safe='')}"


def draft_address(coalition: str, external_id: str) -> str:
    """Where a coalition's draft for a call is shown; with a suffix such as `.docx` it is the file."""
    return f"/coalitions/{coalition}/drafts/{quote(external_id, safe='')}"


def decision_address(coalition: str, external_id: str) -> str:
    """Where a coalition decides about a call."""
    return f"/coalitions/{coalition}/decisions/{quote(external_id, safe='')}"


def asks_address(coalition: str, external_id: str) -> str:
    """Where the members of a coalition are asked about a call."""
    return f"/coalitions/{coalition}/asks/{quote(external_id, safe='')}"


def document_address(call: CallPublic, document_id: int) -> str:
    """Where a call's document is downloaded."""
    return f"{call_address(call)}/documents/{document_id}"


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def with_query(address: str, **values: object) -> str:
    """The address with those query values that are set."""
    given = {name: str(value) for name, value in values.items() if value not in (None, "")}
    return f"{address}?{urlencode(given)}" if given else address


def is_web(address: str) -> bool:
    """Whether an address from a source may be a link: http or https, nothing that a browser would run."""
    return address.startswith(("https://", "http://"))


def localized(names: dict[str, str] | None, language: Language) -> tuple[str, str] | None:
    """Language and text of a name that a source gives in several languages: the reader's if there is one."""
    if not names:
        return None
    for wanted in (str(language), *map(str, Language), *names):
        if names.get(wanted):
            return wanted, names[wanted]
    return None


def _moment() -> datetime:
    """Now; the real clock when the pinned one cannot be read, so that the error page itself can be shown."""
    try:
        return clock.now()
    except BadSetting:
        return datetime.now(UTC)


def _pinned() -> date | None:
    """The day in Brussels that the clock is pinned to, if it is."""
    try:
        return clock.today() if clock.pinned() else None
    except BadSetting:
        return None


def _here(request: Request) -> str:
    """Path and query of a page that a GET can ask for again."""
    query = request.url.query
    return request.url.path + (f"?{query}" if query and request.method == "GET" else "")


_ENVIRONMENT = _make_environment()
