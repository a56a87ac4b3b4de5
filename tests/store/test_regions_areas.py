"""Broad areas and authorities."""

import pytest

from store.regions import (
    area_regions,
    areas,
    authorities,
    authority_regions,
    region_name,
    regions,
)
from store.vocabulary import Language, Programme


def names(codes: tuple[str, ...]) -> set[str]:
    return {region_name(code, Language.FI) for code in codes}


@pytest.mark.parametrize(
    ("name", "sure", "uncertain"),
    [
        (
            "Etelä-Suomi",
            {"Uusimaa", "Kanta-Häme", "Päijät-Häme", "Kymenlaakso", "Etelä-Karjala"},
            {"Varsinais-Suomi"},
        ),
        (
            "Västra Finland",
            {"Etelä-Pohjanmaa", "Keski-Suomi", "Pirkanmaa", "Pohjanmaa", "Satakunta"},
            {"Keski-Pohjanmaa", "Varsinais-Suomi"},
        ),
        ("eastern  finland", {"Etelä-Savo", "Pohjois-Savo", "Pohjois-Karjala"}, set()),
        ("POHJOIS_SUOMI", {"Pohjois-Pohjanmaa", "Kainuu", "Lappi"}, {"Keski-Pohjanmaa"}),
    ],
)
def test_regions_that_only_some_definitions_count_are_uncertain(
    name: str, sure: set[str], uncertain: set[str]
) -> None:
    found = area_regions(name)
    assert found is not None
    assert (names(found.sure), names(found.uncertain)) == (sure, uncertain)


def test_calls_of_esf_plus_use_the_areas_in_one_way() -> None:
    four = ("ETELA_SUOMI", "LANSI_SUOMI", "ITA_SUOMI", "POHJOIS_SUOMI")
    found = [area for name in four if (area := area_regions(name, Programme.ESF_PLUS))]
    assert all(not area.uncertain for area in found)
    mainland = sorted(code for area in found for code in area.sure)
    assert mainland == sorted(region.nuts_2024 for region in regions() if region.code != "21")


def test_the_whole_mainland_is_without_aland() -> None:
    national = area_regions("valtakunnallinen")
    assert national is not None
    assert len(national.sure) == 18
    assert "FI200" not in national.sure


def test_unknown_areas_and_authorities_are_none() -> None:
    assert area_regions("Lappi") is None
    assert authority_regions("Pohjois-Suomi") is None


def test_authorities_and_where_they_may_open_calls() -> None:
    central = authority_regions("Keski-Suomen elinvoimakeskus")
    assert central is not None
    assert len(central.sure) == 7
    assert names(central.uncertain) == {"Kanta-Häme"}
    lapland = authority_regions("Regional Council of Lapland")
    assert lapland is not None
    assert (names(lapland.sure), lapland.uncertain) == ({"Lappi"}, ())
    assert authority_regions("2619") == authority_regions("lapplands förbund") == lapland


def test_every_area_and_authority_has_regions() -> None:
    for area in areas():
        found = area_regions(area.code)
        assert found is not None
        assert found.sure
    for authority in authorities():
        found = authority_regions(authority.code)
        assert found is not None
        assert found.sure
        assert not set(found.sure) & set(found.uncertain)
