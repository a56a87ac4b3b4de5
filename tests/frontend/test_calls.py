"""The list of calls: search, filters, pages, unknown facts, empty states."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.list_sources import source_title
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


def test_selects_of_the_phone_keep_what_is_chosen(client: TestClient, session: Session) -> None:
    store_call(session)
    chosen = get(client, "/?status=closed").select("select#status option[selected]")
    assert [str(option["value"]) for option in chosen] == ["closed"]


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
    assert page.select_one("main a.btn-primary")["href"] == "/"  # type: ignore[index]


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
        assert page.find("script") is None
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
