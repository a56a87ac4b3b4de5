"""EURA and agency pages have the shapes their live pages were seen to have."""

import json
import re
from datetime import date
from typing import Any
from urllib.parse import unquote

import pytest

from sample_world import SampleSource, load_world
from sample_world.shapes.agency import CARDS_PER_PAGE
from tests.sample_world.asking import page

SCRIPT = re.compile(r'<script type="__PREACT_CLI_DATA__">([^<]*)</script>')
CARD = re.compile(r'<a class="listing-title__link" href="([^"]+)">')
NEXT = re.compile(r'<a rel="next" href="([^"]+)">')
PERIOD = re.compile(r"(\d{1,2}\.\d{1,2}\.\d{4}) – (\d{1,2}\.\d{1,2}\.\d{4}) klo 13:00")


def preact_data(html: str) -> dict[str, Any]:
    found = SCRIPT.search(html)
    assert found is not None
    assert found[1].startswith("%7B%22preRenderData%22")
    data: dict[str, Any] = json.loads(unquote(found[1]))["preRenderData"]
    return data


def eura_rows(source: SampleSource) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = preact_data(page(source, "/hakuilmoitukset/"))["hankehaku"]
    return rows


def test_the_list_embeds_rows_without_text_and_the_code_lists(source: SampleSource) -> None:
    data = preact_data(page(source, "/hakuilmoitukset/"))
    assert {"rahasto", "alue", "viranomainen", "maakunta"} == data["koodisto"].keys()
    assert len(data["hankehaku"]) == len(load_world().eura)
    for row in data["hankehaku"]:
        assert "kuvaus" not in row
        assert date.fromisoformat(row["hakuaika"]["alku"]) < date.fromisoformat(row["hakuaika"]["loppu"])
        assert row["rahasto"] in data["koodisto"]["rahasto"]
        assert row["viranomainen"] in data["koodisto"]["viranomainen"]
        assert row["alue"] in data["koodisto"]["alue"]
        assert set(row["maakunnat"]) <= data["koodisto"]["maakunta"].keys()


def test_regions_stay_within_what_their_authority_serves(source: SampleSource) -> None:
    data = preact_data(page(source, "/hakuilmoitukset/"))
    for row in data["hankehaku"]:
        authority = data["koodisto"]["viranomainen"][row["viranomainen"]]
        assert set(row["maakunnat"]) <= set(authority["maakunta"]), row["hakutunnus"]
        assert row["rahasto"] in authority["rahasto"], row["hakutunnus"]


def test_a_notice_adds_its_text_and_says_the_same_as_the_list(source: SampleSource) -> None:
    for row in eura_rows(source):
        html = page(source, f"/hakuilmoitukset/hakuilmoitus/{row['id']}/")
        detail = preact_data(html)["hakuilmoitus"]
        assert detail["kuvaus"]
        assert {name: detail[name] for name in row} == row
        assert "<dt>Hakuilmoituksen tunnus</dt>" in html


def test_eura_speaks_finnish_and_swedish_and_names_money_in_words(source: SampleSource) -> None:
    texts = [
        preact_data(page(source, f"/hakuilmoitukset/hakuilmoitus/{row['id']}/"))["hakuilmoitus"]["kuvaus"]
        for row in eura_rows(source)
    ]
    for phrase in ("3,5 miljoonaa euroa", "noin 5 000 000 euroa", "2,1 milj. euroa", "1,2 miljoner euro"):
        assert any(phrase in text for text in texts), phrase
    assert any("11.3.2026, 7.5.2026, 18.8.2026 ja 29.10.2026" in text for text in texts)


@pytest.mark.parametrize("word", ["Uusimaa", "Nyland"])
def test_code_lists_carry_names_by_language(source: SampleSource, word: str) -> None:
    data = preact_data(page(source, "/hakuilmoitukset/"))
    assert word in data["koodisto"]["maakunta"]["01"].values()
    assert data["koodisto"]["maakunta"]["valtakunnallinen"]["sv"] is None


def test_agency_cards_are_paged_by_rel_next(source: SampleSource) -> None:
    address, seen = "/fi/rahoitushaut", list[str]()
    while True:
        html = page(source, address)
        cards = CARD.findall(html)
        assert 1 <= len(cards) <= CARDS_PER_PAGE
        assert len(PERIOD.findall(html)) == len(cards)
        seen += cards
        following = NEXT.search(html)
        if following is None:
            break
        address = f"/fi/rahoitushaut{following[1]}"
    assert len(seen) == len(set(seen)) == len(load_world().agency)


def test_an_agency_page_repeats_the_cards_period_and_state(source: SampleSource) -> None:
    for call in load_world().agency:
        html = page(source, f"/fi/funding/{call.slug}")
        assert f"<div>Tila</div><div>{call.state}</div><div>Hakuaika</div>" in html
        assert PERIOD.search(html)
        assert "klo 13.00 Suomen aikaa" in html
