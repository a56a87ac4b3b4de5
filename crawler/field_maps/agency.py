"""Finnish national agency for Erasmus+ (Opetushallitus): one call from its card and its page.

The page reads `Tila / Haettavissa / Hakuaika / 19.11.2025 – 19.2.2026 klo 13:00` above its text; hours are
Helsinki time (13:00 there is 12:00 in Brussels).
"""

import re
from datetime import date

from crawler.draft import CallDraft
from crawler.parsing.call_texts import says_continuous
from crawler.parsing.dates import find_periods, parse_date
from crawler.parsing.links import find_links
from crawler.parsing.markup import html_to_text, one_line
from crawler.source import Record
from store.clock import HELSINKI
from store.models import CutOff
from store.vocabulary import CallStatus

LIST_PAGE = "https://www.oph.fi/fi/rahoitushaut"
STATUSES = {
    "tulossa": CallStatus.FORECASTED,
    "haettavissa": CallStatus.OPEN,
    "päättynyt": CallStatus.CLOSED,
}
_ACTION = re.compile(r"\bKA\d{3}(?:-[A-Z]{3})?\b")
_STATE, _PERIOD = "Tila", "Hakuaika"


def is_erasmus(title: str) -> bool:
    """Whether a card of the agency's list, which holds all its funding, is an Erasmus+ call."""
    return "Erasmus+" in title or _ACTION.search(title) is not None


def read(page: Record) -> CallDraft:
    """A draft from `url` (the public address), `card` (its text lines) and `html` of the page."""
    url, html = str(page.get("url") or ""), str(page.get("html") or "")
    lines = html_to_text(html).split("\n")
    title = next((line.removeprefix("## ") for line in lines if line.startswith("## ")), "")
    title = title or one_line(str(page.get("title") or ""))
    state, period = _after(lines, _STATE), _after(lines, _PERIOD) or " ".join(page.get("card") or [])
    opening, closing = _period(period)
    action = _ACTION.search(title) or _ACTION.search("\n".join(lines))
    slug = url.rstrip("/").rsplit("/", 1)[-1]
    return CallDraft(
        external_id=slug,
        identifier=action[0] if action else slug,
        action=action[0] if action else None,
        title=title,
        language="fi",
        description=_body(lines, period),
        opening_date=opening,
        cut_offs=[closing] if closing else [],
        continuous=True if says_continuous(period) else None,
        source_status=STATUSES.get(state.lower()),
        source_status_text=state or None,
        countries=["FI"],
        links=find_links(html, url),
        url=url,
        raw={"card": list(page.get("card") or []), "html": html},
    )


def _after(lines: list[str], label: str) -> str:
    """The line that follows a label's own line."""
    filled = [line.removeprefix("## ") for line in lines if line]
    places = [place for place, line in enumerate(filled) if line.rstrip(":") == label]
    return filled[places[0] + 1] if places and places[0] + 1 < len(filled) else ""


def _period(text: str) -> tuple[date | None, CutOff | None]:
    """Opening day and cut-off as far as a period says; a single date is the cut-off."""
    periods = find_periods(text)
    opening = periods[0].opens.date if periods else None
    closing = periods[0].closes if periods else parse_date(text)
    cut_off = CutOff(date=closing.date, time=closing.time, zone=HELSINKI.key) if closing else None
    return opening, cut_off


def _body(lines: list[str], period: str) -> str:
    """The text below the period, or all of it when there is none."""
    places = [place for place, line in enumerate(lines) if period and line.removeprefix("## ") == period]
    return "\n".join(lines[places[0] + 1 :] if places else lines).strip()
