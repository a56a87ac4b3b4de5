"""Old portal records: no text, deadlines at Brussels 17:00 written as UTC, and a status nobody keeps up."""

from sample_world.models import MirrorRecord
from sample_world.shapes.portal_codes import ACTION_TYPES, FRAMEWORK_PROGRAMMES, STATUSES, mirror_page
from sample_world.shapes.portal_record import Record, envelope, epoch_ms, midnight


def records(mirror: MirrorRecord) -> list[Record]:
    """The record as often as the index repeats it."""
    status = STATUSES["open"]
    action = ACTION_TYPES[mirror.action]
    metadata: dict[str, list[str]] = {
        "identifier": [mirror.identifier],
        "callIdentifier": [mirror.call],
        "ccm2Id": [mirror.ccm2_id],
        "callccm2Id": [mirror.call_ccm2_id],
        "cftId": ["0"],
        "type": ["1"],
        "title": [mirror.title],
        "language": ["en"],
        "status": [status.id],
        "sortStatus": [status.sort],
        "frameworkProgramme": [FRAMEWORK_PROGRAMMES[mirror.programme]],
        "programmeDivision": [mirror.division],
        "programmePeriod": ["2021 - 2027"],
        "typesOfAction": [action.label],
        "typeOfMGAs": [action.mga_id],
        "deadlineModel": [mirror.model],
        "startDate": [midnight(mirror.opens)],
        "es_SortDate": [midnight(mirror.opens)],
        "deadlineDate": [f"{day.isoformat()}T17:00:00.000+0000" for day in mirror.deadlines],
        "keywords": ["[]"],
        "crossCuttingPriorities": [],
        "focusArea": [],
        "DATASOURCE": ["SEDIA_PRD_CENTRICITY"],
        "datasource": ["SEDIA_PRD_CENTRICITY"],
        "corporate-search-version": ["102"],
        "esST_FileName": ["file.txt"],
        "es_ContentType": ["text/plain"],
        "es_Combine": ["1"],
        "esDA_IngestDate": [mirror.ingested],
        "esDA_QueueDate": [mirror.ingested],
    }
    record = envelope(reference(mirror), mirror_page(mirror.identifier), "en", mirror.title, status, metadata)
    return [{**record, "databaseLabel": ""}] * mirror.copies


def reference(mirror: MirrorRecord) -> str:
    """Reference as the old index builds it: id, type of action, opening day in epoch milliseconds."""
    return f"{mirror.ccm2_id}{ACTION_TYPES[mirror.action].label.replace(' ', '')}{epoch_ms(mirror.opens)}"
