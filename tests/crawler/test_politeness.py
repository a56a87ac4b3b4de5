"""Robots, names, waits: how the crawler behaves towards others and on loopback."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.log import FieldsFormatter
from crawler.middlewares.back_off import LONGEST_ASKED_WAIT, LONGEST_WAIT, wait_before
from crawler.scrapy_settings import scrapy_settings
from crawler.settings import CrawlerSettings
from store.errors import BadSetting

SOURCE, LOOPBACK = "https://eura2021.fi/", "http://127.0.0.1:8790/"


def test_robots_are_obeyed_everywhere() -> None:
    assert all(scrapy_settings(url)["ROBOTSTXT_OBEY"] for url in (None, SOURCE, LOOPBACK))


def test_sources_are_asked_slowly_and_loopback_is_not() -> None:
    polite, quick = scrapy_settings(None), scrapy_settings(LOOPBACK)
    assert polite["AUTOTHROTTLE_ENABLED"]
    assert polite["DOWNLOAD_DELAY"] >= 1
    assert polite["CONCURRENT_REQUESTS_PER_DOMAIN"] == 1
    assert not quick["AUTOTHROTTLE_ENABLED"]
    assert quick["DOWNLOAD_DELAY"] == 0


def test_the_user_agent_is_honest_and_tells_whom_to_write_to(monkeypatch: pytest.MonkeyPatch) -> None:
    assert CrawlerSettings().user_agent.startswith("Koalitio/")
    monkeypatch.setenv("CRAWLER_CONTACT", "desk@example.org")
    assert CrawlerSettings().user_agent.endswith("(+desk@example.org)")


def test_waits_double_up_to_their_bound() -> None:
    assert [wait_before(tries, SOURCE) for tries in range(1, 8)] == [
        1,
        2,
        4,
        8,
        16,
        LONGEST_WAIT,
        LONGEST_WAIT,
    ]


def test_a_sources_own_wish_to_wait_holds_within_bounds() -> None:
    assert wait_before(1, SOURCE, asked=20) == 20
    assert wait_before(1, SOURCE, asked=10**9) == LONGEST_ASKED_WAIT


@given(st.integers(1, 100), st.floats(0, 1e9))
def test_waits_on_loopback_are_short_whatever_is_asked(tries: int, asked: float) -> None:
    assert wait_before(tries, LOOPBACK, asked) <= 0.3


def test_a_log_line_is_a_static_message_with_its_fields() -> None:
    record = logging.LogRecord("koalitio.crawler", logging.WARNING, "", 0, "record dropped", (), None)
    record.fields = {"source": "eu_esf_plus", "reason": "no title"}
    assert FieldsFormatter().format(record) == "WARNING record dropped source='eu_esf_plus' reason='no title'"


def test_a_bad_setting_of_the_crawler_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("CRAWLER_TIMEOUT", "soon"),
        ("CRAWLER_LOG_LEVEL", "loud"),
        ("CRAWLER_RETRIES", "-1"),
    ):
        with monkeypatch.context() as patched:
            patched.setenv(name, value)
            with pytest.raises(BadSetting, match=f"{name} is '{value}'") as caught:
                scrapy_settings(None)
        assert "\n" not in str(caught.value)
