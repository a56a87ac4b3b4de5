"""Dates, clocks, money and numbers as each language writes them, with no-break spaces.

Patterns are our own, since CLDR writes Swedish of Finland as 2026-10-06 and 17:00. Money is whole EUR and
never rounded: millions are used only when they are exact to two decimals.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal

from frontend.words import Words
from store.call_dates import CutOff
from store.clock import BRUSSELS, HELSINKI
from store.vocabulary import Language

NBSP = "\u00a0"
LOCALE = {Language.EN: "en_GB", Language.FI: "fi", Language.SV: "sv_FI"}
DAY = {Language.EN: "d MMMM y", Language.FI: "d.M.y", Language.SV: "d.M.y"}
ZONE_TEXTS = {BRUSSELS.key: "clock.brussels", HELSINKI.key: "clock.finland"}
MILLION = 1_000_000


@dataclass(frozen=True)
class Formats:
    """How one reader reads figures; `now` (UTC) is the moment ages and days are counted from."""

    words: Words
    now: datetime

    def in_words(self, words: Words) -> "Formats":
        """The same moment for a reader of another language."""
        return Formats(words, self.now)

    def day(self, value: date) -> str:
        """`6 October 2026`, `6.10.2026`."""
        language = self.words.language
        return format_date(value, DAY[language], locale=LOCALE[language]).replace(" ", NBSP)

    def month(self, value: date) -> str:
        """`Jan 2026` in English, `1/2026` in Finnish and Swedish."""
        language = self.words.language
        pattern = "MMM y" if language is Language.EN else "M/y"
        return format_date(value, pattern, locale=LOCALE[language]).replace(" ", NBSP)

    def day_of(self, value: datetime) -> str:
        """The day of a moment on the reader's clock (Helsinki)."""
        return self.day(value.astimezone(HELSINKI).date())

    def hour(self, value: time) -> str:
        """`17:00` in English, `17.00` in Finnish and Swedish."""
        if self.words.language is Language.EN:
            return f"{value:%H:%M}"
        return f"{value.hour}.{value:%M}"

    def moment(self, value: datetime) -> str:
        """A moment on the reader's clock: `20 May 2026, 09:12 Finnish time`."""
        here = value.astimezone(HELSINKI)
        return self._at(here.date(), self._clock(here.time(), HELSINKI.key))

    def cut_off(self, value: CutOff) -> str:
        """A cut-off on the call's clock, then on the reader's (Helsinki); once if they show the same."""
        if value.time is None:
            return self.words("time.hour_unknown", date=self.day(value.date))
        there = datetime.combine(value.date, value.time, ZoneInfo(value.zone))
        here = there.astimezone(HELSINKI)
        if here.replace(tzinfo=None) == there.replace(tzinfo=None):
            return self._at(value.date, self._clock(value.time, HELSINKI.key))
        first = self._at(value.date, self._clock(value.time, value.zone))
        second = self._clock(here.time(), HELSINKI.key)
        if here.date() != value.date:
            second = self._at(here.date(), second)
        return f"{first} ({second})"

    def days_until(self, day: date, zone: str) -> int:
        """Calendar days from today to `day`, both in `zone`; negative when past."""
        return (day - self.now.astimezone(ZoneInfo(zone)).date()).days

    def days_left(self, days: int) -> str:
        """`12 days left`, `last day today`."""
        return self.words("time.last_day") if days == 0 else self.words.count("time.days_left", days)

    def age(self, value: datetime) -> str:
        """How long ago: minutes, hours or days, never weeks."""
        minutes = max(0, int((self.now - value).total_seconds() // 60))
        if minutes < 1:
            return self.words("time.just_now")
        if minutes < 60:
            return self.words.count("time.minutes_ago", minutes)
        if minutes < 48 * 60:
            return self.words.count("time.hours_ago", minutes // 60)
        return self.words.count("time.days_ago", minutes // (24 * 60))

    def number(self, value: int | float | Decimal) -> str:
        """`26.44`, `1,812` in English; `26,44`, `1 812` in Finnish and Swedish; two decimals at most."""
        return format_decimal(Decimal(str(value)), "#,##0.##", locale=LOCALE[self.words.language])

    def measured(self, value: float) -> str:
        """As `number`, with all its decimals (six at most): a measured 0.004 is no 0."""
        return format_decimal(Decimal(str(value)), "#,##0.######", locale=LOCALE[self.words.language])

    def typed(self, value: float) -> str:
        """As somebody would type it into a field: all its decimals, thousands not grouped."""
        return format_decimal(Decimal(str(value)), "0.######", locale=LOCALE[self.words.language])

    def signed(self, value: float) -> str:
        """A difference with its sign: `+3.5`, `−2`; `0` has none."""
        sign = "+" if value > 0 else "\u2212" if value < 0 else ""
        return f"{sign}{self.measured(round(abs(value), 6))}"

    def percent(self, value: float) -> str:
        """`80%` in English, `80 %` in Finnish and Swedish; `value` is per cent."""
        gap = "" if self.words.language is Language.EN else NBSP
        return f"{self.number(value)}{gap}%"

    def money(self, *euros: int) -> str:
        """`€247,916`, `€3.5 million`; `247 916 €`, `3,5 milj. €`; two amounts are a range: `€1–3 million`."""
        if all(amount >= MILLION and amount % 10_000 == 0 for amount in euros):
            key, amounts = "money.millions", [Decimal(amount) / MILLION for amount in euros]
        else:
            key, amounts = "money.euros", [Decimal(amount) for amount in euros]
        return self.words(key, n="–".join(map(self.number, amounts))).replace(" ", NBSP)

    def between(self, least: int | None, most: int | None) -> str | None:
        """A range of money; None when neither end is known."""
        if least is not None and most is not None:
            return self.money(*sorted({least, most}))
        if most is not None:
            return self.words("money.up_to", most=self.money(most))
        return None if least is None else self.words("money.from", least=self.money(least))

    def months(self, least: int | None, most: int | None) -> str | None:
        """A duration in months; None when neither end is known."""
        if least is None and most is None:
            return None
        if least is not None and most is not None:
            if least == most:
                return self.words.count("time.months", most)
            return self.words("time.months_between", least=least, most=most)
        if most is not None:
            return self.words("time.months_up_to", n=most)
        return self.words("time.months_from", n=least)

    def _at(self, day: date, clock: str) -> str:
        return self.words("time.at", date=self.day(day), clock=clock)

    def _clock(self, value: time, zone: str) -> str:
        return self.words(ZONE_TEXTS.get(zone, "clock.elsewhere"), time=self.hour(value), zone=zone)
