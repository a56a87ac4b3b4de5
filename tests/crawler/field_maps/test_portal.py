"""One search result of the portal to one draft."""

import contextlib
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.errors import BrokenRecord
from crawler.field_maps import portal
from store.vocabulary import CallStatus
from tests.builders import cut_off
from tests.crawler.builders import result, spider

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)
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


def test_the_title_of_the_whole_call_is_kept_where_it_says_more() -> None:
    loans = portal.read(result(title="Standalone projects", callTitle="PUBLIC SECTOR LOAN FACILITY (PSLF)"))
    assert loans.call_title == "PUBLIC SECTOR LOAN FACILITY (PSLF)"
    assert portal.read(result(title="Paths", callTitle="PATHS")).call_title is None
    assert portal.read(result(callTitle=None)).call_title is None


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


def test_only_web_addresses_become_links() -> None:
    urls = ["javascript:alert(1)", {"a": 1}, "data:text/html,x", "https://a.eu/x"]
    links = json.dumps([{"url": url} for url in urls])
    call = portal.read(result("ESF-1", url="javascript:alert(2)", links=links))
    assert [link.url for link in call.links] == ["https://a.eu/x"]
    assert call.url == portal.TOPIC_PAGE + "ESF-1"


@given(st.sampled_from(sorted(result()["metadata"])), JUNK)
def test_junk_in_any_field_is_read_as_not_known_or_dropped(field: str, junk: object) -> None:
    record = result("ESF-1")
    record["metadata"][field] = junk
    with contextlib.suppress(BrokenRecord):
        call = portal.read(record)
        assert all(isinstance(text, str) for text in (call.title, call.url, call.language, call.description))


def test_a_field_nested_without_end_drops_its_record_alone() -> None:
    endless = "[" * 100_000 + "]" * 100_000
    reader = spider("eu_esf_plus")
    records = (result("ESF-1", budgetOverview=endless), result())
    assert len([draft for record in records for draft in reader.draft(record, "")]) == 1
    assert reader.ledger.dropped == {"budgetOverview holds no JSON": 1}
