"""The cleaning steps, one after another: each changes its own and leaves the rest alone."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.exceptions import DropItem

from crawler.pipelines import STEPS, item_pipelines
from crawler.pipelines.clean_texts import CleanTexts
from crawler.pipelines.compare_text import CompareText
from crawler.pipelines.find_amounts import FindAmounts
from crawler.pipelines.find_cut_offs import FindCutOffs
from crawler.pipelines.find_objectives import FindObjectives
from crawler.pipelines.require_identity import RequireIdentity
from crawler.pipelines.validate import Validate
from store.models import Link
from store.vocabulary import BudgetScope, CallFlag, Programme
from tests.builders import cut_off
from tests.crawler.builders import draft

HELSINKI = "Europe/Helsinki"


def notes(**facts: Any) -> list[str]:
    """What the comparison of text and data says of a draft."""
    doubts = CompareText().process_item(draft(**facts)).doubts
    assert {doubt.flag for doubt in doubts} <= {CallFlag.TEXT_DISAGREES}
    return [doubt.note for doubt in doubts]


def test_only_the_last_step_writes_and_every_step_is_there() -> None:
    assert STEPS[-1] == "write_store.WriteStore"
    assert list(item_pipelines().values()) == list(range(1, len(STEPS) + 1))


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"external_id": " "}, "no id"),
        ({"identifier": ""}, "no identifier"),
        ({"title": "<p> </p>"}, "no title"),
    ],
)
def test_what_nobody_could_name_is_dropped(facts: dict[str, Any], reason: str) -> None:
    with pytest.raises(DropItem, match=reason):
        RequireIdentity().process_item(draft(**facts))


def test_texts_are_cleaned_and_empty_conditions_are_not_known() -> None:
    call = draft(
        title="<b>Polkuja</b>\n töihin", description="<h4>Tavoite</h4><p>Työ.</p>", conditions="<p></p>"
    )
    call = CleanTexts().process_item(call)
    assert (call.title, call.description, call.conditions) == (
        "Polkuja töihin",
        "## Tavoite\n\nTyö.",
        None,
    )


def test_a_continuous_calls_cut_offs_come_from_its_text() -> None:
    call = draft(
        continuous=True,
        description="11.3. ja 26.3.2026 mennessä jätetyt hakemukset otetaan käsittelyyn.",
    )
    FindCutOffs().process_item(call)
    assert call.cut_offs == [cut_off("2026-03-11", None, HELSINKI), cut_off("2026-03-26", None, HELSINKI)]
    assert call.doubts == []


def test_text_and_data_that_end_on_other_days_are_both_kept() -> None:
    call = draft(continuous=True, description="30.4.2026 mennessä jätetyt hakemukset käsitellään.")
    FindCutOffs().process_item(call)
    assert [str(c.date) for c in call.cut_offs] == ["2026-03-26", "2026-04-30"]
    assert [doubt.note for doubt in call.doubts] == ["closing: text 2026-04-30 ≠ data 2026-03-26"]


def test_a_call_that_is_not_continuous_keeps_its_one_cut_off() -> None:
    call = draft(description="11.3.2026 mennessä jätetyt hakemukset käsitellään.")
    assert FindCutOffs().process_item(call).cut_offs == [cut_off("2026-03-26", None, HELSINKI)]


def test_the_closing_hour_is_taken_from_the_text_when_the_data_has_none() -> None:
    call = FindCutOffs().process_item(draft(description="Hakemus jätetään 26.3.2026 klo 16.15 mennessä."))
    assert call.cut_offs == [cut_off("2026-03-26", "16:15", HELSINKI)]


def test_amounts_of_the_text_fill_only_what_is_not_known() -> None:
    text = "Jaossa on 2 miljoonaa euroa. Tukitaso on enintään 80 %. Kesto on 12–24 kuukautta."
    call = FindAmounts().process_item(draft(description=text))
    assert (call.total_amount_available, call.budget_scope) == (2_000_000, BudgetScope.OWN)
    assert (call.co_financing_rate, call.min_duration, call.max_duration) == (80.0, 12, 24)
    known = FindAmounts().process_item(draft(description=text, total_amount_available=5))
    assert (known.total_amount_available, known.budget_scope) == (5, None)


def test_objectives_are_read_for_the_finnish_programme_alone() -> None:
    def read(programme: Programme, zone: str) -> list[str] | None:
        text = "erityistavoite 4.1 Polkuja töihin"
        call = draft(description=text, programme=programme, time_zone=zone)
        return FindObjectives().process_item(call).specific_objectives

    assert read(Programme.ESF_PLUS, "Europe/Helsinki") == ["4.1"]
    assert read(Programme.ESF_PLUS, "Europe/Brussels") is None
    assert read(Programme.ERASMUS_PLUS, "Europe/Helsinki") is None


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        (
            {"description": "Haku on avoinna 26.1.–30.4.2026."},
            ["closing: text 2026-04-30 ≠ data 2026-03-26"],
        ),
        (
            {"description": "Haku on avoinna 1.2.–26.3.2026."},
            ["opening: text 2026-02-01 ≠ data 2026-01-26"],
        ),
        (
            {
                "description": "Hakuaika päättyy 26.3.2026 klo 12.00.",
                "cut_offs": [cut_off("2026-03-26", "16:15")],
            },
            ["hour on 2026-03-26: text 12:00 ≠ data 16:15"],
        ),
        (
            {"description": "Kyseessä on jatkuva haku.", "continuous": False},
            ["continuous: text “Kyseessä on jatkuva haku.” ≠ data no"],
        ),
        ({"description": "Hankkeet päättyvät 31.12.2029."}, []),
        ({"description": "Hakujakso 1: 26.1.–28.2.2026 ja hakujakso 2: 1.3.–26.3.2026"}, []),
        ({"cut_offs": [], "description": "Haku on avoinna 1.2.–26.3.2026."}, []),
    ],
)
def test_disagreements_tell_both_sides(facts: dict[str, Any], expected: list[str]) -> None:
    assert notes(**facts) == expected


def test_a_draft_becomes_a_call() -> None:
    call = Validate().process_item(draft())
    assert (call.source, call.identifier, call.opening_date) == (
        "fi_eura_esf_plus",
        "PSUEVK-111",
        date(2026, 1, 26),
    )


def test_a_draft_that_the_store_would_refuse_is_dropped_with_the_field() -> None:
    with pytest.raises(DropItem, match="programme"):
        Validate().process_item(draft(programme=None))


@given(st.text(), st.text(), st.booleans() | st.none())
def test_no_text_breaks_the_steps(title: str, text: str, continuous: bool | None) -> None:
    call = draft(title=title, description=text, continuous=continuous)
    for step in (CleanTexts(), FindCutOffs(), FindAmounts(), FindObjectives(), CompareText()):
        call = step.process_item(call)
    assert Validate().process_item(call).description == call.description


def test_short_words_are_cleaned_too() -> None:
    call = draft(
        action="<b>ESF</b> \x1b[31mGrants",
        source_status_text=" ",
        links=[Link(label="\x00", url="https://a.eu/x")],
    )
    call = CleanTexts().process_item(call)
    assert (call.action, call.source_status_text) == ("ESF [31mGrants", None)
    assert call.links[0].label == "https://a.eu/x"


@pytest.mark.parametrize(
    ("facts", "reason"),
    [({"identifier": "a" * 301}, "identifier longer"), ({"title": "a " * 1_000}, "title longer")],
)
def test_names_without_end_are_dropped(facts: dict[str, Any], reason: str) -> None:
    with pytest.raises(DropItem, match=reason):
        RequireIdentity().process_item(draft(**facts))


def test_identifiers_are_clean() -> None:
    call = RequireIdentity().process_item(draft(identifier="PSU\x1bEVK\ud83d-111 "))
    assert call.identifier == "PSUEVK-111"
