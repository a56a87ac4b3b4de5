"""Each screen in each language: whole, with one h1, without a word of another language, and without gaps."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from fastapi.testclient import TestClient
from sqlmodel import Session

from frontend import texts
from store.models import Doubt
from store.vocabulary import CallFlag, CallStatus, CrawlOutcome, Language, PartnerRole, Programme
from tests.api.fakes import no_model
from tests.builders import cut_off, member
from tests.frontend.stored import (
    NOW,
    WORDLESS,
    get,
    store_call,
    store_changed_call,
    store_coalition,
    store_run,
    store_unknown_call,
    words,
)

SCREENS = [
    "/",
    "/?q=nothing-like-it",
    "/?status=open&programme=esf_plus",
    "/?status=zzz&programme=zzz&source=zzz",
    "/calls/ESF-2026-TEST",
    "/calls/DOUBTFUL",
    "/calls/UNKNOWN",
    "/coalitions",
    "/coalitions/new",
    "/coalitions/zx",
    "/coalitions/zx?saved=1",
    "/coalitions/bare",
    "/coalitions/odd",
    "/coalitions/zx/edit",
    "/coalitions/zx/checks/ESF-2026-TEST",
    "/coalitions/zx/checks/ESF-2026-TEST?saved=answer",
    "/coalitions/zx/checks/ESF-2026-TEST?partner=employer&country=SE",
    "/coalitions/zx/checks/KA220-ADU",
    "/coalitions/zx/checks/DOUBTFUL",
    "/coalitions/zx/checks/UNKNOWN",
    "/coalitions/bare/checks/UNKNOWN",
    "/coalitions/zx/drafts/COVE",
    "/coalitions/bare/drafts/COVE?saved=1",
    "/sources",
]
SPOKEN = ("aria-label", "title", "placeholder", "alt")


@pytest.fixture
def _world(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    no_model(monkeypatch)
    drafted = {"programme": Programme.ERASMUS_PLUS, "identifier": "ERASMUS-EDU-2026-PEX-COVE"}
    action = "ERASMUS Lump Sum Grants"
    store_call(session, external_id="COVE", **(WORDLESS | drafted | {"action": action}))
    store_changed_call(session)
    store_call(
        session,
        identifier="DOUBTFUL",
        **WORDLESS,
        cut_offs=[cut_off("2026-01-01"), cut_off("2026-05-01", None)],
        source_status=CallStatus.OPEN,
        doubts=[Doubt(flag=flag, note="Zx") for flag in CallFlag],
        source="fi_eura_jtf",
    )
    store_unknown_call(session, identifier="UNKNOWN", title="Zx")
    ask = "At least three organisations from three countries take part."
    store_call(session, identifier="KA220-ADU", **(WORDLESS | {"description": ask}), source="fi_oph")
    store_coalition(session)
    store_coalition(session, slug="bare", members=[], goals=[], needs=[], nuts_regions=[], target_groups=[])
    leads = [member(slug=slug, name="Zx", role_wish=PartnerRole.COORDINATOR) for slug in "ab"]
    store_coalition(session, slug="odd", members=leads)
    for number, outcome in enumerate(CrawlOutcome):
        store_run(
            session,
            source=f"zx_{number}",
            outcome=outcome,
            found=number,
            started_at=NOW + timedelta(days=1),
            field_coverage={"title": 1.0},
            notes=["Zx"],
        )
    store_run(session, source="fi_eura_jtf", started_at=NOW + timedelta(days=1))


def _spoken(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Language and words of every text and spoken attribute of a page."""
    for node in page.find_all(string=True):
        if type(node) is NavigableString and node.strip() and node.parent and node.parent.name != "code":
            yield _language(node.parent), " ".join(node.split())
    for tag in page.find_all(True):
        for name in SPOKEN:
            if tag.get(name):
                yield _language(tag), str(tag[name])


