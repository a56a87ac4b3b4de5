"""A member's own page: its part in each call, confirmed or corrected, and the questions that are put to it.

By its link (`/m/TOKEN`, no account) or signed in (`/coalitions/SLUG/my-role`); both show the same.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from urllib.parse import urlencode

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.requests import Request

from api.errors import BadChoice, Changed
from api.routes.dependencies import SessionDep
from api.services.checking.check_shapes import QuestionPublic
from api.services.members import member_answers
from api.services.members.comments import comments_of
from api.services.members.member_answers import MyCall, MyPart
from api.services.members.member_seat import Seat, seat_by_account, seat_by_link
from frontend import typed
from frontend.asked_facts import answer_words, fact_name
from frontend.check_rows import answer_id
from frontend.errors import NoSuchPage
from frontend.faults import Fault, by_field
from frontend.pages.check_answer import asked_for, value_of
from frontend.posted import Posted, PostedForm
from frontend.regions import municipality_names, region_names
from frontend.render import Reader, page, reader_of, sentence
from store.member_work import Said
from store.vocabulary import PartnerRole

NOTES = ("confirmed", "corrected", "answered", "took_back")
"""What the page can say was done; each has a text `my.done.NOTE`."""
UNSEEN = {"X-Robots-Tag": "noindex, nofollow"}
MOST_WORDS = 2_000
router = APIRouter(include_in_schema=False)


@router.get("/m/{token}")
def page_by_link(
    request: Request, session: SessionDep, token: str, done: str = "", call: str = "", fact: str = ""
) -> HTMLResponse:
    """The page of the member whose link it is. Raises api.errors.LinkExpired."""
    seat = seat_by_link(session, token)
    return _page(request, session, seat, f"/m/{token}", done=(done, call, fact))


@router.post("/m/{token}")
def act_by_link(request: Request, session: SessionDep, token: str, form: Posted, call: str = "") -> Response:
    """Does what a form of the page asks. Raises api.errors.LinkExpired and store.errors.NotFound."""
    return _act(request, session, seat_by_link(session, token), f"/m/{token}", call, form)


@router.get("/coalitions/{slug}/my-role")
def own_page(
    request: Request, session: SessionDep, slug: str, done: str = "", call: str = "", fact: str = ""
) -> HTMLResponse:
    """The page of the member for whom the signed-in person speaks; says so when there is none."""
    seat = seat_by_account(session, slug)
    if seat is None:
        return page(request, "no_seat.html", slug=slug)
    return _page(request, session, seat, _home(slug), done=(done, call, fact))


@router.post("/coalitions/{slug}/my-role")
def own_act(request: Request, session: SessionDep, slug: str, form: Posted, call: str = "") -> Response:
    """Does what a form of the page asks. Raises store.errors.NotFound."""
    seat = seat_by_account(session, slug)
    if seat is None:
        raise NoSuchPage(request.url.path)
    return _act(request, session, seat, _home(slug), call, form)


def _home(slug: str) -> str:
    return f"/coalitions/{slug}/my-role"


def _act(request: Request, session: Session, seat: Seat, home: str, call: str, form: PostedForm) -> Response:
    """Does it and goes back to the page, or shows it again with what was typed."""
    reader = reader_of(request)
    actions: dict[str, Callable[[], str | list[Fault]]] = {
        "confirm": lambda: _confirm(session, seat, call, form),
        "correct": lambda: _correct(session, seat, call, form, reader),
        "answer": lambda: _answer(session, seat, call, form, reader),
        "take_back": lambda: _take_back(session, seat, call, form),
    }
    action = actions.get(form.line("do"))
    if action is None:
        raise NoSuchPage(request.url.path)
    try:
        outcome = action()
    except Changed:
        outcome = [Fault("", reader.words("my.error.changed"))]
    if isinstance(outcome, str):
        query = urlencode({"done": outcome, "call": call, "fact": form.line("fact")})
        return RedirectResponse(f"{home}?{query}#done", status_code=303)
    return _page(request, session, seat, home, faults=outcome, form=form, at=call)


def _confirm(session: Session, seat: Seat, call: str, form: PostedForm) -> str:
    member_answers.confirm(session, seat, call, form.line("version"))
    return "confirmed"


def _correct(session: Session, seat: Seat, call: str, form: PostedForm, reader: Reader) -> str | list[Fault]:
    hours, role = form.line("hours"), form.line("role")
    counted = typed.count(hours)
    if hours and (counted is None or counted > 1_000_000):
        return [Fault("hours", reader.words("asks.error.hours"))]
    said = Said(
        text=form.line("correction")[:MOST_WORDS] or None,
        role=PartnerRole(role) if role in list(PartnerRole) else None,
        hours=counted,
        benefit=form.line("benefit")[:MOST_WORDS] or None,
    )
    if not any(value is not None for value in said):
        return [Fault("correction", reader.words("my.error.correction"))]
    member_answers.correct(session, seat, call, form.line("version"), said)
    return "corrected"


def _answer(session: Session, seat: Seat, call: str, form: PostedForm, reader: Reader) -> str | list[Fault]:
    part = member_answers.my_part(session, seat, reader.language)
    asked = [one for mine in part.calls if mine.call.external_id == call for one in mine.questions]
    found = next((one for one in asked if one.fact == form.line("fact")), None)
    if found is not None and found.answer is not None:
        return "answered"
    if found is None or found.question is None:
        return [Fault("", reader.words("check.error.answered"))]
    plain = answer_id(found.question)
    field = next((name for name in form.data if name == plain or name.startswith(f"{plain}-at-")), plain)
    fault = [Fault(field, reader.words(f"check.error.{asked_for(found.question)}"))]
    value = value_of(found.question, form.line(field))
    if value is None:
        return fault
    try:
        member_answers.answer(session, seat, call, found.fact, value)
    except BadChoice:
        return fault
    return "answered"


def _take_back(session: Session, seat: Seat, call: str, form: PostedForm) -> str:
    member_answers.take_back(session, seat, call, form.line("fact"))
    return "took_back"


def _page(
    request: Request,
    session: Session,
    seat: Seat,
    home: str,
    *,
    done: tuple[str, str, str] = ("", "", ""),
    faults: Sequence[Fault] = (),
    form: PostedForm | None = None,
    at: str = "",
) -> HTMLResponse:
    """The page; `done` is what was just done, for which call and fact; `at` the call of a refused form."""
    reader = reader_of(request)
    part = member_answers.my_part(session, seat, reader.language)
    note, call, fact = done
    by_link = home.startswith("/m/")
    open_kinds = {
        str(one.question.kind) for mine in part.calls for one in mine.open_questions if one.question
    }
    answer = page(
        request,
        "my_part.html",
        reader=reader,
        seat=seat,
        part=part,
        home=home,
        by_link=by_link,
        done=_done(part, note, call, fact),
        faults=faults,
        typed=_typed(form),
        typed_at=at,
        fault_at=lambda mine: _fault_at(faults, mine, at),
        ids_at=lambda number: partial(_answer_id, number=number),
        choices_of=_choices,
        address=lambda mine: f"{home}?{urlencode({'call': mine.call.external_id})}",
        fact_name=lambda name: fact_name(name, reader.words),
        answer_words=lambda name, value: answer_words(name, value, reader.formats),
        comments_about=lambda mine: [] if by_link else comments_of(session, seat.slug, mine.call.external_id),
        regions=region_names(reader.language) if "region" in open_kinds else [],
        municipalities=municipality_names(reader.language) if "municipality" in open_kinds else [],
    )
    answer.headers.update(UNSEEN)
    return answer


def _done(part: MyPart, note: str, call: str, fact: str) -> tuple[str, MyCall, str] | None:
    """What to say was done; None when the address names nothing that was asked."""
    mine = next((one for one in part.calls if one.call.external_id == call), None)
    if note not in NOTES or mine is None:
        return None
    if note in ("answered", "took_back") and fact not in {one.fact for one in mine.questions}:
        return None
    return note, mine, fact


def _answer_id(question: QuestionPublic, number: int) -> str:
    """The id of the field for an answer, told apart by the number of its call on the page."""
    return answer_id(question) if number == 1 else f"{answer_id(question)}-at-{number}"


def _typed(form: PostedForm | None) -> Mapping[str, str]:
    return {} if form is None else {name: form.line(name) for name in form.data}


def _fault_at(faults: Sequence[Fault], mine: MyCall, at: str) -> Mapping[str, str]:
    """What is wrong with the forms of one call."""
    return by_field(faults) if mine.call.external_id == at else {}


def _choices(question: QuestionPublic) -> list[tuple[str, str]]:
    return [(choice.value, sentence(choice.label)) for choice in question.choices or ()]
