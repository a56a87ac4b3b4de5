"""The matches of one coalition, in groups of fit: who may, what it takes, why, and what is decided."""

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.deciding.compare_calls import compare_calls, comparing
from api.services.matching.list_matches import MatchPublic, ReasonPublic
from api.services.matching.match_filter import OPEN
from api.services.matching.weigh_matches import weigh_matches
from frontend.match_asked import FIELDS, FITS, Asked, asked_of
from frontend.pages.jobs import job_address
from frontend.prose import SPOT
from frontend.render import Reader, call_address, page, reader_of, with_query
from frontend.words import Words
from store.vocabulary import CallStatus, Choice, Programme, Verdict

GROUPS = (*FITS, "ahead")
"""Open calls by fit; then the forthcoming ones, for which there is time to find partners."""

TEXTS_AT_ONCE = 40
"""More new texts of calls than this are not embedded while a reader waits; the page offers to do it."""

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
    """One page of the calls that fit this coalition best, narrowed by the query.

    Raises store.errors.NotFound.
    """
    reader, asked = reader_of(request), asked_of(request.query_params)
    listed = weigh_matches(
        session,
        slug,
        at_most=TEXTS_AT_ONCE,
        language=reader.language,
        asked=asked.filter,
        page=asked.page,
    )
    found = listed.found
    groups = [(name, [pair for pair in listed.pairs if _group(pair[0]) == name]) for name in GROUPS]
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
        asked=asked,
        choices=_choices(reader),
        chips=_chips(asked, reader),
        address=f"/coalitions/{slug}/matches",
        comparing=comparing(session, slug) if found.pending else None,
        mutes=listed.mutes,
    )


@router.post("/coalitions/{slug}/matches")
def compare_now(session: SessionDep, slug: str) -> RedirectResponse:
    """Starts comparing what is new, and shows how far it is. Raises store.errors.NotFound."""
    return RedirectResponse(job_address(compare_calls(session, slug)), status_code=303)


def _group(match: MatchPublic) -> str:
    return "ahead" if match.call.status is CallStatus.FORECASTED else match.fit


def _choices(reader: Reader) -> dict[str, list[tuple[str, str]]]:
    """What each field of the filter offers, in the page's order."""
    words = reader.words
    decided = [(str(choice), words(f"decision.is.{choice}")) for choice in Choice]
    return {
        "fit": [(fit, words(f"fit.{fit}")) for fit in FITS],
        "verdict": words.choices(Verdict),
        "programme": words.choices(Programme),
        "decision": [(OPEN, words("decision.is.open")), *decided],
    }


def _chips(asked: Asked, reader: Reader) -> list[tuple[str, str]]:
    """What the list is narrowed by: its words, and the query without it."""
    offered = _choices(reader)
    named = ((field, dict(offered[field]), asked.values[field]) for field in FIELDS if field in asked.values)
    return [(names[value], asked.query(**{field: None})) for field, names, value in named]


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
