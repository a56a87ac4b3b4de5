"""Writes dates, hours and amounts the way each language does, for the readers to read back."""

import datetime as dt

from babel.dates import format_date

LANGUAGES = ("en", "fi", "sv")
AND = {"en": "and", "fi": "ja", "sv": "och"}


def days(day: dt.date, language: str) -> list[str]:
    """A day in the formats of a language; the month's name comes from CLDR."""
    number = f"{day.day}.{day.month}.{day.year}"
    named = {
        "en": ["d MMMM y", "MMMM d, y"],
        "fi": ["d. MMMM y"],
        "sv": ["d MMMM y", "'den' d MMMM y"],
    }[language]
    written = [format_date(day, pattern, locale=language) for pattern in named]
    return [*written, f"{day:%d/%m/%Y}"] if language == "en" else [number, *written]


def hour(time: dt.time, language: str) -> str:
    """An hour as calls write it after a day."""
    return {"en": f"{time:%H:%M}", "fi": f"klo {time:%H.%M}", "sv": f"kl. {time:%H.%M}"}[language]


def enumeration(items: list[str], language: str) -> str:
    """`a, b and c`."""
    return f" {AND[language]} ".join(filter(None, (", ".join(items[:-1]), items[-1])))


def grouped(number: int, separator: str) -> str:
    """`1 500 000` with the separator of choice."""
    return f"{number:,}".replace(",", separator)
