"""Puts calls, runs and coalitions into a test's database, and reads pages back."""

from datetime import UTC, date, datetime
from typing import Any, Protocol

from bs4 import BeautifulSoup
from bs4.element import Tag
from fastapi.testclient import TestClient
from sqlmodel import Session

from store.coalitions import save_coalition
from store.importer import save_call
from store.models import Call, Coalition, CrawlRun, GoalCreate, NeedCreate
from store.vocabulary import BudgetScope, CrawlOutcome
from tests.builders import call, coalition, member

NOW = datetime(2026, 5, 19, 22, tzinfo=UTC)
"""00:00 in Brussels on the day that tests are pinned to."""

WORDLESS: dict[str, Any] = {
    "title": "Zx",
    "action": "Zx",
    "description": "## Zx\nZx zx.\n- zx",
    "conditions": "## Zx\nZx.",
}
"""Texts of a call in no language, for tests that look for words of ours."""


def store_call(session: Session, **facts: Any) -> Call:
    """A stored call with money, rate and dates; any fact can be replaced."""
    identifier = facts.get("identifier", "ESF-2026-TEST")
    known: dict[str, Any] = {
        "identifier": identifier,
        "external_id": identifier,
        "total_amount_available": 3_500_000,
        "budget_scope": BudgetScope.OWN,
        "max_award_amount": 247_916,
        "co_financing_rate": 80.0,
    }
    return save_call(session, call(**(known | facts))).call


def store_unknown_call(session: Session, **facts: Any) -> Call:
    """A stored call of which the source says nothing but its name."""
    nothing: dict[str, Any] = dict.fromkeys(
        (
            "action",
            "conditions",
            "opening_date",
            "total_amount_available",
            "budget_scope",
            "max_award_amount",
            "co_financing_rate",
        )
    )
    return store_call(session, **(nothing | {"description": "", "cut_offs": []} | facts))


def store_run(session: Session, **facts: Any) -> CrawlRun:
    """A stored crawl run: whole, one call found; any fact can be replaced."""
    known: dict[str, Any] = {
        "source": "eu_esf_plus",
        "base_url": "http://127.0.0.1:9",
        "outcome": CrawlOutcome.COMPLETE,
        "started_at": NOW,
        "finished_at": NOW,
        "found": 1,
        "inserted": 1,
    }
    run = CrawlRun(**(known | facts))
    session.add(run)
    session.commit()
    return run


def store_coalition(session: Session, **facts: Any) -> Coalition:
    """A stored coalition with texts in no language; any fact can be replaced."""
    known: dict[str, Any] = {
        "slug": "zx",
        "name": "Zx",
        "summary": "Zx zx.",
        "target_groups": ["zx"],
        "members": [member(name="Zx", expertise="Zx", contribution="Zx", capacities=["zx"])],
        "goals": [GoalCreate(slug="goal-1", text="Zx", indicator="Zx 4")],
        "needs": [NeedCreate(slug="need-1", text="Zx", nuts_region="FI1D7", evidence="Zx 2025")],
    }
    return save_coalition(session, coalition(**(known | facts)))


def store_changed_call(session: Session) -> Call:
    """A stored call that lost a cut-off, changed its text and got a rate."""
    from tests.builders import cut_off

    before = [cut_off("2026-09-17"), cut_off("2026-10-06")]
    store_call(session, cut_offs=before, co_financing_rate=None, **WORDLESS)
    return store_call(session, cut_offs=before[1:], opening_date=date(2026, 5, 1), **WORDLESS)


def get(client: TestClient, address: str, language: str = "en", status: int = 200) -> BeautifulSoup:
    """The page of an address, asked for in a language; the status is checked."""
    answer = client.get(address, headers={"accept-language": language})
    assert answer.status_code == status, answer.text
    return soup(answer)


class Answer(Protocol):
    """What a client's answer has, whichever library it comes from."""

    @property
    def text(self) -> str:
        """The body as text."""


def soup(answer: Answer) -> BeautifulSoup:
    """An answer as a tree."""
    return BeautifulSoup(answer.text, "lxml")


def words(tag: Tag | None) -> str:
    """The text of a tag with single spaces; no-break spaces are kept."""
    assert tag is not None
    return " ".join(part for part in tag.get_text(" ").replace("\n", " ").split(" ") if part)


def main_words(page: BeautifulSoup) -> str:
    """The text of the page's main part."""
    return words(page.main)


def values(page: BeautifulSoup) -> dict[str, str]:
    """What stands in the coalition form, by field name, as a browser would send it."""
    form = page.find("form", id="profile")
    assert isinstance(form, Tag)
    found: dict[str, str] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name = str(field["name"])
        if field.name == "textarea":
            found[name] = field.get_text().removeprefix("\n")
        elif field.name == "select":
            chosen = field.find("option", selected=True) or field.find("option")
            found[name] = str(chosen["value"]) if chosen else ""
        else:
            found[name] = str(field["value"])
    return found
