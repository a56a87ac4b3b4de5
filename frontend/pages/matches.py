"""The matches of one coalition, in groups of fit, each with the reasons side by side."""

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.list_matches import MatchPublic, ReasonPublic, list_matches
from frontend.prose import SPOT
from frontend.render import call_address, page, reader_of, with_query
from frontend.words import Words
from store.vocabulary import CallStatus

GROUPS = ("strong", "good", "possible", "ahead")
"""Open calls by fit; then the forthcoming ones, for which there is time to find partners."""

TEXTS_AT_ONCE = 40
"""More new texts of calls than this are not embedded while a reader waits; the page says how to do it."""

STEPS = 10
"""A part of the fit is shown in this many steps, since more would feign exactness."""
WITHIN_A_LANGUAGE = "words"
"""The part that compares words as they are written, and so says nothing about a call in another language."""

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Part:
    """A part of the fit: its name and how many of ten steps it fills; None when it could not be compared."""

    name: str
    steps: int | None


@router.get("/coalitions/{slug}/matches")
def matches_page(request: Request, session: SessionDep, slug: str) -> HTMLResponse:
    """The calls that fit this coalition best. Raises store.errors.NotFound."""
    reader = reader_of(request)
    found = list_matches(session, slug, at_most=TEXTS_AT_ONCE, language=reader.language)
    groups = [(name, [match for match in found.matches if _group(match) == name]) for name in GROUPS]
    return page(
        request,
        "matches.html",
        reader=reader,
        found=found,
        coalition=found.coalition,
        groups=[(name, group) for name, group in groups if group],
        parts=lambda match: _parts(match, found.coalition.language, reader.words),
        passage_address=_passage_address,
        steps=STEPS,
    )


def _group(match: MatchPublic) -> str:
    return "ahead" if match.call.status is CallStatus.FORECASTED else match.fit


def _parts(match: MatchPublic, language: str, words: Words) -> list[Part]:
    """The parts that the catalogue has a name for, in the ranker's order, each of 0 to 10 steps."""
    named = ((words.or_raw("part", key), key, value) for key, value in match.parts.items())
    other = {WITHIN_A_LANGUAGE} if match.call.language != language else set()
    return [Part(name, None if key in other else _steps(value)) for name, key, value in named if name]


def _steps(value: float) -> int:
    return round(max(0.0, min(1.0, value)) * STEPS)


def _passage_address(match: MatchPublic, reason: ReasonPublic) -> str:
    """Where the passage stands, marked, in the call's text."""
    address = with_query(call_address(match.call), start=reason.start, end=reason.end)
    return f"{address}#{SPOT}"
