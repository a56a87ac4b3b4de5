"""Remembers every call of one database in this process, and reads only what came or changed since."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlmodel import Session

from store.call_search import facts, sets
from store.call_search.facts import Applicants, Facts, Marks
from store.call_search.moments import Moments, moments_at
from store.call_search.texts import TextMemory
from store.call_search.wanted import NOT_KNOWN, AmountRange, ApplicantUnknown, GrantRange, bounds
from store.regions import within

Values = dict[str, sets.Calls]
"""Which calls have which value of one filter."""
SPARE = 1000
"""Positions left behind by changed calls, beyond as many as there are calls, before all is read anew."""


class CallMemory:
    """Calls by position. A changed call gets a new position; `live` are those that stand for a call now.

    Everything is done under `lock`, which whoever asks holds while reading as well.
    """

    def __init__(self) -> None:
        self.lock = Lock()
        self._begin_anew()

    def _begin_anew(self) -> None:
        self.calls: dict[int, Facts] = {}
        self.size = 0
        self.values: dict[str, Values] = {}
        self.live: sets.Calls = 0
        self.newest: list[int] = []
        self._position: dict[int, int] = {}
        self._marks = Marks()
        self._applicants: dict[int, Applicants] = {}
        self._unread: set[int] = set()
        self._texts = TextMemory()
        self._moments: Moments | None = None
        self._regions: dict[str, tuple[sets.Calls, sets.Calls]] = {}

    def refresh(self, session: Session) -> None:
        """Catches up with the database."""
        marks = facts.marks_now(session)
        if marks == self._marks:
            return
        if marks.calls < self._marks.calls or self.size > SPARE + 2 * len(self.calls):
            self._begin_anew()
        if marks.readings != self._marks.readings:
            self._applicants = facts.read_applicants(session)
        changed = None if not self.calls else facts.changed_ids(session, self._marks)
        for one in facts.facts_of(session, changed):
            self._put(one)
        self._marks = marks
        self._derive()

    def read_texts(self, session: Session) -> TextMemory:
        """The words of all calls, read when first asked for."""
        if self._unread:
            for key, language, title, text in facts.texts_of(session, self._unread):
                self._texts.add(self._position[key], language, title, text)
            self._unread.clear()
        return self._texts

    def at(self, now: datetime) -> Moments:
        """What the clock decides at `now`."""
        if self._moments is None or not self._moments.holds(now):
            self._moments = moments_at(self.calls, self.size, now)
        return self._moments

    def new_since(self, moment: datetime) -> sets.Calls:
        """The calls first seen after the moment."""
        return sets.of((p for p, call in self.calls.items() if call.created_at > moment), self.size)

    def due_by(self, day: date, now: datetime) -> sets.Calls:
        """The calls whose next cut-off is on that day or before."""
        last = day.toordinal()
        return sets.of((p for p, due in self.at(now).due.items() if due <= last), self.size)

    def region(self, code: str) -> tuple[sets.Calls, sets.Calls]:
        """Calls that apply to the region or a part of it, and those whose area is not known."""
        if code not in self._regions:
            areas = {call.area for call in self.calls.values() if call.area}
            met = {area for area in areas if within(code, area) is not False}
            inside = (p for p, call in self.calls.items() if call.area in met)
            unknown = (p for p, call in self.calls.items() if not call.area)
            self._regions[code] = sets.of(inside, self.size), sets.of(unknown, self.size)
        return self._regions[code]

    def id_at(self, position: int) -> int:
        """The id of the call at a position."""
        return self.calls[position].id

    def _put(self, one: Facts) -> None:
        earlier = self._position.get(one.id)
        if earlier is not None:
            del self.calls[earlier]
        self._position[one.id] = self.size
        self.calls[self.size] = one
        self.size += 1
        self._unread.add(one.id)

    def _derive(self) -> None:
        """Works out from the calls what is asked of them all."""
        self._moments, self._regions = None, {}
        self.live = sets.of(self.calls, self.size)
        self.newest = sorted(
            self.calls, key=lambda p: (self.calls[p].created_at, self.calls[p].id), reverse=True
        )
        gathered: dict[str, dict[str, list[int]]] = {}
        for position, call in self.calls.items():
            for facet, values in self._values_of(call).items():
                for value in values:
                    gathered.setdefault(facet, {}).setdefault(value, []).append(position)
        self.values = {
            facet: {value: sets.of(positions, self.size) for value, positions in values.items()}
            for facet, values in gathered.items()
        }

    def _values_of(self, call: Facts) -> dict[str, Iterable[str]]:
        applicants = call.accepted or self._applicants.get(call.id)
        return {
            "programme": (call.programme,),
            "language": (call.language,),
            "source": (call.source,),
            "grant": (_range(call.grant, _GRANTS, GrantRange),),
            "amount": (_range(call.amount, _AMOUNTS, AmountRange),),
            "applicant": applicants or (ApplicantUnknown.UNKNOWN,),
        }


_GRANTS = [bounds(one)[0] for one in GrantRange if one != NOT_KNOWN]
_AMOUNTS = [bounds(one)[0] for one in AmountRange if one != NOT_KNOWN]
_memories: WeakKeyDictionary[Engine, CallMemory] = WeakKeyDictionary()
_lock = Lock()


def memory_of(session: Session) -> CallMemory:
    """The memory of the session's database."""
    bind = session.get_bind()
    engine = bind if isinstance(bind, Engine) else bind.engine
    with _lock:
        return _memories.setdefault(engine, CallMemory())


def _range(value: int | None, starts: list[int], ranges: type[StrEnum]) -> str:
    """The range that an amount lies in; ranges stand in the order of their starts."""
    return NOT_KNOWN if value is None else list(ranges)[max(0, bisect_right(starts, value) - 1)].value
