"""The hour written after a date: `klo 13.00`, `kl. 13.00`, `klockan 16.00`, `17:00`, `at 5 pm`."""

import datetime as dt
import re

_WORD = r"(?:klo|kello|klockan|kl\.?|at|by)"
_TAIL = r"(?::\d{2})?(?![.:]?\d)"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"[\s,]*{_WORD}\s*(?P<h>\d{{1,2}})(?:[.:](?P<m>\d{{2}}))?\s?(?P<half>[ap])\.?m\b\.?",
        rf"[\s,]*{_WORD}\s*(?P<h>\d{{1,2}})(?:[.:](?P<m>\d{{2}}))?{_TAIL}",
        rf"(?:\s*,?\s+|\s*[-–—]\s*)(?P<h>\d{{1,2}}):(?P<m>\d{{2}}){_TAIL}",
        r"[ \u00a0](?P<h>\d{1,2})\.(?P<m>\d{2})(?!\.?\d)(?!\.\s?[-–—])(?!\s?(?:€|eur|milj|mn|%|\.))",
    )
)


def time_after(text: str, position: int) -> tuple[dt.time | None, int]:
    """The hour that begins at `position` and where it ends; (None, position) when none is written there.

    >>> time_after("19.2.2026 klo 13.00 Suomen aikaa", 9)
    (datetime.time(13, 0), 19)
    """
    for form in _FORMS:
        match = form.match(text, position)
        if match is None:
            continue
        hour, minute = int(match["h"]), int(match.groupdict().get("m") or 0)
        half = match.groupdict().get("half")
        if half:
            hour = hour % 12 + (12 if half in "pP" else 0)
        if hour < 24 and minute < 60:
            return dt.time(hour, minute), match.end()
    return None, position
