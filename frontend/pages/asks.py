"""Asking members about one call: a question that settles it, and a role with hours and benefit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from sqlmodel import Session
from starlette.requests import Request

from api.errors import BadChoice
from api.routes.dependencies import SessionDep
from api.services.access import member_links
from api.services.access.emails import is_email
from api.services.members import member_asks
from api.services.members.member_asks import YEARLY_HOURS
from api.services.members.member_mail import mail_link
from api.services.members.member_shapes import AsksShown, MemberAsk
from api.settings import public_address
from frontend import typed
from frontend.asked_facts import answer_words, fact_name
from frontend.faults import Fault
from frontend.headers import NO_STORE
from frontend.posted import Posted, PostedForm
from frontend.render import Reader, asks_address, page, reader_of
from store.vocabulary import PartnerRole

MOST_WORDS = 2_000
router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class SentLink:
    """A member's new link, shown once; mailed: None when no mail was asked for."""

    member_name: str
    link: str
    mailed: str | None
    to: str


@dataclass(frozen=True)
class _Task:
    """The part of a member as typed."""

    role: PartnerRole | None
    hours: int | None
    benefit: str
    request: str
    answer_by: date | None


@router.get("/coalitions/{slug}/asks/{call:path}")
def asks_page(
    request: Request, session: SessionDep, slug: str, call: str, member: str = "", fact: str = ""
) -> HTMLResponse:
    """All members and what they were asked; `member` is opened, with the question about `fact` ticked.

    Raises store.errors.NotFound.
    """
    return _page(request, session, slug, call, opened=member, fact=fact)


@router.post("/coalitions/{slug}/asks/{call:path}")
def ask(request: Request, session: SessionDep, slug: str, call: str, form: Posted) -> HTMLResponse:
    """Asks one member and makes its link, which this page alone shows; `do=link` makes a link only.

    Raises store.errors.NotFound.
    """
    reader = reader_of(request)
    member = form.line("member")
    address = form.line(f"email-{member}")
    task, faults = _read(form, member, reader)
    facts = [value for value in form.data.getlist(f"facts-{member}") if isinstance(value, str)]
    only_link = form.line("do") == "link"
    with_task = bool(form.line(f"with-{member}"))
    if not only_link and not faults and not facts and not with_task:
        faults = [Fault(f"with-{member}", reader.words("asks.error.nothing"))]
    if faults:
        return _page(request, session, slug, call, opened=member, form=form, faults=faults)
    try:
        if not only_link:
            _store(session, slug, call, member, task if with_task else None, facts)
        link = member_links.make(session, slug, member, public_address(str(request.base_url)))
    except BadChoice:
        gone = [Fault("", reader.words("asks.error.changed"))]
        return _page(request, session, slug, call, opened=member, faults=gone)
    mailed = None
    if address:
        mailed = "sent" if mail_link(session, slug, member, address, link, reader.language) else "unsent"
    return _page(request, session, slug, call, opened=member, sent=(link, mailed, address))


def _store(
    session: Session, slug: str, call: str, member: str, task: _Task | None, facts: Sequence[str]
) -> None:
    for fact in facts:
        member_asks.ask_question(
            session, slug, call, member, fact, answer_by=task.answer_by if task else None
        )
    if task is not None:
        member_asks.ask_role(
            session,
            slug,
            call,
            member,
            role=task.role,
            hours=task.hours,
            benefit=task.benefit,
            request=task.request,
            answer_by=task.answer_by,
        )


def _read(form: PostedForm, member: str, reader: Reader) -> tuple[_Task, list[Fault]]:
    """The part as typed, and what is wrong with it."""
    faults: list[Fault] = []

    def fault(field: str) -> None:
        faults.append(Fault(f"{field}-{member}", reader.words(f"asks.error.{field}")))

    role, hours = form.line(f"role-{member}"), form.line(f"hours-{member}")
    until = form.line(f"answer_by-{member}")
    counted, day = typed.count(hours), typed.day(until)
    if hours and (counted is None or counted > 1_000_000):
        fault("hours")
    if until and day is None:
        fault("answer_by")
    address = form.line(f"email-{member}")
    if address and not is_email(address):
        faults.append(Fault(f"email-{member}", reader.words("asks.error.email")))
    return (
        _Task(
            role=PartnerRole(role) if role in list(PartnerRole) else None,
            hours=counted,
            benefit=form.line(f"benefit-{member}")[:MOST_WORDS],
            request=form.line(f"request-{member}")[:MOST_WORDS],
            answer_by=day,
        ),
        faults,
    )


def _page(
    request: Request,
    session: Session,
    slug: str,
    call: str,
    *,
    opened: str = "",
    fact: str = "",
    form: PostedForm | None = None,
    faults: Sequence[Fault] = (),
    sent: tuple[str, str | None, str] | None = None,
) -> HTMLResponse:
    """The page; `form` is what was typed and refused, `fact` the one question to tick."""
    reader = reader_of(request)
    asks = member_asks.asks_of(session, slug, call, language=reader.language)
    answer = page(
        request,
        "asks.html",
        reader=reader,
        asks=asks,
        coalition=asks.coalition,
        address=asks_address(slug, asks.call.external_id),
        opened=opened or _first(asks),
        fact=fact,
        typed={} if form is None else _typed(form),
        faults=faults,
        sent=SentLink(next(one.name for one in asks.members if one.slug == opened), *sent) if sent else None,
        begins=_begins,
        yearly_hours=reader.formats.number(YEARLY_HOURS),
        fact_name=lambda name: fact_name(name, reader.words),
        answer_words=lambda name, value: answer_words(name, value, reader.formats),
    )
    answer.headers.update(NO_STORE)
    return answer


def day_field(value: date | None) -> str:
    """A day as the field for it takes it; empty for none."""
    return f"{value.day}.{value.month}.{value.year}" if value else ""


def _typed(form: PostedForm) -> dict[str, list[str]]:
    return {name: [one for one in form.data.getlist(name) if isinstance(one, str)] for name in form.data}


def _first(asks: AsksShown) -> str:
    """The member to begin with: the first that was not asked yet."""
    return next((one.slug for one in asks.members if not one.was_asked), "")


def _begins(member: MemberAsk) -> Mapping[str, str]:
    """What the fields of a member begin with: what was asked, with its corrections, else what is known."""
    task = member.task
    if task is None:
        return {
            "role": member.role or "",
            "hours": member.hours.value if member.hours else "",
            "benefit": "",
            "request": "",
            "answer_by": "",
        }
    hours = task.hours if task.said_hours is None else task.said_hours
    return {
        "role": task.said_role or task.role or "",
        "hours": "" if hours is None else str(hours),
        "benefit": task.said_benefit or task.benefit or "",
        "request": task.request or "",
        "answer_by": day_field(task.answer_by),
    }
