"""Builders with valid defaults for the crawler's tests: drafts, portal results, ledgers, spiders."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from twisted.python.failure import Failure

from crawler.bases import spider_for
from crawler.draft import CallDraft
from crawler.ledger import Ledger
from crawler.source import Source
from crawler.sources import chosen
from store.vocabulary import Programme
from tests.builders import cut_off

FETCHED = datetime(2026, 5, 19, 22, tzinfo=UTC)


def draft(**facts: Any) -> CallDraft:
    """A plausible draft of a Finnish notice; any fact can be replaced."""
    defaults: dict[str, Any] = {
        "external_id": "8d5ff63d",
        "identifier": "PSUEVK-111",
        "title": "Polkuja töihin",
        "language": "fi",
        "url": "https://eura2021.fi/hakuilmoitukset/hakuilmoitus/8d5ff63d/",
        "raw": {"id": "8d5ff63d"},
        "description": "Haku on avoinna 26.1.–26.3.2026.",
        "opening_date": date(2026, 1, 26),
        "cut_offs": [cut_off("2026-03-26", None, "Europe/Helsinki")],
        "source": "fi_eura_esf_plus",
        "programme": Programme.ESF_PLUS,
        "time_zone": "Europe/Helsinki",
        "source_url": "https://eura2021.fi/hakuilmoitukset/hakuilmoitus/8d5ff63d/",
        "fetched_at": FETCHED,
    }
    return CallDraft(**(defaults | facts))


def budget_row(topic: str, amount: str = "4000000", **fields: Any) -> dict[str, Any]:
    """One row of a portal budget overview."""
    row = {
        "action": f"{topic} - ESF-PJG ESF Project Grants",
        "expectedGrants": 0,
        "minContribution": 0,
        "maxContribution": 0,
        "budgetYearMap": {"2026": amount},
    }
    return row | fields


def overview(lines: Mapping[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """A portal budget overview: line to rows."""
    return {"budgetYearsColumns": ["2026"], "budgetTopicActionMap": dict(lines)}


def result(identifier: str = "ESF-2026-TEST", **metadata: Any) -> dict[str, Any]:
    """A search result of the portal; a metadata field given as None is left out, objects are packed."""
    fields: dict[str, Any] = {
        "identifier": identifier,
        "title": "Paths to work",
        "type": "1",
        "status": "31094502",
        "frameworkProgramme": "43254019",
        "callIdentifier": identifier,
        "typesOfAction": "ESF Project Grants",
        "startDate": "2026-04-30T00:00:00.000+0000",
        "deadlineDate": ["2026-10-06T00:00:00.000+0000"],
        "deadlineModel": "single-stage",
        "descriptionByte": '<p class="topicdescriptionkind">Scope:</p><p>Partnerships.</p>',
        "budgetOverview": overview({"1": [budget_row(identifier)]}),
        "esDA_IngestDate": "2026-04-30T00:02:44.253+0200",
    }
    written = {name: _strings(value) for name, value in (fields | metadata).items() if value is not None}
    return {
        "reference": f"{identifier}TOPICSen",
        "url": f"https://portal.example/{identifier}",
        "language": "en",
        "summary": "Paths to work",
        "metadata": written,
    }


def answer(*results: Any, total: int | None = None) -> str:
    """A page of search results as the service sends it."""
    return json.dumps({"totalResults": len(results) if total is None else total, "results": list(results)})


def ledger(source: str = "eu_esf_plus") -> Ledger:
    """An empty ledger of no stored run."""
    return Ledger(source, run_id=0)


def failure(error: Exception) -> Failure:
    """An error as Scrapy hands it to an errback."""
    return Failure(error)  # type: ignore[no-untyped-call]


def spider(name: str, base_url: str | None = None) -> Any:
    """The spider of a source, ready to parse."""
    source: Source = chosen([name])[0]
    return spider_for(source)(source=source, base_url=base_url, ledger=ledger(name))


def _strings(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [item if isinstance(item, str) else json.dumps(item) for item in values]
