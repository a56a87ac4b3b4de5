"""The list of calls: search, filters, pages, unknown facts, empty states."""

from datetime import UTC, datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.calls.list_sources import source_title
from store.vocabulary import Language, Programme
from tests.builders import cut_off
from tests.frontend.stored import get, main_words, store_call, store_run, store_unknown_call, words


def test_a_call_is_told_with_date_on_both_clocks_money_rate_source_and_age(
    client: TestClient, session: Session
) -> None:
    store_call(session, authority={"fi": "Satakuntaliitto", "en": "Council of Satakunta"})
    row = words(get(client, "/").find("li", class_="row-card"))
    for fact in (
        "Paths to work for people far from it",
        "European Social Fund Plus (ESF+)",
        "Council of Satakunta",
        "ESF-2026-TEST",
        "Open",
        "139\u00a0days left",
        "Closes 6\u00a0October\u00a02026, 17:00 Brussels time (18:00 Finnish time)",
        "€3.5\u00a0million, for this call alone",
        "up to €247,916",
        "80% of eligible costs",
        f"Source: {source_title('eu_esf_plus', Language.EN)}, fetched 20\u00a0May\u00a02026 (just now)",
    ):
        assert fact in row


def test_unknown_is_a_word_never_nought(client: TestClient, session: Session) -> None:
    store_unknown_call(session)
    for language, unknown, check in (
        ("en", "Not known", "Check at the source"),
        ("fi", "Ei tiedossa", "Tarkista lähteestä"),
        ("sv", "Uppgift saknas", "Kontrollera hos källan"),
    ):
        row = get(client, "/", language).find("li", class_="row-card")
        assert words(row).count(unknown) == 3
        assert check in words(row)
        assert "€" not in words(row)
        assert "None" not in words(row)


@pytest.mark.parametrize(
    ("today", "badge"),
    [
        ("2026-03-01", "Forthcoming"),
        ("2026-05-20", "Open"),
        ("2026-09-22", "Closing soon"),
        ("2026-10-06", "Closing soon"),
        ("2026-10-07", "Closed"),
    ],
)
def test_badge_follows_the_dates(
    client: TestClient, session: Session, monkeypatch: pytest.MonkeyPatch, today: str, badge: str
) -> None:
    store_call(session)
    monkeypatch.setenv("KOALITIO_TODAY", today)
    page = get(client, "/")
    assert words(page.find(class_="mark")) == badge
    if today == "2026-10-06":
        assert "last day today" in main_words(page)


def test_an_hour_that_the_source_does_not_give_is_said(client: TestClient, session: Session) -> None:
    store_call(session, cut_offs=[cut_off("2026-10-06", None)])
    assert "6\u00a0October\u00a02026, hour not known" in main_words(get(client, "/"))


def test_search_and_filters_narrow_and_can_be_removed(client: TestClient, session: Session) -> None:
    store_run(session)
    store_call(session, identifier="ESF-1", title="Care work")
    store_call(session, identifier="ESF-2", title="Peat land")
    store_call(session, identifier="ERA-1", title="Care school", programme=Programme.ERASMUS_PLUS)
    page = get(client, "/?q=care&programme=erasmus_plus&status=open&source=eu_esf_plus")
    assert words(page.find(id="count")) == "1 call"
    assert page.find(id="q")["value"] == "care"  # type: ignore[index]
    chips = {words(chip): str(chip["href"]) for chip in page.find_all("a", class_="chip")}
    assert list(chips) == [
        "Remove filter: care ×",
        "Remove filter: Erasmus+ ×",
        "Remove filter: Open ×",
        f"Remove filter: {source_title('eu_esf_plus', Language.EN)} ×",
        "Clear all",
    ]
    wider = get(client, chips["Remove filter: Erasmus+ ×"])
    assert words(wider.find(id="count")) == "2 calls"
    assert words(get(client, chips["Clear all"]).find(id="count")) == "3 calls"


def test_boxes_keep_what_is_chosen(client: TestClient, session: Session) -> None:
    store_call(session)
    chosen = get(client, "/?status=closed&status=soon").select("input[name=status][checked]")
    assert [str(box["value"]) for box in chosen] == ["soon", "closed"]


