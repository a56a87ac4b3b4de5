"""The deadlines ahead by month, and the same as a calendar to subscribe to."""

import hashlib
from urllib.parse import urlsplit

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.calls.call_calendar import calendar_file
from api.services.calls.deadlines import Deadline, call_deadlines, deadlines_ahead
from frontend.call_facets import value_name
from frontend.call_query import Asked, asked, known_in_calls
from frontend.deadline_words import told_for
from frontend.errors import NoSuchPage
from frontend.formats import Formats
from frontend.month_grid import months_of, weekdays
from frontend.regions import region_names
from frontend.render import Reader, page, reader_of
from frontend.words import Words
from store import clock
from store.vocabulary import Language, Programme

HERE, FEED = "/calendar", "/calendar.ics"
MOST_SHOWN = 200
"""Deadlines on one page; of more than these the page shows the next ones and says so."""
OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
ONE_HOUR = "public, max-age=3600"

router = APIRouter(include_in_schema=False)


@router.get(HERE)
def calendar_page(request: Request, session: SessionDep) -> HTMLResponse:
    """The deadlines ahead of live calls, of one programme or region if these are asked for."""
    reader = reader_of(request)
    what = asked(request.query_params, known_in_calls(session))
    ahead = deadlines_ahead(session, what.wanted())
    shown = ahead.deadlines[:MOST_SHOWN]
    feed = _base(request) + what.address(FEED, lang=reader.language)
    return page(
        request,
        "calendar.html",
        reader=reader,
        asked=what,
        ahead=ahead,
        months=months_of(shown, reader.language),
        more=len(ahead.deadlines) - len(shown),
        weekdays=weekdays(reader.language),
        programmes=list(Programme),
        region_names=region_names(reader.language),
        filters=[value_name(reader, pair) for pair in what.pairs],
        feed=feed,
        webcal=feed.replace("https://", "webcal://").replace("http://", "webcal://"),
        own_machine=urlsplit(feed).hostname in OWN_MACHINE,
    )


@router.get(FEED)
def calendar_feed(request: Request, session: SessionDep, lang: str = "") -> Response:
    """The deadlines ahead as a calendar; takes the filters of the list of calls, and `lang`."""
    what = asked(request.query_params, known_in_calls(session))
    reader = _reader(request, lang)
    ahead = deadlines_ahead(session, what.wanted())
    return _file(request, reader, ahead.deadlines, _feed_name(reader, what), "koalitio.ics")


@router.get("/calls/{name:path}.ics")
def call_file(request: Request, session: SessionDep, name: str, lang: str = "") -> Response:
    """The cut-offs of one call as a calendar file. Raises NotFound, and NoSuchPage when it names none."""
    deadlines = call_deadlines(session, name)
    if not deadlines:
        raise NoSuchPage(name)
    reader = _reader(request, lang)
    return _file(request, reader, deadlines, deadlines[0].title, "call.ics")


def _feed_name(reader: Reader, what: Asked) -> str:
    parts = ([what.words] if what.words else []) + [value_name(reader, pair) for pair in what.pairs]
    return ", ".join([reader.words("ics.name"), *parts])


def _reader(request: Request, lang: str) -> Reader:
    """The reader of a calendar: the language that its address says, else the browser's."""
    if lang not in list(Language):
        return reader_of(request)
    words = Words(Language(lang))
    return Reader(words, Formats(words, clock.now()))


def _file(request: Request, reader: Reader, deadlines: list[Deadline], name: str, file_name: str) -> Response:
    body = calendar_file(
        deadlines, name=name, language=reader.language, told=told_for(reader, _base(request))
    )
    headers = {
        "ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"',
        "Cache-Control": ONE_HOUR,
        "Vary": "Accept-Language, Cookie, Accept-Encoding",
        "Content-Disposition": f'inline; filename="{file_name}"',
    }
    held = request.headers.get("if-none-match", "")
    if headers["ETag"] in held:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="text/calendar; charset=utf-8", headers=headers)


def _base(request: Request) -> str:
    """The address of this site as the reader reached it."""
    return f"{request.url.scheme}://{request.url.netloc}"
