"""Spiders that follow a list to pages: embedded JSON and cards."""

import json
from urllib.parse import quote

from scrapy.http import HtmlResponse
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.bases.cards import MOST_LIST_PAGES
from tests.crawler import builders

BASE = "http://127.0.0.1:8790"
CARD = '<div class="listing-item-content"><a class="listing-title__link" href="{}">{}</a></div>'


def page(path: str, html: str) -> HtmlResponse:
    """A page at the base address."""
    return HtmlResponse(BASE + path, body=html.encode(), encoding="utf-8")


def embedded(data: object) -> str:
    """A page that carries data the Preact way."""
    return f'<script type="__PREACT_CLI_DATA__">{quote(json.dumps(data))}</script>'


def test_rows_of_the_fund_are_followed_once_each() -> None:
    spider = builders.spider("fi_eura_jtf", BASE)
    rows = [{"id": "a", "rahasto": "JTF"}, {"id": "b", "rahasto": "ESR+"}, {"id": "a", "rahasto": "JTF"}]
    listed = page("/hakuilmoitukset/", embedded({"preRenderData": {"hankehaku": rows}}))
    assert [request.url for request in spider.parse(listed)] == [f"{BASE}/hakuilmoitukset/hakuilmoitus/a/"]
    assert spider.ledger.source_total == 1


def test_a_row_without_an_id_is_dropped() -> None:
    spider = builders.spider("fi_eura_jtf", BASE)
    listed = page("/hakuilmoitukset/", embedded({"preRenderData": {"hankehaku": [{"rahasto": "JTF"}]}}))
    assert list(spider.parse(listed)) == []
    assert spider.ledger.dropped == {"no id": 1}


def test_a_list_without_data_is_an_error_of_the_source() -> None:
    spider = builders.spider("fi_eura_jtf", BASE)
    for html in (
        "<h1>Huoltokatko</h1>",
        '<script type="__PREACT_CLI_DATA__">%7Bbroken</script>',
        embedded([]),
    ):
        assert list(spider.parse(page("/hakuilmoitukset/", html))) == []
    assert spider.ledger.errors


def test_a_notice_without_data_is_dropped() -> None:
    spider = builders.spider("fi_eura_jtf", BASE)
    assert list(spider.parse_record(page("/hakuilmoitukset/hakuilmoitus/a/", "<h1>x</h1>"))) == []
    assert spider.ledger.dropped == {"the page carries no data": 1}


def test_a_page_that_is_gone_drops_its_record() -> None:
    spider = builders.spider("fi_eura_jtf", BASE)
    for status in (404, 410):
        gone = HtmlResponse(f"{BASE}/x", status=status)
        spider.page_gone(builders.failure(HttpError(gone)))
    spider.page_gone(builders.failure(HttpError(HtmlResponse(f"{BASE}/x", status=500))))
    assert spider.ledger.dropped == {"its page is gone": 2}
    assert spider.ledger.errors == [f"{BASE}/x answered 500"]


def test_cards_are_followed_to_the_last_page_and_other_funding_is_left() -> None:
    spider = builders.spider("fi_erasmus_agency", BASE)
    cards = CARD.format("/fi/funding/ka210-1", "Erasmus+ (KA210-ADU)") + CARD.format(
        "/fi/funding/kerhot", "Kerhot"
    )
    listed = page("/fi/rahoitushaut", f'{cards}<a rel="next" href="?page=1">Seuraava</a>')
    urls = [request.url for request in spider.parse(listed)]
    assert urls == [f"{BASE}/fi/funding/ka210-1", f"{BASE}/fi/rahoitushaut?page=1"]
    again = page("/fi/rahoitushaut?page=1", cards)
    assert list(spider.parse(again)) == []
    assert spider.ledger.source_total == 1


def test_absolute_links_do_not_leave_the_base_address() -> None:
    spider = builders.spider("fi_erasmus_agency", BASE)
    card = CARD.format("https://www.oph.fi/fi/funding/ka210-1", "Erasmus+")
    (request,) = spider.parse(page("/fi/rahoitushaut", card))
    assert request.url == f"{BASE}/fi/funding/ka210-1"
    assert request.cb_kwargs["url"] == "https://www.oph.fi/fi/funding/ka210-1"


def test_a_list_without_cards_is_an_error_of_the_source() -> None:
    spider = builders.spider("fi_erasmus_agency", BASE)
    assert list(spider.parse(page("/fi/rahoitushaut", "<h1>Uusi sivusto</h1>"))) == []
    assert "shows no cards" in spider.ledger.errors[0]


def test_a_list_that_names_no_fund_at_all_is_an_error_not_an_empty_source() -> None:
    spider = builders.spider("fi_eura_jtf", BASE)
    rows = [{"id": "a", "fund": "JTF"}, {"id": "b"}]
    listed = page("/hakuilmoitukset/", embedded({"preRenderData": {"hankehaku": rows}}))
    assert list(spider.parse(listed)) == []
    assert "names no funds" in spider.ledger.errors[0]
    assert spider.ledger.source_total is None


def test_cards_that_lead_nowhere_or_elsewhere_are_dropped_and_the_others_followed() -> None:
    spider = builders.spider("fi_erasmus_agency", BASE)
    links = ["javascript:alert(1)", "mailto:a@b", "http://[bad", "https://oph.example/x", "/fi/funding/a"]
    cards = "".join(CARD.format(link, "Erasmus+ KA210") for link in links)
    assert [request.url for request in spider.parse(page("/fi/rahoitushaut", cards))] == [
        f"{BASE}/fi/funding/a"
    ]
    assert spider.ledger.dropped == {"a card without a link": 3, "a card that leads to another host": 1}


def test_a_list_that_repeats_itself_ends() -> None:
    spider = builders.spider("fi_erasmus_agency", BASE)
    html = CARD.format("/fi/funding/kerhot", "Kerhot") + '<a rel="next" href="?page=9">Seuraava</a>'
    assert len(list(spider.parse(page("/fi/rahoitushaut", html)))) == 1
    assert list(spider.parse(page("/fi/rahoitushaut?page=9", html))) == []
    assert spider.ledger.errors == []


def test_a_list_without_end_is_given_up_aloud() -> None:
    spider = builders.spider("fi_erasmus_agency", BASE)
    for number in range(MOST_LIST_PAGES):
        html = (
            CARD.format(f"/fi/funding/{number}", "Kerhot") + f'<a rel="next" href="?page={number + 1}">x</a>'
        )
        asked = list(spider.parse(page(f"/fi/rahoitushaut?page={number}", html)))
    assert asked == []
    assert "has no end" in spider.ledger.errors[0]


def test_a_next_page_on_another_host_is_told() -> None:
    spider = builders.spider("fi_erasmus_agency", BASE)
    html = CARD.format("/fi/funding/a", "Kerhot") + '<a rel="next" href="https://oph.example/?page=1">x</a>'
    assert list(spider.parse(page("/fi/rahoitushaut", html))) == []
    assert "another host" in spider.ledger.errors[0]