@pytest.mark.parametrize(
    "query",
    [
        "programme=x",
        "status=x",
        "source=x",
        "page_number=x",
        "page_number=0",
        "page_number=99",
        "page_number=²",
        "deadline=31",
        "before=2026-02-30",
        "region=Atlantis",
        "grant=1",
        "applicant=me",
        "language=xx",
        "sort=x",
        "new=x",
    ],
)
def test_unknown_values_mean_any(client: TestClient, session: Session, query: str) -> None:
    store_call(session)
    assert words(get(client, f"/?{query}").find(id="count")) == "1 call"


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Status: “zzz” is not known here, so this filter was left out."),
        ("fi", "Tila: arvoa ”zzz” ei tunneta täällä, joten rajaus jätettiin pois."),
        ("sv", "Status: värdet ”zzz” är okänt här, så filtret utelämnades."),
    ],
)
def test_a_filter_that_is_left_out_is_said(
    client: TestClient, session: Session, language: str, says: str
) -> None:
    store_call(session)
    assert [words(p) for p in get(client, "/?status=zzz", language).select(".notice")] == [says]


def test_each_filter_that_is_left_out_is_said_shortly_and_no_other(
    client: TestClient, session: Session
) -> None:
    store_call(session)
    page = get(client, f"/?programme=zzz&source={'z' * 500}&status=open")
    notices = [words(p) for p in page.select(".notice")]
    assert [notice.partition(":")[0] for notice in notices] == ["Programme", "Source"]
    assert max(map(len, notices)) < 130
    assert get(client, "/?programme=&status=%20&source=").select(".notice") == []


@pytest.mark.parametrize(
    ("facts", "places"),
    [
        ({"nuts_regions": ["FI1D7", "FI1D8"]}, ("Lapland, Kainuu", "Lappi, Kainuu", "Lappland, Kajanaland")),
        (
            {"nuts_regions": ["FI"], "area": {"en": "National"}},
            ("Finland (whole country)", "Suomi (koko maa)", "Finland (hela landet)"),
        ),
        (
            {
                "area": {"en": "Northern Finland", "fi": "Pohjois-Suomi", "sv": "Norra Finland"},
                "countries": ["FI"],
            },
            ("Northern Finland", "Pohjois-Suomi", "Norra Finland"),
        ),
        ({"countries": ["FI", "SE"]}, ("Finland, Sweden", "Suomi, Ruotsi", "Finland, Sverige")),
    ],
)
def test_a_row_says_where_the_call_applies(
    client: TestClient, session: Session, facts: dict[str, Any], places: tuple[str, str, str]
) -> None:
    store_call(session, **facts)
    starts = ("Where it applies:", "Haun alue:", "Utlysningens område:")
    for language, start, place in zip(("en", "fi", "sv"), starts, places, strict=True):
        lines = [words(p) for p in get(client, "/", language).select("li.row-card p")]
        assert f"{start} {place}" in lines


def test_a_row_is_silent_when_the_call_does_not_say_where(client: TestClient, session: Session) -> None:
    store_call(session)
    assert "Where it applies" not in main_words(get(client, "/"))


def test_no_calls_at_all_says_how_to_bring_some_in(client: TestClient) -> None:
    assert "koalitio crawl" in main_words(get(client, "/"))


def test_no_match_says_to_ask_for_less(client: TestClient, session: Session) -> None:
    store_call(session)
    page = get(client, "/?q=zebra", "fi")
    assert "Hakuja ei löytynyt" in main_words(page)
    assert page.select_one("main .empty a.btn")["href"] == "/"  # type: ignore[index]


def test_five_hundred_calls_come_in_pages(client: TestClient, session: Session) -> None:
    long_title = "Työllisyyspalveluiden " * 9
    for number in range(500):
        store_call(session, identifier=f"CALL-{number:03}", title=long_title)
    first = get(client, "/?q=palvelu")
    assert words(first.find(id="count")) == "500 calls"
    assert len(first.find_all("li", class_="row-card")) == 25
    assert "Page 1 of 20" in main_words(first)
    second = first.find("a", rel="next")
    assert second is not None
    address = str(second["href"])
    assert address == "/?q=palvelu&page_number=2"
    assert "Page 2 of 20" in main_words(get(client, address))
    last = get(client, "/?page_number=20")
    assert last.find("a", rel="next") is None
    assert last.find("a", rel="prev") is not None


def test_hostile_texts_are_only_text(client: TestClient, session: Session) -> None:
    evil = '<script>alert(1)</script>"><img src=x onerror=y>{{ 7*7 }}'
    store_call(session, title=evil, identifier='X"><b>', authority={"en": evil}, action=evil)
    for address in ("/", "/?q=%3Cscript%3E%22%3E", "/calls/X%22%3E%3Cb%3E"):
        page = get(client, address)
        assert all(str(script.get("src", "")).startswith("/static/") for script in page.find_all("script"))
        assert page.find("img") is None
        assert page.find("b") is None
        assert "49" not in words(page.h1)
    assert evil in get(client, "/").text


def test_title_says_its_language_and_links_to_the_call(client: TestClient, session: Session) -> None:
    store_call(session, identifier="A B/C-å", title="Ammattiin", language="fi")
    link = get(client, "/").select_one("h3 a")
    assert link is not None
    assert link["lang"] == "fi"
    assert words(get(client, str(link["href"])).h1) == "Ammattiin"


