"""Values in words, in each language."""

import pytest

from matcher.eligibility import phrases
from matcher.eligibility.phrases import PHRASES
from store.vocabulary import Language

EN, FI, SV = Language.EN, Language.FI, Language.SV
HARD = "\u00a0"


def spoken(spec: str, value: object, **values: object) -> tuple[str, ...]:
    """A value in all three languages."""
    return tuple(PHRASES[spec](value, language, values) for language in Language)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("spec", "value", "told"),
    [
        ("", 3, ("3", "3", "3")),
        ("and", ("a",), ("a", "a", "a")),
        ("and", ("a", "b"), ("a and b", "a ja b", "a och b")),
        ("or", ("a", "b", "c"), ("a, b or c", "a, b tai c", "a, b eller c")),
        ("euros", 999, ("EUR 999", "999 euroa", "999 euro")),
        ("euros", 1_500_000, ("EUR 1,500,000", f"1{HARD}500{HARD}000 euroa", f"1{HARD}500{HARD}000 euro")),
        (
            "euros_or",
            ("1000", "2000"),
            ("EUR 1,000 or 2,000", f"1{HARD}000 tai 2{HARD}000 euroa", f"1{HARD}000 eller 2{HARD}000 euro"),
        ),
        ("percent", 0.8, ("80%", f"80{HARD}%", f"80{HARD}%")),
        ("percent", 0.015, ("1.5%", f"1,5{HARD}%", f"1,5{HARD}%")),
        ("percent", 0.07, ("7%", f"7{HARD}%", f"7{HARD}%")),
        ("percent", 1.0, ("100%", f"100{HARD}%", f"100{HARD}%")),
        ("day", "2026-12-01", ("1 December 2026", "1.12.2026", "1.12.2026")),
        ("country", "SE", ("Sweden", "Ruotsi", "Sverige")),
        ("country", "QQ", ("QQ", "QQ", "QQ")),
        ("clock", "17:00", ("17:00", "17.00", "17.00")),
        ("number", 2000, ("2,000", f"2{HARD}000", f"2{HARD}000")),
        ("n", 1, ("one", "yksi", "en")),
        ("n", 10, ("ten", "kymmenen", "tio")),
        ("n", 11, ("11", "11", "11")),
        ("n", 0, ("0", "0", "0")),
        ("n_ela", 2, ("two", "kahdesta", "två")),
        ("n_gen", 5, ("five", "viiden", "fem")),
        ("n_par", 6, ("six", "kuutta", "sex")),
        ("n_ine", 7, ("seven", "seitsemässä", "sju")),
        ("N", 3, ("Three", "Kolme", "Tre")),
        ("countries", 1, ("one country", "yksi maa", "ett land")),
        ("countries", 3, ("three countries", "kolme maata", "tre länder")),
        ("from_countries", 2, ("from two countries", "kahdesta maasta", "från två länder")),
        ("months", 1, ("one month", "yksi kuukausi", "en månad")),
        ("months_of", 24, ("24 months", "24 kuukauden", "24 månader")),
        ("pages", 1, ("one page", "yksi sivu", "en sida")),
        ("and_further", 0, ("and no further ones", "eikä muita", "och inga ytterligare")),
        (
            "and_further",
            2,
            ("and at most two further ones", "ja enintään kaksi muuta", "och högst två ytterligare"),
        ),
        ("some", ("A",), ("A", "A", "A")),
        ("some", ("A", "B", "C"), ("A, B and C", "A, B ja C", "A, B och C")),
        (
            "some",
            ("A", "B", "C", "D"),
            ("A, B and two others", "A, B ja kaksi muuta", "A, B och två andra"),
        ),
        ("each_in", ("NL",), ("in the Netherlands", "Alankomaista", "i Nederländerna")),
        (
            "each_in",
            ("EE", "LV", "SE"),
            (
                "in each of Estonia, Latvia and Sweden",
                "sekä Virosta, Latviasta että Ruotsista",
                "i vart och ett av länderna Estland, Lettland och Sverige",
            ),
        ),
        (
            "from",
            ("EE", "SE"),
            ("from Estonia and from Sweden", "Virosta ja Ruotsista", "från Estland och från Sverige"),
        ),
        ("euros_of", 60_000, ("EUR 60,000", f"60{HARD}000 euron", f"60{HARD}000 euro")),
        ("euros_or_of", ("1", "2"), ("EUR 1 or 2", "1 tai 2 euron", "1 eller 2 euro")),
        ("in", ("RU",), ("Russia", "Venäjällä", "Ryssland")),
        ("in", ("FI", "QQ"), ("Finland and QQ", "Suomessa ja maassa QQ", "Finland och QQ")),
        (
            "partners",
            ("hei QQ",),
            ("a higher education institution from QQ", "korkeakoulu maasta QQ", "en högskola från QQ"),
        ),
        (
            "by_months",
            ("24 1000", "36 1500"),
            (
                "24 months: EUR 1,000; 36 months: EUR 1,500",
                f"24 kk: 1{HARD}000 euroa; 36 kk: 1{HARD}500 euroa",
                f"24 månader: 1{HARD}000 euro; 36 månader: 1{HARD}500 euro",
            ),
        ),
        (
            "one_of",
            ("employer", "hei"),
            (
                "an employer or a higher education institution",
                "työnantaja tai korkeakoulu",
                "en arbetsgivare eller en högskola",
            ),
        ),
        (
            "legal",
            ("public", "for_profit"),
            (
                "a public body or an enterprise",
                "julkinen organisaatio tai yritys",
                "en offentlig organisation eller ett företag",
            ),
        ),
        ("identifiers", ("pic", "oid"), ("PIC and OID", "PIC-tunnus ja OID-tunnus", "PIC och OID")),
        ("languages_or", ("fi", "sv"), ("Finnish or Swedish", "suomi tai ruotsi", "finska eller svenska")),
        ("topic", "tobacco", ("tobacco", "tupakka", "tobak")),
        ("topic", "of_nobody_s", ("of nobody s", "of nobody s", "of nobody s")),
        (
            "topics",
            ("tobacco", "eu_values"),
            ("tobacco, EU values", "tupakka, EU:n arvot", "tobak, EU:s värden"),
        ),
        ("zone", "Europe/Brussels", ("Brussels time", "Brysselin aikaa", "Brysseltid")),
    ],
)
def test_values_in_words(spec: str, value: object, told: tuple[str, ...]) -> None:
    assert spoken(spec, value) == told


def test_kinds_agree_with_their_number() -> None:
    assert spoken("actors", ("employer",), count=1) == ("an employer", "työnantaja", "en arbetsgivare")
    assert spoken("actors", ("employer",), count=3) == (
        "three employers",
        "kolme työnantajaa",
        "tre arbetsgivare",
    )


def test_from_a_country() -> None:
    assert [phrases.from_country("NL", language) for language in Language] == [
        "from the Netherlands",
        "Alankomaista",
        "från Nederländerna",
    ]
    assert phrases.in_country("NL", Language.EN) == "the Netherlands"
