"""Named questions to the store about calls; status is always asked for a moment."""

import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, func, or_
from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from store import call_dates, clock
from store.errors import NotFound
from store.models.call import Call, CallPublic
from store.models.change import Change
from store.models.crawl_run import CrawlRun
from store.vocabulary import CallStatus, CrawlOutcome

WHOLE = (CrawlOutcome.COMPLETE, CrawlOutcome.WARNING)
_ID = re.compile(r"[0-9]{1,18}")
CHUNK = 500


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


def calls(session: Session, *, now: datetime | None = None) -> list[Call]:
    """All calls: open, forthcoming, undated, closed; sooner closing first, of the closed the latest first."""
    now = now or clock.now()
    closes = col(Call.closes_at)
    ended = status_clause(CallStatus.CLOSED, now)
    place = case(
        (status_clause(CallStatus.OPEN, now), 0),
        (status_clause(CallStatus.FORECASTED, now), 1),
        (ended, 3),
        else_=2,
    )
    query = select(Call).options(defer(col(Call.raw)))  # type: ignore[arg-type]
    query = query.order_by(
        place, case((ended, closes)).desc(), closes.asc().nulls_last(), col(Call.identifier), col(Call.id)
    )
    return list(session.exec(query))


def calls_by_id(session: Session, ids: Sequence[int]) -> list[Call]:
    """The calls of these ids in the same order, without their raw records; ids of no call are passed over."""
    found: dict[int | None, Call] = {}
    for start in range(0, len(ids), CHUNK):
        some = col(Call.id).in_(ids[start : start + CHUNK])
        query = select(Call).where(some).options(defer(col(Call.raw)))  # type: ignore[arg-type]
        found |= {call.id: call for call in session.exec(query)}
    return [found[key] for key in ids if key in found]


def count_calls(session: Session, status: CallStatus | None = None, *, now: datetime | None = None) -> int:
    """How many calls there are, of that status if one is given."""
    query = select(func.count()).select_from(Call)
    if status is not None:
        query = query.where(status_clause(status, now or clock.now()))
    return session.exec(query).one()


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


def id_of(session: Session, name: str) -> int:
    """The number of the call of that name, found as `call_by_name` finds it. Raises NotFound."""
    number = call_by_name(session, name).id
    assert number is not None
    return number


def changes_of(session: Session, call_id: int) -> list[Change]:
    """Every recorded change of one call, newest first."""
    query = select(Change).where(Change.call_id == call_id)
    return list(session.exec(query.order_by(col(Change.changed_at).desc(), col(Change.id).desc())))


def last_runs(session: Session) -> dict[str, CrawlRun]:
    """The newest crawl run of each source."""
    return {source: runs[0] for source, runs in run_history(session, 1).items()}


def run_history(session: Session, most: int) -> dict[str, list[CrawlRun]]:
    """The newest crawl runs of each source, at most so many, newest first."""
    place = func.row_number().over(partition_by=col(CrawlRun.source), order_by=col(CrawlRun.id).desc())
    numbered = select(col(CrawlRun.id).label("id"), place.label("place")).subquery()
    query = select(CrawlRun).join(numbered, numbered.c.id == CrawlRun.id).where(numbered.c.place <= most)
    found: dict[str, list[CrawlRun]] = {}
    for run in session.exec(query.order_by(col(CrawlRun.id).desc())):
        found.setdefault(run.source, []).append(run)
    return found


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
