"""Members propose needs and goals and weigh them, by their link or signed in; everyone sees the outcome."""

import re
from collections.abc import Callable, Mapping, Sequence

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.requests import Request

from api.errors import BadChoice
from api.routes.dependencies import SessionDep
from api.services.members import member_inputs
from api.services.members.member_inputs import WEIGHTS, InputsShown
from api.services.members.member_seat import Seat, seat_by_link, seat_if_any
from frontend.errors import NoSuchPage
from frontend.faults import Fault
from frontend.pages.my_part import UNSEEN
from frontend.posted import Posted, PostedForm
from frontend.render import page, reader_of
from frontend.weight_bars import HEIGHT, SILENT, WIDTH, blocks_of, spoken
from frontend.words import Words
from store.vocabulary import InputKind, InputState

NOTES = ("proposed", "weighed", "taken", "set_aside")
"""What the page can say was done; each has a text `inputs.done.NOTE`."""
WEIGHT = "weigh-"
MOST_WORDS = 2_000
TARGET = re.compile(r"(goal|need|input)-([a-z0-9-]{1,90})")
router = APIRouter(include_in_schema=False)


@router.get("/m/{token}/inputs")
def inputs_by_link(request: Request, session: SessionDep, token: str, done: str = "") -> HTMLResponse:
    """Proposals and weights of the member whose link it is. Raises api.errors.LinkExpired."""
    seat = seat_by_link(session, token)
    shown = member_inputs.inputs_for(session, seat)
    return _page(request, shown, f"/m/{token}/inputs", done=done)


@router.post("/m/{token}/inputs")
def put_by_link(request: Request, session: SessionDep, token: str, form: Posted) -> Response:
    """Keeps a proposal or weights. Raises api.errors.LinkExpired."""
    seat = seat_by_link(session, token)
    home = f"/m/{token}/inputs"
    outcome = _put(session, seat, form, reader_of(request).words)
    if isinstance(outcome, str):
        return _back(home, outcome)
    return _page(request, member_inputs.inputs_for(session, seat), home, faults=outcome, form=form)


@router.get("/coalitions/{slug}/inputs")
def inputs_page(request: Request, session: SessionDep, slug: str, done: str = "") -> HTMLResponse:
    """The same for the coalition's people; the lead decides on proposals. Raises store.errors.NotFound."""
    shown = member_inputs.inputs(session, slug)
    return _page(request, shown, _home(slug), done=done)


@router.post("/coalitions/{slug}/inputs")
def put_inputs(request: Request, session: SessionDep, slug: str, form: Posted) -> Response:
    """Keeps a proposal or weights, takes a proposal into the profile or sets it aside.

    Raises store.errors.NotFound.
    """
    words = reader_of(request).words
    decisions: dict[str, Callable[[], str | list[Fault]]] = {
        "take": lambda: _take(session, slug, form),
        "aside": lambda: _set_aside(session, slug, form, words),
    }
    decide = decisions.get(form.line("do"))
    if decide is not None:
        outcome = decide()
    else:
        seat = seat_if_any(session, slug)
        if seat is None:
            raise NoSuchPage(request.url.path)
        outcome = _put(session, seat, form, words)
    if isinstance(outcome, str):
        return _back(_home(slug), outcome)
    return _page(request, member_inputs.inputs(session, slug), _home(slug), faults=outcome, form=form)


def _home(slug: str) -> str:
    return f"/coalitions/{slug}/inputs"


def _back(home: str, note: str) -> Response:
    return RedirectResponse(f"{home}?done={note}", status_code=303)


def _put(session: Session, seat: Seat, form: PostedForm, words: Words) -> str | list[Fault]:
    """Keeps what a member sends: what was done, or what is wrong."""
    if form.line("do") == "weigh":
        return _weigh(session, seat, form, words)
    kind = form.line("kind")
    if kind not in list(InputKind):
        return [Fault("kind", words("inputs.error.kind"))]
    text = form.line("text")
    if not text or len(text) > MOST_WORDS:
        return [Fault("text", words("inputs.error.text"))]
    member_inputs.propose(
        session,
        seat,
        InputKind(kind),
        text,
        figure=form.line("figure")[:MOST_WORDS],
        source=form.line("source")[:MOST_WORDS],
    )
    return "proposed"


def _weigh(session: Session, seat: Seat, form: PostedForm, words: Words) -> str | list[Fault]:
    weights: dict[str, int] = {}
    for name in form.data:
        found = TARGET.fullmatch(name.removeprefix(WEIGHT)) if name.startswith(WEIGHT) else None
        if found is not None and form.line(name) in {str(weight) for weight in WEIGHTS}:
            weights[f"{found[1]}:{found[2]}"] = int(form.line(name))
    if not weights:
        return [Fault("weights", words("inputs.error.weights"))]
    member_inputs.weigh(session, seat, weights)
    return "weighed"


def _take(session: Session, slug: str, form: PostedForm) -> str:
    member_inputs.take(session, slug, _number(form))
    return "taken"


def _set_aside(session: Session, slug: str, form: PostedForm, words: Words) -> str | list[Fault]:
    number = _number(form)
    try:
        member_inputs.set_aside(session, slug, number, form.line("word")[:MOST_WORDS])
    except BadChoice:
        return [Fault(f"word-{number}", words("inputs.error.word"))]
    return "set_aside"


def _number(form: PostedForm) -> int:
    written = form.line("input")
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 10 else 0


def _page(
    request: Request,
    shown: InputsShown,
    home: str,
    *,
    done: str = "",
    faults: Sequence[Fault] = (),
    form: PostedForm | None = None,
) -> HTMLResponse:
    """The page as far as who looks may see it; `form` is what was typed and refused."""
    reader = reader_of(request)
    by_link = home.startswith("/m/")
    typed: Mapping[str, str] = {} if form is None else {name: form.line(name) for name in form.data}
    answer = page(
        request,
        "inputs.html",
        reader=reader,
        shown=shown,
        home=home,
        by_link=by_link,
        back=home.removesuffix("/inputs") if by_link else f"/coalitions/{shown.coalition_slug}",
        done=done if done in NOTES else "",
        faults=faults,
        typed=typed,
        weights=WEIGHTS,
        silent=SILENT,
        waiting=[one for one in shown.proposals if one.state is InputState.PROPOSED],
        decided=[one for one in shown.proposals if one.state is not InputState.PROPOSED],
        kinds=reader.words.choices((InputKind.NEED, InputKind.GOAL)),
        field_of=lambda key: WEIGHT + key.replace(":", "-"),
        blocks_of=blocks_of,
        spoken=lambda outcome: spoken(outcome, reader.words),
        bar_size=(WIDTH, HEIGHT),
    )
    answer.headers.update(UNSEEN)
    return answer
