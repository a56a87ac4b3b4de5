"""One EURA 2021 notice to one draft."""

from datetime import date
from typing import Any

import pytest

from crawler.errors import BrokenRecord
from crawler.field_maps import eura
from store.vocabulary import CallStatus
from tests.builders import cut_off

CODES = {
    "viranomainen": {
        "6413": {"koodi": "6413", "fi": "Pohjois-Suomen elinvoimakeskus", "sv": None, "en": "Northern"}
    },
    "alue": {"POHJOIS_SUOMI": {"koodi": "POHJOIS_SUOMI", "fi": "Pohjois-Suomi"}},
}


def page(**fields: Any) -> dict[str, Any]:
    """The embedded data of a notice's page."""
    row = {
        "id": "8d5ff63d",
        "tila": "haettavissa",
        "hakuaika": {"alku": "2026-01-26", "loppu": "2026-03-26"},
        "otsikko": "Polkuja töihin",
        "rahasto": "ESR+",
        "viranomainen": "6413",
        "alue": "POHJOIS_SUOMI",
        "hakutunnus": "PSUEVK-111",
        "maakunnat": ["17", "19", "18"],
        "kuvaus": "Haku ja sen ehdot ovat tässä.",
    }
    return {"preRenderData": {"koodisto": CODES, "hakuilmoitus": row | fields}}


def test_the_facts_of_a_notice() -> None:
    call = eura.read(page())
    assert (call.identifier, call.external_id, call.language) == ("PSUEVK-111", "8d5ff63d", "fi")
    assert call.opening_date == date(2026, 1, 26)
    assert call.cut_offs == [cut_off("2026-03-26", None, "Europe/Helsinki")]
    assert (call.source_status, call.source_status_text) == (CallStatus.OPEN, "haettavissa")
    assert call.nuts_regions == ["FI1D7", "FI1D8", "FI1D9"]
    assert call.countries == ["FI"]


def test_names_of_codes_in_the_languages_there_are() -> None:
    call = eura.read(page())
    assert call.authority == {"fi": "Pohjois-Suomen elinvoimakeskus", "en": "Northern"}
    assert call.area == {"en": "Northern Finland", "fi": "Pohjois-Suomi", "sv": "Norra Finland"}


def test_an_unknown_code_is_its_own_name_and_an_unknown_state_only_words() -> None:
    call = eura.read(page(viranomainen="9999", tila="luonnos"))
    assert call.authority == {"fi": "9999"}
    assert (call.source_status, call.source_status_text) == (None, "luonnos")


@pytest.mark.parametrize(
    ("area", "regions", "nuts"),
    [
        ("VALTAKUNNALLINEN", [], ["FI1"]),
        ("ETELA_SUOMI", [], None),
        ("ETELA_SUOMI", ["09", "05"], ["FI1C2", "FI1C5"]),
        ("ETELA_SUOMI", ["ylimaakunnallinen"], None),
        ("LANSI_SUOMI", ["06", "10"], ["FI19B", "FI1DA"]),
    ],
)
def test_regions_are_nuts_2024_and_unknown_is_unknown(
    area: str, regions: list[str], nuts: list[str] | None
) -> None:
    assert eura.read(page(alue=area, maakunnat=regions)).nuts_regions == nuts


def test_total_support_is_the_budget_and_zero_is_not_known() -> None:
    assert eura.read(page(kokonaistuki=3_500_000)).total_amount_available == 3_500_000
    assert eura.read(page(kokonaistuki=0)).total_amount_available is None


def test_a_swedish_notice_is_swedish() -> None:
    swedish = "Ansökan kan lämnas på svenska och den behandlas av centralen för projekt som stöder arbete."
    assert eura.read(page(otsikko="FRO-utlysning", kuvaus=swedish)).language == "sv"


def test_rows_of_one_fund() -> None:
    listed = [{"id": "a", "rahasto": "ESR+"}, {"id": "b", "rahasto": "JTF"}, {"id": "c", "rahasto": "EAKR"}]
    rows = eura.of_fund("JTF")({"preRenderData": {"hankehaku": listed}})
    assert [eura.page_of(row) for row in rows] == [eura.NOTICE_PAGE.format(id="b")]


@pytest.mark.parametrize(
    ("read", "record"),
    [
        (eura.of_fund("JTF"), {"preRenderData": {}}),
        (eura.read, {"preRenderData": {}}),
        (eura.read, page(hakuaika={"alku": "soon"})),
        (eura.page_of, {}),
    ],
)
def test_a_broken_record_says_why(read: Any, record: dict[str, Any]) -> None:
    with pytest.raises(BrokenRecord):
        read(record)


@pytest.mark.parametrize("junk", [5, None, {"a": 1}, [[]], [{}], True, "", 1.5])
@pytest.mark.parametrize(
    "field", ["otsikko", "kuvaus", "tila", "hakuaika", "maakunnat", "alue", "viranomainen"]
)
def test_junk_in_any_field_is_not_known(field: str, junk: object) -> None:
    call = eura.read(page(**{field: junk}))
    told = (call.title, call.description, call.source_status_text or "", *(call.authority or {}).values())
    assert not any("[" in text or "{" in text or text == "True" for text in told)
