"""The application served on this machine, and Debian's chromium looking at it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Playwright

from frontend.app import create_app

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
LANGUAGES = ("en", "fi", "sv")
PHONE, DESKTOP = 360, 1280
NARROWEST = 320


@contextmanager
def serving() -> Iterator[str]:
    """The application on a free port of loopback; its address."""
    config = uvicorn.Config(
        create_app(), host="127.0.0.1", port=0, log_level="critical", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


def launched(playwright: Playwright) -> Browser:
    """Headless chromium."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


def window(
    browser: Browser,
    site: str,
    *,
    width: int = DESKTOP,
    theme: str = "light",
    language: str = "en",
    script: bool = True,
    cookies: dict[str, str] | None = None,
) -> BrowserContext:
    """A fresh window: a reader with nothing but these wishes, or with somebody's cookies."""
    options: dict[str, Any] = {
        "viewport": {"width": width, "height": 800},
        "color_scheme": theme,
        "locale": language,
        "java_script_enabled": script,
        "reduced_motion": "reduce",
        "has_touch": width < 768,
    }
    context = browser.new_context(base_url=site, **options)
    context.set_default_timeout(10_000)
    for name, value in (cookies or {}).items():
        context.add_cookies([{"name": name, "value": value, "url": site}])
    return context
