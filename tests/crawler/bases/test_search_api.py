"""The search spider's way through pages and passes, without a network."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy import Request
from scrapy.http import TextResponse

from crawler.draft import CallDraft
from tests.crawler import builders
from tests.crawler.builders import answer, result

URL = "http://127.0.0.1:8790/search"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FIELDS = ["identifier", "title", "deadlineDate", "startDate", "actions", "links", "budgetOverview", "status"]


def response(body: str) -> TextResponse:
    """An answer of the service."""
    return TextResponse(URL, body=body.encode(), encoding="utf-8")


def play(spider: Any, *bodies: str) -> list[CallDraft]:
    """Feeds answers to a spider (the last one again and again) until it hands on what it found."""
    found: list[CallDraft] = []
    number, turn = 1, 0
    while turn < 50:
        made = list(spider.parse(response(bodies[min(turn, len(bodies) - 1)]), number))
        found += [item for item in made if isinstance(item, CallDraft)]
        requests = [item for item in made if isinstance(item, Request)]
        if not requests:
            break
        number, turn = requests[0].cb_kwargs["number"], turn + 1
    return found


def test_repeats_of_a_reference_are_one_call_and_no_shortfall() -> None:
    spider = builders.spider("eu_esf_plus")
    same = result("ESF-1")
    found = play(spider, answer(same, same, result("ESF-2")))
    assert sorted(call.identifier for call in found) == ["ESF-1", "ESF-2"]
    assert (spider.ledger.source_total, spider.ledger.shortfall, spider.ledger.passes) == (3, 0, 3)


def test_all_pages_of_a_pass_are_read() -> None:
    first = answer(*(result(f"ESF-{n}") for n in range(100)), total=101)
    spider = builders.spider("eu_esf_plus")
    found = play(spider, first, answer(result("ESF-100"), total=101), *([first, answer(total=101)] * 4))
    assert len(found) == 101


def test_a_lost_record_is_met_in_a_later_pass_and_told() -> None:
    spider = builders.spider("eu_esf_plus")
    found = play(spider, answer(result("ESF-1"), total=2), answer(result("ESF-2"), total=2))
    assert {call.identifier for call in found} == {"ESF-1", "ESF-2"}
    assert spider.ledger.notes == ["the list was read 4 times, for a single pass lost up to 1 of 2 rows"]


def test_a_record_that_never_came_is_the_shortfall() -> None:
    spider = builders.spider("eu_esf_plus")
    play(spider, answer(result("ESF-1"), total=3))
    assert spider.ledger.shortfall == 2


def test_an_ignored_filter_stops_the_crawl_and_stores_nothing() -> None:
    spider = builders.spider("eu_esf_plus")
    assert play(spider, answer(result("ESF-1"), total=642_113)) == []
    assert "642,113" in spider.ledger.errors[0]
    assert "nothing was stored" in spider.ledger.errors[0]


@pytest.mark.parametrize("body", ["<h1>Service</h1>", "[]", '{"results": []}', ""])
def test_an_answer_of_another_shape_is_an_error_and_keeps_what_came(body: str) -> None:
    spider = builders.spider("eu_esf_plus")
    assert [call.identifier for call in play(spider, answer(result("ESF-1")), body)] == ["ESF-1"]
    assert "did not answer with search results" in spider.ledger.errors[0]


def test_a_broken_record_is_dropped_with_its_reason_and_the_others_stay() -> None:
    spider = builders.spider("eu_esf_plus")
    broken = result("ESF-2", deadlineDate=["soon"])
    found = play(spider, answer(result("ESF-1"), broken, "no object"))
    assert [call.identifier for call in found] == ["ESF-1"]
    assert set(spider.ledger.dropped) == {"a date that cannot be read", "a result that is no object"}


@given(st.dictionaries(st.sampled_from(FIELDS), st.lists(st.text(), max_size=3) | JSON))
def test_no_record_breaks_a_run(metadata: dict[str, Any]) -> None:
    spider = builders.spider("eu_esf_plus")
    record = result("ESF-1") | {"metadata": result("ESF-1")["metadata"] | metadata}
    drafts = list(spider.draft(record, URL))
    assert len(drafts) + spider.ledger.dropped.total() == 1
