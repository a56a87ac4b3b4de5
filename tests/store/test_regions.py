"""Finnish regions by national code and by NUTS code."""

from store.regions import region_by_code, region_name, regions
from store.vocabulary import Language


def test_every_region_has_codes_and_three_names() -> None:
    assert len(regions()) == 19
    assert len({region.nuts_2024 for region in regions()}) == 19
    assert all(region.name(language) for region in regions() for language in Language)


def test_lapland_goes_by_code_and_nuts() -> None:
    lapland = region_by_code("19")
    assert lapland is not None
    assert lapland.nuts_2024 == "FI1D7"
    assert region_name("FI1D7", Language.SV) == "Lappland"


def test_codes_of_2021_are_understood_too() -> None:
    assert region_name("FI193", Language.FI) == region_name("FI198", Language.FI) == "Keski-Suomi"


def test_no_code_means_one_region_in_2021_and_another_in_2024() -> None:
    now = {region.nuts_2024: region.code for region in regions()}
    before = {region.nuts_2021: region.code for region in regions()}
    assert all(now[code] == before[code] for code in now.keys() & before.keys())


def test_unknown_codes_stay_as_they_are() -> None:
    assert region_by_code("99") is None
    assert region_name("FI1Q9", Language.EN) == "FI1Q9"
    assert region_name("SE999", Language.EN) == "SE999"
