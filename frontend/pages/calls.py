"""The list of calls: search, filters, count, pages."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.list_calls import list_calls
from api.services.list_sources import list_runs, source_title
from frontend.render import Reader, page, reader_of, with_query
from store.queries import CallFilter
from store.vocabulary import CallStatus, Programme

HOME = "/"
router = APIRouter(include_in_schema=False)
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True)
class Option:
    """One value of a filter; `address` is the list with this value chosen, or let go when it is on."""

    value: str
    name: str
    chosen: bool
    address: str


@dataclass(frozen=True)
class Facet:
    """One filter: its query name and what can be chosen."""

    name: str
    options: list[Option]

    @property
    def chosen(self) -> Option | None:
        """The option that is on."""
        return next((option for option in self.options if option.chosen), None)


@router.get(HOME)
def calls_page(
    request: Request,
    session: SessionDep,
    q: str = "",
    programme: str = "",
    status: str = "",
    source: str = "",
    page_number: str = "1",
) -> HTMLResponse:
    """The calls of that filter; a value that no filter knows means any, and the page says so."""
    reader = reader_of(request)
    sources = [run.source for run in list_runs(session)]
    wanted = CallFilter(
        words=q.strip(),
        programme=_known(Programme, programme),
        status=_known(CallStatus, status),
        source=source if source in sources else None,
    )
    asked = {"programme": programme, "status": status, "source": source}
    number = int(page_number) if page_number.isdecimal() and len(page_number) < 9 else 1
    found = list_calls(session, wanted, page=number)
    facets = _facets(reader, wanted, sources)
    return page(
        request,
        "calls.html",
        reader=reader,
        found=found,
        words=wanted.words,
        facets=facets,
        unknown=[(name, value.strip()) for name, value in asked.items() if _is_unknown(wanted, name, value)],
        chosen=[(facet, option) for facet in facets if (option := facet.chosen)],
        without_words=_address(wanted.model_copy(update={"words": ""})),
        page_address=lambda n: _address(wanted, page_number=n if n > 1 else None),
    )


def _facets(reader: Reader, wanted: CallFilter, sources: list[str]) -> list[Facet]:
    label, language = reader.words.label, reader.language
    choices: dict[str, list[tuple[str, str]]] = {
        "programme": [(value, label(value)) for value in Programme],
        "status": [(s, label(s)) for s in (CallStatus.OPEN, CallStatus.FORECASTED, CallStatus.CLOSED)],
        "source": [(name, source_title(name, language)) for name in sources],
    }
    return [
        Facet(name, [_option(wanted, name, value, shown) for value, shown in values])
        for name, values in choices.items()
        if values
    ]


def _option(wanted: CallFilter, name: str, value: str, shown: str) -> Option:
    chosen = getattr(wanted, name) == value
    return Option(value, shown, chosen, _address(wanted.model_copy(update={name: None if chosen else value})))


def _address(wanted: CallFilter, **more: object) -> str:
    return with_query(
        HOME,
        q=wanted.words,
        programme=wanted.programme,
        status=wanted.status,
        source=wanted.source,
        **more,
    )


def _is_unknown(wanted: CallFilter, name: str, value: str) -> bool:
    """Whether a value was asked for that the filter does not know, and so leaves out."""
    return bool(value.strip()) and getattr(wanted, name) is None


def _known(kind: type[Word], value: str) -> Word | None:
    return kind(value) if value in list(kind) else None
