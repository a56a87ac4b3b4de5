"""Dates, money and places as each language writes them."""

from datetime import date, datetime, time
from decimal import Decimal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from proposal_templates.context import Language

_DAY = {"en": "d MMMM y", "fi": "d.M.y", "sv": "d MMMM y"}
_EU_CODES = {"EL": "GR", "UK": "GB"}


def day(value: date, language: Language) -> str:
    """A day: 3 September 2026, 3.9.2026, 3 september 2026."""
    return format_date(value, _DAY[language], locale=language)


def hour(value: time, language: Language) -> str:
    """A time of day: 17:00, klo 17.00, kl. 17.00."""
    return value.strftime({"en": "%H:%M", "fi": "klo %-H.%M", "sv": "kl. %-H.%M"}[language])


def zone_name(value: datetime) -> str | None:
    """IANA name of a moment's zone, or what the zone calls itself (UTC); None for a moment without zone."""
    return getattr(value.tzinfo, "key", None) or value.tzname()


def moment(value: datetime, language: Language, zone: str = "") -> str:
    """A day with its time of day and the words for its zone: 22 August 2026, 08:15 Brussels time."""
    return f"{day(value.date(), language)}, {hour(value.time(), language)} {zone}".rstrip()


def number(value: Decimal, language: Language) -> str:
    """A bare number with at most two decimals, for tables whose heading names the unit: 68,000,000."""
    return format_decimal(value, "#,##0.##", locale=language)


def money(value: Decimal, language: Language) -> str:
    """An amount in EUR: EUR 68,000,000, 68 000 000 euroa, 68 000 000 euro."""
    amount = number(value, language)
    return {"en": f"EUR\u00a0{amount}", "fi": f"{amount}\u00a0euroa", "sv": f"{amount}\u00a0euro"}[language]


def share(value: Decimal, language: Language) -> str:
    """A share as percent: 80% in English, 80 % in Finnish and Swedish."""
    amount = format_decimal(value * 100, "#,##0.##", locale=language)
    return f"{amount}%" if language == "en" else f"{amount}\u00a0%"


def country(code: str, language: Language) -> str:
    """Name of a country by its ISO code (EL and UK understood); the code itself when it is not one."""
    known = Locale(language).territories.get(_EU_CODES.get(code.upper(), code.upper()))
    return known or code


def language_name(code: str, language: Language) -> str:
    """Name of a language by its ISO code, in another language; the code itself when it is not one."""
    return Locale(language).languages.get(code) or code
