"""Month names of the three languages, as they stand in dates."""

import calendar

_ENGLISH = {name: number for number, name in enumerate(calendar.month_name) if number}
_ENGLISH |= {name[:3]: number for name, number in _ENGLISH.items()} | {"Sept": 9}
_SWEDISH = {
    "januari": 1,
    "februari": 2,
    "mars": 3,
    "april": 4,
    "maj": 5,
    "juni": 6,
    "juli": 7,
    "augusti": 8,
    "september": 9,
    "oktober": 10,
    "november": 11,
    "december": 12,
}
_FINNISH = {
    "tammikuu": 1,
    "helmikuu": 2,
    "maaliskuu": 3,
    "huhtikuu": 4,
    "toukokuu": 5,
    "kesäkuu": 6,
    "heinäkuu": 7,
    "elokuu": 8,
    "syyskuu": 9,
    "lokakuu": 10,
    "marraskuu": 11,
    "joulukuu": 12,
}
_FINNISH_ENDINGS = ("", "n", "ta", "ssa")

MONTH_NUMBERS = (
    {name.lower(): number for name, number in _ENGLISH.items()}
    | _SWEDISH
    | {name + ending: number for name, number in _FINNISH.items() for ending in _FINNISH_ENDINGS}
)
"""Lower-case name to number 1..12."""


def month_pattern() -> str:
    """A pattern for any month name; English names must be capitalised, for `may` is also a verb."""
    nordic_names = [*_SWEDISH, *(name + ending for name in _FINNISH for ending in _FINNISH_ENDINGS)]
    english = "|".join(sorted(_ENGLISH, key=len, reverse=True))
    nordic = "|".join(sorted(nordic_names, key=len, reverse=True))
    return f"(?:(?:{english})|(?i:{nordic}))(?![a-zåäöA-ZÅÄÖ])"
