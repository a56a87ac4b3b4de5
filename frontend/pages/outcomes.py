"""What became of a pursued call: submitted and answered when, how, with which points; what was learnt."""

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.requests import Request

from api.errors import NotPursued
from api.routes.dependencies import SessionDep
from api.services.deciding.decisions import DecisionPublic, decision_of, history
from api.services.following import outcomes
from api.services.following.outcomes import Outcome
from api.services.profile.coalitions import show_coalition
from frontend import typed
from frontend.decision_steps import steps_of
from frontend.faults import Fault
from frontend.pages.follow_up import follow_up_address, outcome_address
from frontend.posted import Posted, PostedForm
from frontend.render import Reader, page, reader_of
from store.models import CoalitionPublic
from store.vocabulary import Stage

MOST_SIGNS = 10_000
FIELDS = ("stage", "submitted_on", "answered_on", "points", "points_of", "learnt")
STAGES = (Stage.SUBMITTED, Stage.GRANTED, Stage.REJECTED)

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class _Read:
    """A form as typed, and what it says; None while it has faults."""

    typed: dict[str, str]
    told: Outcome | None
    faults: list[Fault]


@router.get("/coalitions/{slug}/outcomes/{call:path}")
def outcome_page(
    request: Request, session: SessionDep, slug: str, call: str, saved: bool = False
) -> HTMLResponse:
    """The outcome of a pursued call, and its history; of another call, that it is not pursued.

    Raises store.errors.NotFound.
    """
    coalition = show_coalition(session, slug)
    try:
        found = outcomes.outcome_of(session, slug, call)
    except NotPursued:
        return _not_pursued(request, session, coalition, call)
    return _page(request, session, coalition, found, _stored(found, reader_of(request)), saved=saved)


@router.post("/coalitions/{slug}/outcomes/{call:path}")
def record_outcome(request: Request, session: SessionDep, slug: str, call: str, form: Posted) -> Response:
    """Keeps the outcome, or shows the form again with what was typed. Raises store.errors.NotFound."""
    reader, coalition = reader_of(request), show_coalition(session, slug)
    try:
        found = outcomes.outcome_of(session, slug, call)
    except NotPursued:
        return _not_pursued(request, session, coalition, call)
    read = _read(form, reader)
    if read.told is None:
        return _page(request, session, coalition, found, read.typed, faults=read.faults)
    outcomes.record(session, slug, call, read.told)
    return RedirectResponse(f"{outcome_address(slug, found.call.external_id)}?saved=1", status_code=303)


def _page(
    request: Request,
    session: Session,
    coalition: CoalitionPublic,
    found: DecisionPublic,
    form: dict[str, str],
    *,
    faults: list[Fault] | None = None,
    saved: bool = False,
) -> HTMLResponse:
    reader = reader_of(request)
    return page(
        request,
        "outcome.html",
        reader=reader,
        coalition=coalition,
        one=found,
        form=form,
        stages=[(str(stage), reader.words(f"outcome.as.{stage}")) for stage in STAGES],
        faults=faults or (),
        steps=steps_of(history(session, coalition.slug, found.call.external_id), reader),
        back=follow_up_address(coalition.slug),
        saved=saved,
    )


def _not_pursued(request: Request, session: Session, coalition: CoalitionPublic, call: str) -> HTMLResponse:
    found = decision_of(session, coalition.slug, call)
    return page(
        request,
        "outcome_none.html",
        status=409,
        coalition=coalition,
        one=found,
        call=call,
        back=follow_up_address(coalition.slug),
    )


def _read(form: PostedForm, reader: Reader) -> _Read:
    t = reader.words
    written = {name: form.line(name) for name in FIELDS}
    days = {name: typed.day(written[name]) for name in ("submitted_on", "answered_on")}
    numbers = {name: typed.measure(written[name]) for name in ("points", "points_of")}
    faults = [
        Fault(name, t("goal_values.fault.day")) for name, day in days.items() if written[name] and day is None
    ]
    faults += [
        Fault(name, t("goal_values.fault.number"))
        for name, number in numbers.items()
        if written[name] and number is None
    ]
    if len(written["learnt"]) > MOST_SIGNS:
        faults.append(Fault("learnt", t("goal_values.fault.long", n=reader.formats.number(MOST_SIGNS))))
    stage = Stage(written["stage"]) if written["stage"] in STAGES else None
    told = Outcome(stage=stage, **days, **numbers, learnt=written["learnt"] or None)
    faults += [
        Fault(field, t(f"outcome.fault.{wrong}"))
        for field, wrong in outcomes.contradictions(told)
        if field not in {fault.field for fault in faults}
    ]
    faults.sort(key=lambda fault: FIELDS.index(fault.field))
    return _Read(written, None if faults else told, faults)


def _stored(found: DecisionPublic, reader: Reader) -> dict[str, str]:
    def day(name: str) -> str:
        value = getattr(found, name)
        return f"{value.day}.{value.month}.{value.year}" if value else ""

    def number(name: str) -> str:
        value = getattr(found, name)
        return "" if value is None else reader.formats.typed(value)

    return {
        "stage": str(found.stage) if found.stage in STAGES else "",
        "submitted_on": day("submitted_on"),
        "answered_on": day("answered_on"),
        "points": number("points"),
        "points_of": number("points_of"),
        "learnt": found.learnt or "",
    }
