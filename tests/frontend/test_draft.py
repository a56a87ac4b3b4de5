"""The page of a draft: form, files, criteria, gaps, and the project file that is handed in."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.drafting import forms
from frontend.pages import draft
from proposal_templates import load_forms
from store.projects import project_of
from tests.api.care import SLUG, adult_call
from tests.api.drafting import COVE, PLAN, PROJECT, cove
from tests.api.fakes import no_model
from tests.frontend.checked import section
from tests.frontend.stored import get, main_words, soup, words

PAGE = f"/coalitions/{SLUG}/drafts/{COVE}"


@pytest.fixture(autouse=True)
def _world(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    no_model(monkeypatch)
    cove(session)


def hand_in(client: TestClient, text: str | bytes, name: str = "p.yaml") -> Any:
    return client.post(PAGE, files={"project": (name, text, "application/yaml")})


def test_form_and_shares_are_told(client: TestClient) -> None:
    told = words(section(get(client, PAGE), "form-heading"))
    for part in ("Version", "uploaded as a document", "English, Finnish, Swedish", "% filled", "open"):
        assert part in told


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_every_file_is_offered_in_every_permitted_language_and_comes(
    client: TestClient, language: str
) -> None:
    page = get(client, PAGE, language)
    links = [str(link["href"]) for link in section(page, "files").select("a")]
    assert len(links) == 5 * 3
    assert [str(link["href"]) for link in page.select("a.btn-primary")] == [f"{PAGE}.docx?lang={language}"]
    if language == "en":
        for link in links:
            answer = client.get(link)
            assert answer.status_code == 200, link
            assert answer.headers["content-disposition"].startswith("attachment")


def test_only_permitted_languages_are_offered(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    form = next(one for one in load_forms() if len(one.languages) == 3)
    narrow = form.model_copy(update={"languages": ("fi", "sv")})
    monkeypatch.setattr(forms, "find_form", lambda *_: narrow)
    page = get(client, PAGE)
    assert "Finnish, Swedish." in words(section(page, "form-heading"))
    assert page.select('a[href*="lang=en"]') == []
    assert get(client, f"{PAGE}.docx?lang=en", status=422).h1 is not None


def test_criteria_say_what_is_at_stake_where_and_what_is_open(client: TestClient) -> None:
    told = words(section(get(client, PAGE), "criteria"))
    assert "points at most" in told
    assert "Answered in:" in told


def test_gaps_are_told_by_who_can_fill_them(client: TestClient) -> None:
    asks = [words(one) for one in section(get(client, PAGE), "gaps").select("summary")]
    assert len(asks) > 2
    assert all(ask.endswith("open)") for ask in asks)
    by_people = sum(int(ask.rpartition("(")[2].split()[0]) for ask in asks)
    whole = words(section(get(client, PAGE), "form-heading").select_one(".shares .provenance"))
    assert whole == f"{by_people} open"


def test_a_project_is_handed_in_and_comes_out(client: TestClient, session: Session) -> None:
    page = get(client, PAGE)
    assert "No project is handed in yet." in main_words(page)
    assert client.get(f"{PAGE}/project.yaml").status_code == 404
    example = client.get(f"{PAGE}/example.yaml")
    assert "work_packages:" in example.text
    answer = hand_in(client, PROJECT + PLAN)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PAGE}?saved=line-up")
    session.expire_all()
    stored = project_of(session, SLUG, COVE)
    assert stored is not None
    assert stored.name == "Care together"
    told = words(get(client, f"{PAGE}?saved=line-up").select_one("[role=status]"))
    assert "line-up that was proposed is decided" in told
    page = get(client, f"{PAGE}?saved=project")
    told = words(page.select_one("[role=status]"))
    assert "The project is stored" in told
    assert "line-up" not in told
    assert "nobody-here" in words(section(page, "project-heading"))
    assert "name: Care together" in client.get(f"{PAGE}/project.yaml").text
    assert hand_in(client, example.content).headers["location"] == f"{PAGE}?saved=project"


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (PROJECT + "  colour: blue\n", "unknown key `colour`"),
        (b"\xff\xfe", "UTF-8"),
        (b"x: [", "not YAML"),
        ("", "is empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_line_and_nothing_is_lost(
    client: TestClient, session: Session, sent: str | bytes, told: str
) -> None:
    hand_in(client, PROJECT)
    answer = hand_in(client, sent, "mine.yaml")
    assert answer.status_code == 422
    page = soup(answer)
    assert words(page.title).startswith("Error: ")
    (line,) = page.select("#summary li")
    assert told in words(line)
    assert page.select_one("#project[aria-invalid=true]") is not None
    session.expire_all()
    stored = project_of(session, SLUG, COVE)
    assert stored is not None
    assert stored.name == "Care together"


def test_no_file_and_a_file_that_is_too_large_are_told(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Choose a project file first" in soup(hand_in(client, b"", "")).get_text()
    monkeypatch.setattr(draft, "MOST_BYTES", 100)
    assert "The file is larger than" in soup(hand_in(client, PROJECT)).get_text()
    monkeypatch.setattr(draft, "FORM_ROOM", 10)
    assert "The file is larger than" in soup(hand_in(client, PROJECT)).get_text()


def test_a_foreign_page_cannot_hand_in(client: TestClient, session: Session) -> None:
    answer = client.post(
        PAGE, files={"project": ("p.yaml", PROJECT)}, headers={"sec-fetch-site": "cross-site"}
    )
    assert answer.status_code == 403
    assert project_of(session, SLUG, COVE) is None


def test_the_style_sheet_of_drafts_is_loaded_here_alone(client: TestClient) -> None:
    sheet = "link[href*='drafts.css']"
    assert len(get(client, PAGE).select(sheet)) == 1
    assert get(client, "/").select(sheet) == []


def test_a_call_whose_name_holds_a_dot_has_its_page(client: TestClient, session: Session) -> None:
    from store.importer import save_call
    from tests import builders

    known = {"programme": "erasmus_plus", "action": "ERASMUS Lump Sum Grants", "external_id": "A.B-1"}
    save_call(session, builders.call(identifier="ERASMUS-EDU-2026-PEX-COVE-2", **known))
    assert words(get(client, f"/coalitions/{SLUG}/drafts/A.B-1").h1).startswith("Draft:")
    assert client.get(f"/coalitions/{SLUG}/drafts/A.B-1.md").status_code == 200


def test_a_web_form_offers_its_field_sheet_first(client: TestClient, session: Session) -> None:
    adult_call(session, identifier="KA220-ADU", external_id="KA220-ADU-2026")
    page = get(client, f"/coalitions/{SLUG}/drafts/KA220-ADU-2026")
    assert "field by field" in words(section(page, "form-heading"))
    (primary,) = page.select("a.btn-primary")
    assert ".html?lang=en" in str(primary["href"])