def _language(tag: Tag) -> str:
    holder: Tag | None = tag
    while holder is not None and not holder.get("lang"):
        holder = holder.parent
    return str(holder["lang"]) if holder is not None else ""


def _english_only(language: Language) -> list[re.Pattern[str]]:
    """English texts that differ from the language's own, as patterns of a whole text node."""
    found = []
    for entry in texts.catalogue().values():
        pattern = re.sub(r"\\\{[a-z]+\\\}", ".+", re.escape(entry[Language.EN]))
        if entry[Language.EN] != entry[language] and re.search(r"[A-Za-z]{3}", pattern):
            found.append(re.compile(pattern))
    return found


@pytest.mark.usefixtures("_world")
@pytest.mark.parametrize("language", [Language.FI, Language.SV])
def test_no_english_is_left(client: TestClient, language: Language) -> None:
    own = {entry[language] for entry in texts.catalogue().values()}
    patterns = _english_only(language)
    for address in SCREENS:
        said = {text for spoken, text in _spoken(get(client, address, language)) if spoken == language} - own
        assert [text for text in said if any(pattern.fullmatch(text) for pattern in patterns)] == [], address


@pytest.mark.usefixtures("_world")
@pytest.mark.parametrize("language", list(Language))
def test_each_screen_is_whole(client: TestClient, language: Language) -> None:
    for address in SCREENS:
        page = get(client, address, language)
        assert page.html is not None
        assert page.html["lang"] == language
        assert len(page.find_all("h1")) == 1, address
        assert words(page.title).endswith(" – Koalitio")
        assert "None" not in page.get_text(), address
        assert not re.search(r"\{[a-z]*\}", page.get_text()), address


@pytest.mark.usefixtures("_world")
def test_names_and_headings_hang_together(client: TestClient) -> None:
    for address in SCREENS:
        page = get(client, address)
        ids = [str(tag["id"]) for tag in page.find_all(id=True)]
        assert len(ids) == len(set(ids)), address
        for name in ("aria-labelledby", "aria-describedby"):
            for tag in page.select(f"[{name}]"):
                assert set(str(tag[name]).split()) <= set(ids), address
        assert all(label["for"] in ids for label in page.find_all("label"))
        levels = [int(tag.name[1]) for tag in page.find_all(re.compile("^h[1-6]$"))]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (address, levels)


@pytest.mark.usefixtures("_world")
@pytest.mark.parametrize(
    ("language", "banner"),
    [
        ("en", "Sample world, pinned to 20\u00a0May\u00a02026"),
        ("fi", "Esimerkkimaailma, pysäytetty päivään 20.5.2026"),
        ("sv", "Exempelvärld, låst vid 20.5.2026"),
    ],
)
def test_a_pinned_clock_is_said_on_each_page(client: TestClient, language: str, banner: str) -> None:
    for address in (*SCREENS, "/coalitions/zx/edit"):
        assert words(get(client, address, language).find(class_="pinned")) == banner
    assert words(get(client, "/nowhere", language, 404).find(class_="pinned")) == banner


def test_the_real_clock_has_no_banner(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOALITIO_TODAY", "")
    assert get(client, "/").find(class_="pinned") is None


@pytest.mark.usefixtures("_world")
def test_one_primary_button_a_page(client: TestClient) -> None:
    for address in SCREENS:
        shown = [
            b for b in get(client, address).select(".btn-primary") if "visually-hidden" not in b["class"]
        ]
        assert len(shown) <= 2 if address.startswith("/?q") else len(shown) <= 1, address


@pytest.mark.usefixtures("_world")
def test_every_link_of_ours_leads_somewhere(client: TestClient) -> None:
    seen: set[str] = set()
    for address in SCREENS:
        for link in get(client, address).select("a[href^='/']"):
            target = str(link["href"]).partition("#")[0]
            if target not in seen and not target.endswith("/matches"):
                seen.add(target)
                assert client.get(target).status_code == 200, target
    assert len(seen) > 15
