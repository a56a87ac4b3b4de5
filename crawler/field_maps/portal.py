"""EU Funding & Tenders Portal: one search result to one call.

Facts of the format: `type` 1 grant topic, 2 external action, 8 cascade funding (whose `identifier` is its
parent grant); `status` 31094501 forthcoming, 31094502 open, 31094503 closed, and stale in old records;
`submissionProcedure` 47164190 is continuous. Old records have no text, budget or links.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from crawler.addresses import joined
from crawler.draft import CallDraft
from crawler.errors import BrokenRecord
from crawler.field_maps import portal_dates
from crawler.field_maps.portal_budget import Budget, budget_of
from crawler.field_maps.portal_values import Metadata, first, packed, rows_of, values
from crawler.field_maps.words import words
from crawler.parsing.links import find_links
from crawler.source import Record
from store.models import Link
from store.money import whole_euros
from store.vocabulary import BudgetScope, CallStatus

SEARCH_URL = "https://api.tech.ec.europa.eu/search-api/prod/rest/search"
TOPIC_PAGE = (
    "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/"
)
CASCADE_FUNDING = "8"
CONTINUOUS = 47164190
STATUSES = {
    "31094501": CallStatus.FORECASTED,
    "31094502": CallStatus.OPEN,
    "31094503": CallStatus.CLOSED,
}
CALL_DOCUMENTS = "Call document and annexes"
FURTHER_DOCUMENTS = "Additional documents"


def reference(record: Record) -> str:
    """What the portal calls the record by; several versions may share it."""
    return words(record, "reference")


def read(record: Record) -> CallDraft:
    """A draft of the call. Raises BrokenRecord."""
    metadata = record.get("metadata")
    if not isinstance(metadata, dict):
        raise BrokenRecord("no metadata")
    identifier = first(metadata, "identifier")
    if identifier is None:
        raise BrokenRecord("no identifier")
    conditions = first(metadata, "topicConditions")
    action = _action(metadata)
    opening = first(metadata, "startDate")
    budget = _budget(metadata, identifier)
    ingested = first(metadata, "esDA_IngestDate")
    return CallDraft(
        external_id=_external_id(metadata, identifier),
        identifier=identifier,
        call_identifier=first(metadata, "callIdentifier"),
        call_title=_call_title(metadata),
        action=first(metadata, "typesOfAction"),
        title=first(metadata, "title") or words(record, "summary"),
        language=words(record, "language") or first(metadata, "language") or "en",
        description=first(metadata, "descriptionByte") or "",
        conditions=conditions,
        opening_date=portal_dates.day(opening) if opening else None,
        cut_offs=sorted(
            {portal_dates.cut_off(text) for text in values(metadata, "deadlineDate")},
            key=lambda c: c.ends_at(),
        ),
        continuous=True if _procedure(action).get("id") == CONTINUOUS else None,
        deadline_model=first(metadata, "deadlineModel") or words(_procedure(action), "abbreviation"),
        source_status=STATUSES.get(first(metadata, "status") or ""),
        source_status_text=_status_words(metadata, action),
        total_amount_available=budget.total,
        budget_scope=budget.scope,
        min_award_amount=budget.smallest_grant,
        max_award_amount=budget.largest_grant,
        estimated_award_count=budget.grants,
        links=_links(metadata, conditions),
        url=_page(metadata, record, identifier),
        raw=dict(record),
        version=portal_dates.moment(ingested) if ingested else None,
    )


def _call_title(metadata: Metadata) -> str | None:
    """The parent call's title, where it says more than the topic's own."""
    title = first(metadata, "callTitle")
    return None if title is None or title.casefold() == (first(metadata, "title") or "").casefold() else title


def _external_id(metadata: Metadata, identifier: str) -> str:
    if first(metadata, "type") == CASCADE_FUNDING:
        return first(metadata, "callccm2Id") or identifier
    return identifier


def _action(metadata: Metadata) -> Mapping[str, Any]:
    return next(iter(rows_of(packed(metadata, "actions"))), {})


def _procedure(action: Mapping[str, Any]) -> Mapping[str, Any]:
    procedure = action.get("submissionProcedure")
    return procedure if isinstance(procedure, dict) else {}


def _status_words(metadata: Metadata, action: Mapping[str, Any]) -> str | None:
    status = action.get("status")
    told = words(status, "description") if isinstance(status, dict) else None
    return " ".join(filter(None, (first(metadata, "status"), told))) or None


def _budget(metadata: Metadata, identifier: str) -> Budget:
    budget = budget_of(packed(metadata, "budgetOverview"), identifier)
    amount = whole_euros(first(metadata, "budget")) if first(metadata, "currency") == "EUR" else None
    return Budget(amount, BudgetScope.OWN) if budget.total is None and amount else budget


def _links(metadata: Metadata, conditions: str | None) -> list[Link]:
    """Where to submit, then the call's own documents (the general ones are the same for every call)."""
    found = {}
    for row in rows_of(packed(metadata, "links")):
        if url := joined("", words(row, "url")):
            told = filter(None, (words(row, "criterionDescription"), words(row, "mgaDescription")))
            found[url] = Link(label=" – ".join(told) or url, url=url)
    _, _, documents = (conditions or "").partition(CALL_DOCUMENTS)
    own, _, _ = documents.partition(FURTHER_DOCUMENTS)
    for link in find_links(own, TOPIC_PAGE):
        found.setdefault(link.url, link)
    return list(found.values())


def _page(metadata: Metadata, record: Record, identifier: str) -> str:
    """The page for a person: old records link to a data file, so their topic page is named instead."""
    url = joined("", first(metadata, "url") or words(record, "url"))
    return TOPIC_PAGE + quote(identifier) if not url or "/data/topicDetails/" in url else url
