"""Answers a question about the calls: which, in what order, and how many each further choice would leave."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from operator import or_

from sqlmodel import Session

from store import clock
from store.call_search import sets
from store.call_search.memory import CallMemory, memory_of
from store.call_search.moments import Moments
from store.call_search.wanted import FACETS, NOT_KNOWN, CallFilter, Sort, Standing

CLOSED_WEIGHT = 0.6
"""A call that is closed counts this much of what an open one does with the same words."""
NEW, REGION, BEFORE = "new", "region", "before"


@dataclass(frozen=True)
class Found:
    """Ids of the calls of one page in order, how many there are in all, and what the filters would leave.

    counts: by filter and value, with every other filter applied. area_unknown: of those found, how many do
    not say where they apply. applicant_unknown: with the other filters applied, how many do not tell who may
    apply. new: how many of those found would be new; None when no moment is given.
    """

    ids: list[int]
    total: int
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    area_unknown: int = 0
    applicant_unknown: int = 0
    new: int | None = None


def search(
    session: Session,
    wanted: CallFilter,
    *,
    now: datetime | None = None,
    new_after: datetime | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Found:
    """The calls of that filter; `new_after` counts what is new since then without keeping to it."""
    now = now or clock.now()
    memory = memory_of(session)
    with memory.lock:
        memory.refresh(session)
        return _Question(session, memory, wanted, now).answer(new_after, limit, offset)


@dataclass(frozen=True)
class Known:
    """Values that the stored calls have where no vocabulary names them."""

    sources: tuple[str, ...]
    languages: tuple[str, ...]


def known_values(session: Session) -> Known:
    """The sources and languages of the stored calls, sorted."""
    memory = memory_of(session)
    with memory.lock:
        memory.refresh(session)
        values = memory.values
        return Known(tuple(sorted(values.get("source", ()))), tuple(sorted(values.get("language", ()))))


def warm(session: Session) -> None:
    """Reads everything that a first search would, so that no reader waits for it."""
    memory = memory_of(session)
    with memory.lock:
        memory.refresh(session)
        memory.read_texts(session)


class _Question:
    """One question to one memory at one moment."""

    def __init__(self, session: Session, memory: CallMemory, wanted: CallFilter, now: datetime) -> None:
        self._memory, self._wanted, self._now = memory, wanted, now
        self._moments: Moments = memory.at(now)
        self._scores = memory.read_texts(session).search(wanted.words) if wanted.words.strip() else None
        self._parts = self._all_parts()

    def answer(self, new_after: datetime | None, limit: int | None, offset: int) -> Found:
        """The page asked for, with all counts."""
        found = self._cut()
        after = self._wanted.new_since or new_after
        region = self._wanted.region
        return Found(
            ids=self._page(found, limit, offset),
            total=found.bit_count(),
            counts={facet: self._counts(facet) for facet in FACETS},
            area_unknown=(found & self._memory.region(region.upper())[1]).bit_count() if region else 0,
            applicant_unknown=(
                self._cut("applicant") & self._values("applicant").get(NOT_KNOWN, 0)
            ).bit_count(),
            new=(self._cut(NEW) & self._memory.new_since(after)).bit_count() if after else None,
        )

    def _all_parts(self) -> dict[str, sets.Calls]:
        """What each filter that is set lets through."""
        wanted, memory = self._wanted, self._memory
        parts: dict[str, sets.Calls] = {}
        for facet in FACETS:
            chosen = self._chosen(facet)
            if chosen:
                values = self._values(facet)
                parts[facet] = reduce(or_, (values.get(value, 0) for value in chosen))
        if self._scores is not None:
            parts["words"] = sets.of(self._scores, memory.size)
        if wanted.region:
            inside, unknown = memory.region(wanted.region.upper())
            parts[REGION] = inside | unknown
        if wanted.before:
            parts[BEFORE] = memory.due_by(wanted.before, self._now)
        if wanted.new_since:
            parts[NEW] = memory.new_since(wanted.new_since)
        return parts

    def _cut(self, but: str = "") -> sets.Calls:
        """The calls that every filter lets through, one of them left out."""
        found = self._memory.live
        for name, part in self._parts.items():
            if name != but:
                found &= part
        return found

    def _chosen(self, facet: str) -> list[str]:
        value = getattr(self._wanted, facet)
        if isinstance(value, list):
            return [str(one) for one in value]
        return [] if value is None else [str(int(value))]

    def _values(self, facet: str) -> dict[str, sets.Calls]:
        if facet == "status":
            return {str(one): calls for one, calls in self._moments.standing.items()}
        if facet == "deadline":
            return {str(int(days)): calls for days, calls in self._moments.within.items()}
        return self._memory.values.get(facet, {})

    def _counts(self, facet: str) -> dict[str, int]:
        others = self._cut(facet)
        return {value: (others & calls).bit_count() for value, calls in self._values(facet).items()}

    def _page(self, found: sets.Calls, limit: int | None, offset: int) -> list[int]:
        ordered = self._ordered(found)
        chosen = list(ordered)[offset : None if limit is None else offset + limit]
        return [self._memory.id_at(position) for position in chosen]

    def _ordered(self, found: sets.Calls) -> Iterable[int]:
        size = self._memory.size
        sort = self._wanted.sort or (Sort.DEADLINE if self._scores is None else Sort.RELEVANCE)
        if sort is Sort.NEWEST:
            return sets.within(found, self._memory.newest, size)
        urgent = sets.within(found, self._moments.by_urgency, size)
        if sort is Sort.DEADLINE or self._scores is None:
            return urgent
        scores = self._scores
        closed = self._moments.standing[Standing.CLOSED]
        over = set(sets.within(closed, scores, size))
        weighed = {p: score * (CLOSED_WEIGHT if p in over else 1.0) for p, score in scores.items()}
        return sorted(urgent, key=lambda position: -weighed[position])
