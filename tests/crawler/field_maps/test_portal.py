"""One search result of the portal to one draft."""

from datetime import date

import pytest

from crawler.errors import BrokenRecord
from crawler.field_maps import portal
from store.vocabulary import CallStatus
from tests.builders import cut_off
from tests.crawler.builders import result

ACTION = {
    "status": {"description": "Open"},
    "submissionProcedure": {"id": 47164190, "abbreviation": "continuous"},
}


def test_the_facts_of_a_topic() -> None:
    call = portal.read(result("ESF-2026-POW"))
    assert call.external_id == call.identifier == "ESF-2026-POW"
    assert (call.opening_date, call.cut_offs) == (date(2026, 4, 30), [cut_off("2026-10-06")])
    assert (call.source_status, call.total_amount_available) == (CallStatus.OPEN, 4_000_000)
    assert call.version is not None


def test_all_cut_offs_stay_in_order_each_once() -> None:
    days = ["2027-02-16T00:00:00.000+0000", "2026-01-27T00:00:00.000+0000", "2027-02-16T17:00:00.000+0000"]
    call = portal.read(result(deadlineDate=days))
    assert call.cut_offs == [cut_off("2026-01-27"), cut_off("2027-02-16")]


def test_an_old_record_has_no_text_and_links_to_its_topic_page() -> None:
    record = result(
        "ESF-2023-EPOCH",
        url="https://ec.europa.eu/info/funding-tenders/opportunities/data/topicDetails/ESF-2023-EPOCH.json",
        descriptionByte=None,
        budgetOverview=None,
    )
    call = portal.read(record)
    assert (call.description, call.total_amount_available) == ("", None)
    assert call.url == portal.TOPIC_PAGE + "ESF-2023-EPOCH"


def test_a_continuous_topic_without_deadlines() -> None:
    call = portal.read(result(deadlineDate=[], deadlineModel=None, actions=[[ACTION]]))
    assert (call.continuous, call.deadline_model, call.cut_offs) == (True, "continuous", [])
    assert call.source_status_text == "31094502 Open"


def test_cascade_funding_is_known_by_its_own_call_for_its_identifier_is_the_parents() -> None:
    call = portal.read(result("HORIZON-PARENT", type="8", callccm2Id="10401"))
    assert (call.external_id, call.identifier) == ("10401", "HORIZON-PARENT")


def test_links_are_the_submission_and_the_calls_own_documents() -> None:
    conditions = (
        '<h4>Conditions</h4><a href="https://x.example/guide">Guide</a><h4>Call document and annexes:</h4>'
        '<a href="https://x.example/call.pdf">Call document</a><h4>Additional documents:</h4>'
        '<a href="https://x.example/regulation">Regulation</a>'
    )
    submission = [{"url": "https://x.example/submit", "criterionDescription": "ESF Project Grants"}]
    call = portal.read(result(topicConditions=conditions, links=[submission]))
    assert [link.url for link in call.links] == ["https://x.example/submit", "https://x.example/call.pdf"]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({}, "no metadata"),
        (result(identifier=""), "no identifier"),
        (result(deadlineDate=["soon"]), "a date that cannot be read"),
        (result(budgetOverview="{broken"), "budgetOverview holds no JSON"),
    ],
)
def test_a_broken_record_says_why(record: dict[str, object], reason: str) -> None:
    with pytest.raises(BrokenRecord, match=reason):
        portal.read(record)
