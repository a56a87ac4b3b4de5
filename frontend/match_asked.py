"""What the address of the matches asks for: narrowed by what, which page."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from pydantic import ValidationError

from api.services.matching.match_filter import MatchFilter

FITS = ("strong", "good", "possible")
FIELDS = ("fit", "verdict", "programme", "decision")
MOST_PAGES = 10_000


@dataclass(frozen=True)
class Asked:
    """The filter, the fields of it that are set, as typed, and the page from 1."""

    filter: MatchFilter
    values: Mapping[str, str]
    muted: bool
    page: int

    def query(self, **changes: str | None) -> str:
        """The query with these values instead, None for none; the page is the first unless told."""
        values = {**self.values, "muted": "1" if self.muted else None, **changes}
        given = {name: value for name, value in values.items() if value}
        return f"?{urlencode(given)}" if given else ""


def asked_of(query: Mapping[str, str]) -> Asked:
    """What the query asks for; a value that there is not is as if it were not there."""
    values: dict[str, str] = {}
    for field in FIELDS:
        value = query.get(field, "")
        if value and _is_known(field, value):
            values[field] = value
    muted = query.get("muted") == "1"
    return Asked(MatchFilter.model_validate({**values, "muted": muted}), values, muted, _page(query))


def _is_known(field: str, value: str) -> bool:
    try:
        MatchFilter.model_validate({field: value})
    except ValidationError:
        return False
    return True


def _page(query: Mapping[str, str]) -> int:
    typed = query.get("page", "")
    return min(MOST_PAGES, max(1, int(typed))) if typed.isdecimal() and len(typed) < 9 else 1
