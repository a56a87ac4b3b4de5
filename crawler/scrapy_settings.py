"""Scrapy's settings for one source: polite towards others, quick on loopback."""

from typing import Any

from crawler.addresses import is_loopback
from crawler.pipelines import item_pipelines
from crawler.settings import crawler_settings

SECONDS_BETWEEN_REQUESTS = 1.0
LARGEST_ANSWER = 64 * 1024 * 1024
"""Bytes; the largest recorded answer, a hundred search results, has 3 MB."""


def scrapy_settings(base_url: str | None) -> dict[str, Any]:
    """Settings of a crawl at `base_url` (None: at the source itself)."""
    own = crawler_settings()
    polite = not is_loopback(base_url)
    return {
        "BOT_NAME": "Koalitio",
        "USER_AGENT": own.user_agent,
        "ROBOTSTXT_OBEY": True,
        "AUTOTHROTTLE_ENABLED": polite,
        "AUTOTHROTTLE_START_DELAY": SECONDS_BETWEEN_REQUESTS,
        "AUTOTHROTTLE_TARGET_CONCURRENCY": 1.0,
        "DOWNLOAD_DELAY": SECONDS_BETWEEN_REQUESTS if polite else 0,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1 if polite else 8,
        "DOWNLOAD_TIMEOUT": own.timeout,
        "DOWNLOAD_MAXSIZE": LARGEST_ANSWER,
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "RETRY_TIMES": own.retries,
        "COOKIES_ENABLED": False,
        "METAREFRESH_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "LOG_ENABLED": False,
        "LOG_INSTALL_ROOT_HANDLER": False,
        "TWISTED_REACTOR": "twisted.internet.asyncioreactor.AsyncioSelectorReactor",
        "ITEM_PIPELINES": item_pipelines(),
        "DOWNLOADER_MIDDLEWARES": {
            "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
            "crawler.middlewares.back_off.BackOff": 550,
            "crawler.middlewares.own_host.OwnHost": 610,
        },
        "EXTENSIONS": {
            "scrapy.extensions.logstats.LogStats": None,
            "scrapy.extensions.memusage.MemoryUsage": None,
            "crawler.extensions.health.Health": 1,
        },
    }
