"""The municipalities of Finland."""

import pytest

from store.regions import municipalities, municipality, municipality_by_name, region_by_code
from store.vocabulary import Language


def test_there_are_309_each_in_the_region_that_its_codes_say() -> None:
    assert len({one.code for one in municipalities()}) == 309
    for one in municipalities():
        region = region_by_code(one.region)
        before = region_by_code(one.moved_from or one.region)
        assert region is not None
        assert before is not None
        assert one.nuts_2024 == region.nuts_2024
        assert one.nuts_2021 == before.nuts_2021


def test_five_changed_region_in_2021_and_say_so() -> None:
    moved = {
        one.fi: (one.moved_from, one.region, one.certainty) for one in municipalities() if one.moved_from
    }
    assert moved == {
        "Heinävesi": ("10", "12", "B"),
        "Joroinen": ("10", "11", "B"),
        "Iitti": ("08", "07", "B"),
        "Isokyrö": ("15", "14", "B"),
        "Kuhmoinen": ("13", "06", "B"),
    }
    assert all(one.certainty == "A" for one in municipalities() if not one.moved_from)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Parkano", "581"),
        ("HELSINGFORS", "091"),
        ("  s:t  michel ", "491"),
        ("Sankt Karins", "202"),
        ("Pedersöre", "599"),
        ("Koski", "284"),
        ("Ii", "139"),
    ],
)
def test_by_name_in_either_language(name: str, code: str) -> None:
    found = municipality_by_name(name)
    assert found is not None
    assert found.code == code


def test_unknown_names_and_codes_are_none() -> None:
    assert municipality_by_name("Lapissa") is None
    assert municipality_by_name("") is None
    assert municipality("999") is None


def test_no_name_is_shared() -> None:
    names = [name for one in municipalities() for name in {one.fi, one.sv, *one.also}]
    assert len(names) == len(set(names))


def test_names_by_language() -> None:
    turku, mariehamn = municipality("853"), municipality("478")
    assert turku is not None
    assert mariehamn is not None
    assert [turku.name(language) for language in Language] == ["Turku", "Turku", "Åbo"]
    names = [mariehamn.name(language) for language in Language]
    assert names == ["Mariehamn", "Maarianhamina", "Mariehamn"]
