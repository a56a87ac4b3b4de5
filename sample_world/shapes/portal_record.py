"""Current portal records: a search result per topic and language, every metadata value a list of strings."""

import json
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from sample_world.models import PortalCall, Topic
from sample_world.shapes import portal_text
from sample_world.shapes.portal_codes import (
    ACTION_TYPES,
    FRAMEWORK_PROGRAMMES,
    STATUSES,
    SUBMISSION_PROCEDURES,
    StatusCode,
    topic_page,
)

Record = dict[str, Any]


def status_on(opens: date, deadlines: list[date], day: date, claim: str | None = None) -> StatusCode:
    """What the portal says of a call on `day`: its claim where it has one, else what the dates give."""
    if claim is not None:
        return STATUSES[claim]
    if day < opens:
        return STATUSES["forthcoming"]
    return STATUSES["open" if day <= max(deadlines) else "closed"]


def records(call: PortalCall, day: date) -> list[Record]:
    """All search results of a call: its topics in English, then the same in further languages."""
    made = []
    for topic in call.topics:
        titles = {"en": topic.title, **topic.other_languages}
        made += [_record(call, topic, day, language, title) for language, title in titles.items()]
    return made


def _record(call: PortalCall, topic: Topic, day: date, language: str, title: str) -> Record:
    status = status_on(call.opens, call.deadlines, day, call.claim)
    reference = topic.reference or f"{topic.ccm2_id}TOPICS{language}"
    metadata = _metadata(call, topic, status)
    metadata |= {"title": [title], "language": [language], "REFERENCE": [reference]}
    return envelope(reference, topic_page(topic.identifier), language, title, status, metadata)


def envelope(
    reference: str, url: str, language: str, title: str, status: StatusCode, metadata: dict[str, list[str]]
) -> Record:
    """The outer object of a search result around `metadata`; the checksum follows the metadata's content."""
    checksum = sha256(json.dumps(metadata, sort_keys=True).encode()).hexdigest().upper()
    return {
        "apiVersion": "2.146",
        "reference": reference,
        "url": url,
        "contentType": "text/plain",
        "language": language,
        "databaseLabel": "SEDIA",
        "database": "SEDIA",
        "summary": title,
        "weight": 3,
        "groupById": status.sort,
        "content": title,
        "accessRestriction": False,
        "checksum": checksum,
        "metadata": {**metadata, "esST_checksum": [checksum], "url": [url], "esST_URL": [url]},
        "enrichedMetadata": {},
        "children": [],
        "highlightedFragments": [],
        "citation": f"{title}. Available at: {url}",
    }


def midnight(day: date) -> str:
    """A day as the portal prints it: date only, midnight, offset +0000."""
    return f"{day.isoformat()}T00:00:00.000+0000"


def epoch_ms(day: date) -> str:
    """Midnight UTC of a day in epoch milliseconds, as a string."""
    return str(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) * 1000)


def _metadata(call: PortalCall, topic: Topic, status: StatusCode) -> dict[str, list[str]]:
    action = ACTION_TYPES[call.action]
    return {
        "identifier": [topic.identifier],
        "callIdentifier": [call.call],
        "callTitle": [call.title],
        "ccm2Id": [topic.ccm2_id],
        "callccm2Id": [call.ccm2_id],
        "type": ["1"],
        "status": [status.id],
        "sortStatus": [status.sort],
        "frameworkProgramme": [FRAMEWORK_PROGRAMMES[call.programme]],
        "programmeDivision": [call.division],
        "programmePeriod": ["2021 - 2027"],
        "typesOfAction": [action.label],
        "typeOfMGAs": [action.mga_id],
        "deadlineModel": [call.model],
        "startDate": [midnight(call.opens)],
        "es_SortDate": [midnight(call.opens)],
        "deadlineDate": [midnight(day) for day in call.deadlines],
        "keywords": [topic.identifier, call.call, *topic.keywords],
        "crossCuttingPriorities": topic.priorities,
        "tags": [],
        "focusArea": [],
        "specificObjective": [],
        "allowPartnerSearch": ["true"],
        "descriptionByte": [portal_text.description(call, topic)] if topic.sections else [],
        "topicConditions": [portal_text.conditions(call)],
        "supportInfo": [portal_text.SUPPORT],
        "sepTemplate": [portal_text.SUBMISSION],
        "actions": [_packed([_action(call, status)])],
        "budgetOverview": [_packed(_budget(call))],
        "links": [_packed([_link(call, topic)])] if call.submission and status.label != "Forthcoming" else [],
        "latestInfos": [_packed([_news(item.at, item.text) for item in call.news])],
        "DATASOURCE": ["SEDIA"],
        "esST_FileName": ["file.txt"],
        "es_ContentType": ["text/plain"],
        "es_Combine": ["1"],
        "esDA_FirstIngestDate": [call.first_ingested],
        "esDA_IngestDate": [call.ingested],
        "esDA_QueueDate": [call.ingested],
    }


def _packed(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _iso(days: list[date]) -> list[str]:
    return [day.isoformat() for day in days]


def _action(call: PortalCall, status: StatusCode) -> dict[str, Any]:
    action = ACTION_TYPES[call.action]
    agreement = {"id": int(action.mga_id), "abbreviation": action.mga_code, "description": action.mga_label}
    return {
        "types": [{"typeOfAction": f"{call.action} {action.label}", "typeOfMGA": [agreement]}],
        "status": {"id": int(status.id), "abbreviation": status.label, "description": status.label},
        "plannedOpeningDate": call.opens.isoformat(),
        "submissionProcedure": {
            "id": SUBMISSION_PROCEDURES[call.model],
            "abbreviation": call.model,
            "description": call.model,
        },
        "deadlineDates": _iso(call.deadlines),
    }


def _budget(call: PortalCall) -> dict[str, Any]:
    """All sibling rows of the call; the portal prints 0 for unknown and amounts as strings."""
    years = [] if call.budget_year is None else [str(call.budget_year)]
    rows: dict[str, list[dict[str, Any]]] = {}
    for topic in call.topics:
        row = {
            "action": f"{topic.identifier} - {call.action} {ACTION_TYPES[call.action].label}",
            "expectedGrants": topic.grants,
            "minContribution": topic.min_grant,
            "maxContribution": topic.max_grant,
            "budgetYearMap": dict.fromkeys(years, str(topic.amount or 0)),
            "plannedOpeningDate": call.opens.isoformat(),
            "deadlineModel": call.model,
            "deadlineDates": _iso(call.deadlines),
        }
        rows.setdefault(topic.budget_id or call.budget_id, []).append(row)
    return {"budgetYearsColumns": years, "budgetTopicActionMap": rows}


def _link(call: PortalCall, topic: Topic) -> dict[str, str]:
    action = ACTION_TYPES[call.action]
    create = "https://ec.europa.eu/research/participants/submission/manage/screen/submission/create-draft"
    return {
        "callIdentifier": call.call,
        "criterionCode": call.action,
        "criterionDescription": action.label,
        "url": f"{create}/{call.submission}?topic={topic.identifier}",
        "startDate": epoch_ms(call.opens),
        "endDate": epoch_ms(max(call.deadlines)),
        "mgaDescription": action.mga_label,
        "mgaCode": action.mga_code,
    }


def _news(at: str, text: str) -> dict[str, str]:
    return {"approvalDate": "", "lastChangeDate": at, "content": f"<p>{text}</p>"}
