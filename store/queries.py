"""Named questions to the store about calls; status is always asked for a moment."""

import re
from collections.abc import Sequence
from datetime import datetime

from pydantic import BaseModel
from sqlalchemy import ColumnElement, and_, case, func, or_
from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from store import call_dates, clock
from store.errors import NotFound
from store.models.call import Call, CallPublic
from store.models.change import Change
from store.models.crawl_run import CrawlRun
from store.vocabulary import CallStatus, CrawlOutcome, Programme

WHOLE = (CrawlOutcome.COMPLETE, CrawlOutcome.WARNING)
_ID = re.compile(r"[0-9]{1,18}")


def status_clause(status: CallStatus, now: datetime) -> ColumnElement[bool]:
    """SQL twin of `call_dates.derive_status` (a test holds the two together)."""
    closes, opens = col(Call.closes_at), col(Call.opens_at)
    ended = and_(closes.is_not(None), closes <= now)
    ahead = and_(opens.is_not(None), opens > now)
    if status is CallStatus.CLOSED:
        return ended
    live = or_(closes.is_(None), closes > now)
    if status is CallStatus.FORECASTED:
        return and_(live, ahead)
    begun = or_(opens.is_(None), opens <= now)
    return and_(live, begun, or_(closes.is_not(None), col(Call.continuous).is_(True)))


class CallFilter(BaseModel):
    """Which calls: every word of `words` stands in identifier, title or text; None means any."""

    words: str = ""
    programme: Programme | None = None
    status: CallStatus | None = None
    source: str | None = None


def calls(
    session: Session,
    wanted: CallFilter | None = None,
    *,
    now: datetime | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> list[Call]:
    """Calls by urgency: open, forthcoming, undated, closed; sooner closing first, the closed by latest."""
    now = now or clock.now()
    closes = col(Call.closes_at)
    ended = status_clause(CallStatus.CLOSED, now)
    place = case(
        (status_clause(CallStatus.OPEN, now), 0),
        (status_clause(CallStatus.FORECASTED, now), 1),
        (ended, 3),
        else_=2,
    )
    query = select(Call).where(*_clauses(wanted or CallFilter(), now)).options(defer(col(Call.raw)))  # type: ignore[arg-type]
    query = query.order_by(
        place, case((ended, closes)).desc(), closes.asc().nulls_last(), col(Call.identifier), col(Call.id)
    )
    return list(session.exec(query.offset(offset).limit(limit)))


def count_calls(session: Session, wanted: CallFilter | None = None, *, now: datetime | None = None) -> int:
    """How many calls there are of that filter."""
    clauses = _clauses(wanted or CallFilter(), now or clock.now())
    return session.exec(select(func.count()).select_from(Call).where(*clauses)).one()


def _clauses(wanted: CallFilter, now: datetime) -> list[ColumnElement[bool]]:
    clauses: list[ColumnElement[bool]] = []
    for word in wanted.words.split():
        part = f"%{_like(word)}%"
        fields = (col(Call.identifier), col(Call.title), col(Call.description))
        clauses.append(or_(*(field.ilike(part, escape="\\") for field in fields)))
    if wanted.programme is not None:
        clauses.append(col(Call.programme) == wanted.programme)
    if wanted.status is not None:
        clauses.append(status_clause(wanted.status, now))
    if wanted.source is not None:
        clauses.append(col(Call.source) == wanted.source)
    return clauses


def call_by_name(session: Session, name: str) -> Call:
    """The call of this external id, official identifier (any case) or number, in that order; newest first.

    Raises NotFound.
    """
    query = select(Call).where(
        or_(func.lower(Call.identifier) == name.lower(), func.lower(Call.external_id) == name.lower())
    )
    exact = case((func.lower(Call.external_id) == name.lower(), 0), else_=1)
    newest = (col(Call.closes_at).desc().nulls_last(), col(Call.id).desc())
    found = session.exec(query.order_by(exact, *newest)).first()
    if found is None and _ID.fullmatch(name):
        found = session.get(Call, int(name))
    if found is None:
        raise NotFound(
            f"No call {name!r} in the store: `koalitio calls` lists them, `koalitio crawl` brings them in."
        )
    return found


def changes_of(session: Session, call_id: int) -> list[Change]:
    """Every recorded change of one call, newest first."""
    query = select(Change).where(Change.call_id == call_id)
    return list(session.exec(query.order_by(col(Change.changed_at).desc(), col(Change.id).desc())))


def last_runs(session: Session) -> dict[str, CrawlRun]:
    """The newest crawl run of each source."""
    newest: dict[str, CrawlRun] = {}
    for run in session.exec(select(CrawlRun).order_by(col(CrawlRun.id))):
        newest[run.source] = run
    return newest


def whole_crawls(session: Session) -> dict[str, datetime]:
    """Per source, when its newest crawl that read the whole source began."""
    query = select(CrawlRun.source, func.max(CrawlRun.started_at)).where(
        col(CrawlRun.outcome).in_(WHOLE), func.coalesce(CrawlRun.shortfall, 0) == 0
    )
    rows: Sequence[tuple[str, datetime]] = session.exec(query.group_by(CrawlRun.source)).all()
    return dict(rows)


def public_call(call: Call, whole: dict[str, datetime], now: datetime | None = None) -> CallPublic:
    """A call as shown: status derived for `now`; `whole` comes from `whole_crawls`."""
    now = now or clock.now()
    status = call_dates.derive_status(call.opens_at, call.closes_at, call.continuous, now)
    crawled = whole.get(call.source)
    return CallPublic.model_validate(
        call,
        update={
            "status": status,
            "status_disagrees": None not in (status, call.source_status) and status != call.source_status,
            "next_cut_off": call_dates.next_cut_off(call.cut_offs, now),
            "close_date": max((c.date for c in call.cut_offs), default=None),
            "not_seen_since": call.fetched_at if crawled and call.fetched_at < crawled else None,
        },
    )


def _like(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
