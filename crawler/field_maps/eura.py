"""EURA 2021 (Finland): one notice from the data inside its page.

A notice gives days only, meant as Helsinki days; `tila` is its own claim; `maakunnat` are region codes,
`viranomainen` and `alue` codes whose names the page's `koodisto` holds in the languages it has.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from crawler.draft import CallDraft
from crawler.errors import BrokenRecord
from crawler.field_maps.eura_regions import AREA_NAMES, nuts_regions
from crawler.field_maps.words import words
from crawler.parsing.language import language_of
from crawler.source import Record
from store.clock import HELSINKI
from store.models import CutOff
from store.money import whole_euros
from store.vocabulary import BudgetScope, CallStatus

LIST_PAGE = "https://eura2021.fi/hakuilmoitukset/"
NOTICE_PAGE = "https://eura2021.fi/hakuilmoitukset/hakuilmoitus/{id}/"
SCRIPT = 'script[type="__PREACT_CLI_DATA__"]'
STATUSES = {
    "tulossa": CallStatus.FORECASTED,
    "haettavissa": CallStatus.OPEN,
    "paattynyt": CallStatus.CLOSED,
}
LANGUAGES = ("en", "fi", "sv")


def of_fund(fund: str) -> Callable[[Record], Sequence[Record]]:
    """The list's rows of one fund (`ESR+`, `JTF`). Raises BrokenRecord when the page holds no list."""

    def rows(page: Record) -> Sequence[Record]:
        listed = _inner(page).get("hankehaku")
        if not isinstance(listed, list):
            raise BrokenRecord("the page holds no list of notices (hankehaku)")
        rows = [row for row in listed if isinstance(row, dict)]
        if listed and not any(row.get("rahasto") for row in rows):
            raise BrokenRecord("the list names no funds (rahasto)")
        return [row for row in rows if row.get("rahasto") == fund]

    return rows


def page_of(row: Record) -> str:
    """The notice's own page. Raises BrokenRecord for a row without an id."""
    if not words(row, "id"):
        raise BrokenRecord("no id")
    return NOTICE_PAGE.format(id=words(row, "id"))


def read(page: Record) -> CallDraft:
    """A draft of the notice whose page this is. Raises BrokenRecord."""
    codes, row = _object(_inner(page), "koodisto"), _notice(_inner(page))
    period = _object(row, "hakuaika")
    closing = _day(period, "loppu")
    total = whole_euros(row.get("kokonaistuki"))
    listed = row.get("maakunnat")
    regions = [str(code) for code in listed] if isinstance(listed, list) else []
    area, state = words(row, "alue"), words(row, "tila")
    title, description = words(row, "otsikko"), words(row, "kuvaus")
    return CallDraft(
        external_id=words(row, "id"),
        identifier=words(row, "hakutunnus"),
        title=title,
        language=language_of(f"{title} {description}", ("fi", "sv"), "fi"),
        description=description,
        opening_date=_day(period, "alku"),
        cut_offs=[CutOff(date=closing, zone=HELSINKI.key)] if closing else [],
        continuous=row["jatkuvaHaku"] if isinstance(row.get("jatkuvaHaku"), bool) else None,
        source_status=STATUSES.get(state),
        source_status_text=state or None,
        total_amount_available=total,
        budget_scope=BudgetScope.OWN if total else None,
        countries=["FI"],
        nuts_regions=nuts_regions(regions, area),
        area=_names(codes, "alue", area),
        authority=_names(codes, "viranomainen", words(row, "viranomainen")),
        url=page_of(row),
        raw={"hakuilmoitus": row},
    )


def _inner(page: Record) -> Mapping[str, Any]:
    return _object(page, "preRenderData")


def _object(parent: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = parent.get(name)
    return value if isinstance(value, dict) else {}


def _notice(inner: Mapping[str, Any]) -> Mapping[str, Any]:
    """The notice itself, or the only row where the page embeds a list of one."""
    listed = inner.get("hankehaku")
    row = listed[0] if isinstance(listed, list) and len(listed) == 1 else listed
    notice = inner.get("hakuilmoitus", row)
    if not isinstance(notice, dict):
        raise BrokenRecord("the page holds no notice (hakuilmoitus)")
    return notice


def _day(period: Mapping[str, Any], name: str) -> date | None:
    text = str(period.get(name) or "")
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        raise BrokenRecord("a date that cannot be read") from None


def _names(codes: Mapping[str, Any], kind: str, code: str) -> dict[str, str] | None:
    """The names of a code by language; the code itself where nobody knows a name."""
    row = _object(_object(codes, kind), code)
    known = AREA_NAMES.get(code, {}) if kind == "alue" else {}
    given = {name: words(row, name) for name in LANGUAGES if words(row, name)}
    return (known | given) or ({"fi": code} if code else None)
