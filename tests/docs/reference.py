"""Reference pages made from the code; `make docs` writes them, the tests hold them to it."""

import re
from inspect import getdoc
from pathlib import Path

from pydantic_settings import BaseSettings

from api.mail.settings import MailSettings
from api.settings import ServingSettings
from crawler.settings import CrawlerSettings
from crawler.sources import all_sources
from frontend.settings import WebSettings
from matcher.settings import MatcherSettings
from store.settings import StoreSettings
from store.vocabulary import Language
from tests.docs.conditions_page import conditions_page
from tests.docs.draft_fields_page import draft_fields_page

DOCS = Path(__file__).parents[2] / "docs"
SETTINGS: tuple[type[BaseSettings], ...] = (
    StoreSettings,
    CrawlerSettings,
    MatcherSettings,
    ServingSettings,
    MailSettings,
    WebSettings,
)


def settings_page() -> str:
    """Every environment variable with its default and what it does, room by room."""
    lines = ["# Settings", "", "Read from the environment; none is needed to start.", ""]
    for settings in SETTINGS:
        summary, told = _told(settings)
        room = settings.__module__.removesuffix(".settings").replace(".", "/")
        lines += [f"## `{room}/`", "", summary, ""]
        lines += ["| variable | default | what it does |", "|---|---|---|"]
        for name, field in settings.model_fields.items():
            variable = f"{settings.model_config['env_prefix']}{name}".upper()
            default = "computed, see right" if field.default_factory else str(field.default) or "empty"
            lines.append(f"| `{variable}` | {default} | {told[name]} |")
        lines.append("")
    return "\n".join(lines)


def sources_page() -> str:
    """Every source: what it brings and where it is read."""
    lines = ["# Sources", "", "`koalitio sources` prints this list with the last crawl of each.", ""]
    lines += ["| source | programme | what it brings | read at |", "|---|---|---|---|"]
    lines += [
        f"| `{s.name}` | {s.programme} | {s.title[Language.EN]} | {s.start_url} |" for s in all_sources()
    ]
    return "\n".join([*lines, ""])


PAGES = {
    "conditions.md": conditions_page,
    "draft_fields.md": draft_fields_page,
    "settings.md": settings_page,
    "sources.md": sources_page,
}


def _told(settings: type[BaseSettings]) -> tuple[str, dict[str, str]]:
    """First line of the docstring, and what its `name: text` lines say of each field."""
    text = getdoc(settings) or ""
    entries = re.findall(r"^(\w+): (.+(?:\n(?!\w+: ).+)*)", text.partition("\n\n")[2], re.M)
    return text.splitlines()[0], {name: " ".join(words.split()) for name, words in entries}


def write_pages() -> None:
    """Writes every reference page."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    write_pages()
