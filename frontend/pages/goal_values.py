"""One goal over time: its values as a line and as a table; adding, correcting and taking back a value."""

from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.requests import Request

from api.errors import AheadOfTime, DayTaken
from api.routes.dependencies import SessionDep
from api.services.following import follow_up, goal_values
from api.services.following.follow_up import FollowUp, GoalFollowUp, ValuePublic
from frontend import typed
from frontend.errors import NoSuchPage
from frontend.faults import Fault
from frontend.line_chart import NARROW, WIDE, line_chart
from frontend.pages.follow_up import follow_up_address
from frontend.posted import Posted, PostedForm
from frontend.render import Reader, page, reader_of

MOST_SIGNS = 2_000
ADD, CORRECT, TAKE_BACK, TARGET = "add", "correct", "take_back", "target"
TARGET_FIELDS = ("unit", "baseline", "target", "due")

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Typed:
    """What stands in the form of a value, as typed; `value_id` of the one that is corrected."""

    day: str = ""
    value: str = ""
    note: str = ""
    value_id: int | None = None


@router.get("/coalitions/{slug}/follow-up/{goal}")
def goal_page(
    request: Request, session: SessionDep, slug: str, goal: str, correct: int | None = None, done: str = ""
) -> HTMLResponse:
    """The values of a goal; `correct` opens one of them in the form. Raises store.errors.NotFound."""
    found = follow_up.follow_up(session, slug)
    one = found.goal(goal)
    form = Typed() if correct is None else _typed(_value(one, correct), reader_of(request))
    return _page(request, found, one, form, done=done)


@router.post("/coalitions/{slug}/follow-up/{goal}")
def change_goal(request: Request, session: SessionDep, slug: str, goal: str, form: Posted) -> Response:
    """Adds, corrects or takes back a value, or says what the target is; else the form again.

    Raises store.errors.NotFound.
    """
    do = form.line("do")
    found = follow_up.follow_up(session, slug)
    one = found.goal(goal)
    if do == TARGET:
        return _set_target(request, session, found, one, form)
    if do == TAKE_BACK:
        goal_values.take_back_value(session, slug, goal, _value(one, _number(form)).id)
        return _back(slug, goal, do)
    return _keep(request, session, found, one, form)


def _keep(
    request: Request, session: Session, found: FollowUp, one: GoalFollowUp, form: PostedForm
) -> Response:
    reader, slug = reader_of(request), found.coalition.slug
    value_id = _value(one, _number(form)).id if form.line("value_id") else None
    written = Typed(form.line("day"), form.line("value"), form.line("note"), value_id)
    day, value = typed.day(written.day), typed.measure(written.value)
    faults = list(_faults(written, day, value, reader))
    if day is None or value is None or faults:
        return _page(request, found, one, written, faults=faults)
    note = written.note or None
    try:
        if value_id is None:
            goal_values.add_value(session, slug, one.slug, day, value, note)
        else:
            goal_values.correct_value(session, slug, one.slug, value_id, day, value, note)
    except DayTaken:
        fault = Fault("day", reader.words("goal_values.fault.day_taken", day=reader.formats.day(day)))
        return _page(request, found, one, written, faults=[fault])
    except AheadOfTime:
        fault = Fault("day", reader.words("goal_values.fault.day_ahead"))
        return _page(request, found, one, written, faults=[fault])
    return _back(slug, one.slug, ADD if value_id is None else CORRECT)


def _set_target(
    request: Request, session: Session, found: FollowUp, one: GoalFollowUp, form: PostedForm
) -> Response:
    reader = reader_of(request)
    written = {name: form.line(name) for name in TARGET_FIELDS}
    baseline, target = typed.measure(written["baseline"]), typed.measure(written["target"])
    due = typed.day(written["due"])
    faults = [
        Fault(name, reader.words("goal_values.fault.number"))
        for name, read in (("baseline", baseline), ("target", target))
        if written[name] and read is None
    ]
    if written["due"] and due is None:
        faults.append(Fault("due", reader.words("goal_values.fault.day")))
    if len(written["unit"]) > MOST_SIGNS:
        most = reader.formats.number(MOST_SIGNS)
        faults.append(Fault("unit", reader.words("goal_values.fault.long", n=most)))
    if faults:
        return _page(request, found, one, Typed(), faults=faults, target=written)
    unit = written["unit"] or None
    slug = found.coalition.slug
    goal_values.set_target(session, slug, one.slug, unit=unit, baseline=baseline, target=target, due=due)
    return _back(slug, one.slug, TARGET)


def _page(
    request: Request,
    found: FollowUp,
    one: GoalFollowUp,
    form: Typed,
    *,
    faults: list[Fault] | None = None,
    target: dict[str, str] | None = None,
    done: str = "",
) -> HTMLResponse:
    reader = reader_of(request)
    values = [(value.day, value.value) for value in one.values]
    widths = (WIDE, NARROW) if values else ()
    return page(
        request,
        "goal_values.html",
        reader=reader,
        coalition=found.coalition,
        goal=one,
        form=form,
        target=target or _target(one, reader),
        target_is_open=target is not None,
        faults=faults or (),
        charts=[line_chart(values, one.target, reader.formats, width) for width in widths],
        back=follow_up_address(found.coalition.slug),
        done=done if done in (ADD, CORRECT, TAKE_BACK, TARGET) else "",
    )


def _faults(written: Typed, day: date | None, value: float | None, reader: Reader) -> list[Fault]:
    t = reader.words
    wrong = [
        ("day", day is None, t("goal_values.fault.day")),
        ("value", value is None, t("goal_values.fault.number")),
        (
            "note",
            len(written.note) > MOST_SIGNS,
            t("goal_values.fault.long", n=reader.formats.number(MOST_SIGNS)),
        ),
    ]
    return [Fault(field, words) for field, is_wrong, words in wrong if is_wrong]


def _value(one: GoalFollowUp, value_id: int | None) -> ValuePublic:
    found = next((value for value in one.values if value.id == value_id), None)
    if found is None:
        raise NoSuchPage(f"value {value_id}")
    return found


def _number(form: PostedForm) -> int | None:
    return typed.count(form.line("value_id"))


def _typed(value: ValuePublic, reader: Reader) -> Typed:
    return Typed(_day(value.day), reader.formats.typed(value.value), value.note or "", value.id)


def _target(one: GoalFollowUp, reader: Reader) -> dict[str, str]:
    number = reader.formats.typed
    return {
        "unit": one.unit or "",
        "baseline": "" if one.baseline is None else number(one.baseline),
        "target": "" if one.target is None else number(one.target),
        "due": _day(one.due) if one.due else "",
    }


def _day(value: date) -> str:
    return f"{value.day}.{value.month}.{value.year}"


def _back(slug: str, goal: str, done: str) -> RedirectResponse:
    return RedirectResponse(f"{follow_up_address(slug, goal)}?done={done}", status_code=303)
