"""Finnish names in their inflected forms."""

import pytest
import yaml

from store.place_names import places_in
from store.place_names.finnish_cases import Case, inflected
from store.regions import municipalities, regions
from tests.store.place_names.marked import FOLDER, finnish_name

FORMS: dict[str, list[str]] = yaml.safe_load((FOLDER / "forms_fi.yaml").read_text(encoding="utf-8"))


def test_there_are_enough_forms_to_say_something() -> None:
    assert sum(len(forms) for forms in FORMS.values()) >= 120


@pytest.mark.parametrize("name", FORMS)
def test_every_form_written_by_hand_is_recognised(name: str) -> None:
    for form in FORMS[name]:
        text = f"Hanke toimii täällä: {form} on mukana."
        found = [(finnish_name(place), text[place.start : place.end]) for place in places_in(text, "fi")]
        assert found == [(name, form)]


def test_every_municipality_is_recognised_in_a_list() -> None:
    missed = [
        one.fi
        for one in municipalities()
        if one.code not in {place.code for place in places_in(f"kunnat: Helsinki, {one.fi} ja Espoo", "fi")}
    ]
    assert missed == []


def test_every_municipality_and_region_is_recognised_by_where_it_is() -> None:
    names = {one.fi: one.code for one in municipalities()} | {one.fi: one.nuts_2024 for one in regions()}
    for name, code in names.items():
        forms = inflected(name.removesuffix(" Tl"))
        places = [
            place.code
            for case in (Case.INESSIVE, Case.ADESSIVE)
            for form in forms[case]
            for place in places_in(f"Työ tehdään {form.title()} ensi vuonna.", "fi")
        ]
        assert set(places) == {code}, name


@pytest.mark.parametrize(
    ("name", "case", "form"),
    [
        ("Turku", Case.GENITIVE, "turun"),
        ("Loppi", Case.ALLATIVE, "lopelle"),
        ("Uusimaa", Case.ILLATIVE, "uuteenmaahan"),
        ("Virrat", Case.GENITIVE, "virtain"),
        ("Kaskinen", Case.INESSIVE, "kaskisissa"),
        ("Espoo", Case.ILLATIVE, "espooseen"),
        ("Ii", Case.ILLATIVE, "iihin"),
        ("Kemi", Case.ESSIVE, "keminä"),
        ("Tampere", Case.PARTITIVE, "tamperetta"),
        ("Salo", Case.TRANSLATIVE, "saloksi"),
    ],
)
def test_rules_of_inflection(name: str, case: Case, form: str) -> None:
    assert form in inflected(name)[case]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("Turku", "turkun"),
        ("Helsinki", "helsingissa"),
        ("Kotka", "kotan"),
        ("Malta", "mallan"),
    ],
)
def test_forms_that_are_not_made(name: str, wrong: str) -> None:
    assert all(wrong not in forms for forms in inflected(name).values())