def counts(page: BeautifulSoup, name: str) -> dict[str, str]:
    """The number beside each choice of a filter."""
    boxes = page.select(f"input[name={name}][id^=f-]")
    return {
        str(box["value"]): words(page.find(id=f"{box['id']}-count")).partition(" ")[0]
        for box in boxes
        if box["value"]
    }


def test_each_choice_says_how_many_calls_it_would_leave(client: TestClient, session: Session) -> None:
    store_call(session, identifier="A", language="fi")
    store_call(session, identifier="B", programme=Programme.ERASMUS_PLUS)
    store_call(session, identifier="C", programme=Programme.ERASMUS_PLUS, language="fi")
    page = get(client, "/?language=fi")
    assert counts(page, "programme")["erasmus_plus"] == "1"
    assert counts(page, "language") == {"en": "1", "fi": "2"}
    assert counts(page, "grant") == {"60000-250000": "2"}
    both = get(client, "/?programme=erasmus_plus&programme=esf_plus")
    assert words(both.find(id="count")) == "3 calls"


def test_a_region_by_name_keeps_calls_of_unknown_area_and_says_so(
    client: TestClient, session: Session
) -> None:
    store_call(session, identifier="A", nuts_regions=["FI1D7"])
    store_call(session, identifier="B", nuts_regions=["FI196"])
    store_call(session, identifier="C")
    page = get(client, "/?region=lappi", "fi")
    assert words(page.find(id="count")) == "2 hakua"
    assert "1 näistä ei kerro, millä alueella se on voimassa" in main_words(page)
    assert "Haun alue: Ei tiedossa" in main_words(page)
    assert "Poista rajaus: Lappi ×" in [words(chip) for chip in page.select(".chip")]
    assert page.find(id="region")["value"] == "lappi"  # type: ignore[index]


def test_who_can_apply_says_how_many_do_not_tell(client: TestClient, session: Session) -> None:
    store_call(session, identifier="A", accepted_applicant_types=["municipality"])
    store_call(session, identifier="B")
    page = get(client, "/?applicant=municipality")
    assert words(page.find(id="count")) == "1 call"
    assert "1 more call does not tell who can apply and is left out." in main_words(page)
    link = page.find("a", string="Show them too")
    assert isinstance(link, Tag)
    assert words(get(client, str(link["href"])).find(id="count")) == "2 calls"


def test_new_since_the_last_look(
    client: TestClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_call(session, identifier="OLD")
    first = get(client, "/")
    assert "This is your first look" in main_words(first)
    assert first.find(class_="mark--new") is None
    until = first.select_one("form#seen input[name=until]")
    assert until is not None
    answer = client.post("/seen", data={"until": str(until["value"]), "back": "/?q=care"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/?q=care")
    monkeypatch.setenv("KOALITIO_TODAY", "2026-05-22")
    store_call(session, identifier="NEW", title="Care", fetched_at=datetime(2026, 5, 21, tzinfo=UTC))
    page = get(client, "/")
    assert "1 new call since your last look" in main_words(page)
    assert [words(row.h3) for row in page.select("li.row-card") if row.select(".mark--new")] == ["Care New"]
    only = get(client, "/?new=1")
    assert [words(row.h3) for row in only.select("li.row-card")] == ["Care New"]
    client.post("/seen", data={"until": "nonsense"})
    assert "Nothing new since your last look (22" in main_words(get(client, "/"))


def test_seen_goes_nowhere_else(client: TestClient) -> None:
    answer = client.post("/seen", data={"back": "//evil.example"})
    assert answer.headers["location"] == "/"


def test_relevance_is_the_order_when_words_are_given(client: TestClient, session: Session) -> None:
    store_call(session, identifier="A", title="Peat", description="care")
    store_call(session, identifier="B", title="Care", cut_offs=[cut_off("2027-01-01")])

    def order(address: str) -> list[str]:
        return [words(row.h3) for row in get(client, address).select("li.row-card")]

    assert order("/?q=care") == ["Care", "Peat"]
    assert order("/?q=care&sort=deadline") == ["Peat", "Care"]
    assert order("/") == ["Peat", "Care"]


def test_the_page_needs_no_script(client: TestClient, session: Session) -> None:
    store_call(session)
    page = get(client, "/")
    fields = page.select("input[form=find], select#sort, input#q")
    assert {str(field["name"]) for field in fields} >= {
        "q",
        "programme",
        "status",
        "deadline",
        "region",
        "sort",
    }
    assert page.select_one("button[form=find]") is not None
    ids = [str(tag["id"]) for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
