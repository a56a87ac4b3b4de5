"""Portal records have the shapes the live index was seen to have."""

import json
import re
from datetime import UTC, date, datetime
from typing import Any

import pytest

from sample_world import PINNED_DAY, load_world
from sample_world.shapes import portal_facets
from sample_world.shapes.portal_record import status_on
from sample_world.site import portal_rows

ROWS = portal_rows(load_world(PINNED_DAY))
CURRENT = [row for row in ROWS if "descriptionByte" in row["metadata"]]
OLD = [row for row in ROWS if "descriptionByte" not in row["metadata"]]
DATE_ONLY = re.compile(r"\d{4}-\d{2}-\d{2}T00:00:00\.000\+0000")
LOCAL_HOUR = re.compile(r"\d{4}-\d{2}-\d{2}T17:00:00\.000\+0000")


def row_of(identifier: str) -> dict[str, list[str]]:
    row = next(row for row in CURRENT if row["metadata"]["identifier"] == [identifier])
    metadata: dict[str, list[str]] = row["metadata"]
    return metadata


def unpacked(identifier: str, name: str) -> Any:
    return json.loads(row_of(identifier)[name][0])


def test_there_are_both_kinds() -> None:
    assert CURRENT
    assert OLD


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["reference"])
def test_every_metadata_value_is_a_list_of_strings(row: dict[str, Any]) -> None:
    for name, values in row["metadata"].items():
        assert isinstance(values, list), name
        assert all(isinstance(value, str) for value in values), name
    outer = {"reference", "url", "language", "summary", "content", "weight", "groupById", "checksum"}
    assert outer <= row.keys()


@pytest.mark.parametrize("row", CURRENT, ids=lambda row: row["reference"])
def test_current_records_hold_json_inside_strings(row: dict[str, Any]) -> None:
    metadata = row["metadata"]
    (action,) = json.loads(metadata["actions"][0])
    assert metadata["status"] == [str(action["status"]["id"])]
    days = [moment[:10] for moment in metadata["deadlineDate"]]
    assert action["deadlineDates"] == days
    assert all(DATE_ONLY.fullmatch(moment) for moment in metadata["deadlineDate"] + metadata["startDate"])
    overview = json.loads(metadata["budgetOverview"][0])["budgetTopicActionMap"]
    own = [
        line
        for lines in overview.values()
        for line in lines
        if line["action"].split(" - ")[0] == metadata["identifier"][0]
    ]
    assert len(own) == 1
    assert own[0]["deadlineDates"] == days
    json.loads(metadata["latestInfos"][0])


def test_a_description_starts_with_a_heading_of_the_portals_class() -> None:
    for row in CURRENT:
        assert re.match(r'<(span|p) class="topicdescriptionkind">', row["metadata"]["descriptionByte"][0])


def test_conditions_keep_the_stray_angle_bracket() -> None:
    html = row_of("ESF-2026-POW")["topicConditions"][0]
    assert html.startswith('<div class="eui-u-mt-l>"><h4>Conditions</h4>')
    assert "<h4>5b. Evaluation and award: Award criteria, scoring and thresholds</h4>" in html


def test_siblings_share_an_envelope_and_unknown_amounts_are_zero() -> None:
    rows = unpacked("JTM-2026-PSLF-FRAMEWORK-LOANS", "budgetOverview")["budgetTopicActionMap"]["111606"]
    assert [line["budgetYearMap"] for line in rows] == [{"2025": "630000000"}] * 2
    assert {line["minContribution"] for line in rows} == {0}
    charter = unpacked("ERASMUS-EDU-2022-ECHE-CERT-FP", "budgetOverview")
    assert charter["budgetYearsColumns"] == []


def test_links_are_epoch_milliseconds_and_absent_before_opening() -> None:
    (link,) = unpacked("ESF-2026-POW", "links")
    assert link["endDate"] == "1791244800000"
    assert link["url"].endswith("/create-draft/43872?topic=ESF-2026-POW")
    assert datetime.fromtimestamp(int(link["startDate"]) / 1000, UTC).date() == date(2026, 4, 30)
    assert row_of("SAMPLE-JTM-2026-RESKILL")["links"] == []


@pytest.mark.parametrize("row", OLD, ids=lambda row: row["reference"])
def test_old_records_write_the_local_hour_as_utc_and_stay_open(row: dict[str, Any]) -> None:
    metadata = row["metadata"]
    assert all(LOCAL_HOUR.fullmatch(moment) for moment in metadata["deadlineDate"])
    assert metadata["status"] == ["31094502"]
    assert metadata["keywords"] == ["[]"]
    assert row["url"].endswith(f"/data/topicDetails/{metadata['identifier'][0]}.json")


def test_old_references_are_built_as_the_index_builds_them() -> None:
    found = {row["reference"] for row in OLD}
    assert found == {
        "45878608ESFProjectGrants1678924800000",
        "44774210ERASMUSECHECharter1645574400000",
        "46277736ERASMUSLumpSumGrants1701734400000",
    }


def test_status_follows_the_dates_unless_the_source_claims_otherwise() -> None:
    opens, deadlines = date(2026, 6, 1), [date(2026, 7, 1), date(2026, 9, 1)]
    labels = [
        status_on(opens, deadlines, day).label
        for day in (date(2026, 5, 31), date(2026, 6, 1), date(2026, 9, 1), date(2026, 9, 2))
    ]
    assert labels == ["Forthcoming", "Open", "Open", "Closed"]
    assert status_on(opens, deadlines, date(2027, 1, 1), "open").id == "31094502"


def test_facet_labels_are_damaged_as_the_portals_are() -> None:
    assert portal_facets.damaged("Erasmus+ (ERASMUS+)") == "Erasmus  (ERASMUS )"
    assert portal_facets.damaged("Coal & Steel") == "Coal %26 Steel"
    (programmes, statuses) = portal_facets.facets(ROWS)["facets"]
    assert sum(value["count"] for value in programmes["values"]) == len(ROWS)
    assert {value["value"] for value in statuses["values"]} >= {"Open", "Forthcoming"}
