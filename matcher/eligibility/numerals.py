"""Whole numbers in words: small ones spelt out, in the case that Finnish needs; larger ones in figures."""

from collections.abc import Mapping

from store.vocabulary import Language

ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SWEDISH = ("en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")
FINNISH: Mapping[str, tuple[str, ...]] = {
    "n": (
        "yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi", "seitsemän", "kahdeksan", "yhdeksän", "kymmenen",
    ),
    "n_gen": (
        "yhden", "kahden", "kolmen", "neljän", "viiden", "kuuden", "seitsemän", "kahdeksan", "yhdeksän",
        "kymmenen",
    ),
    "n_par": (
        "yhtä", "kahta", "kolmea", "neljää", "viittä", "kuutta", "seitsemää", "kahdeksaa", "yhdeksää",
        "kymmentä",
    ),
    "n_ela": (
        "yhdestä", "kahdesta", "kolmesta", "neljästä", "viidestä", "kuudesta", "seitsemästä", "kahdeksasta",
        "yhdeksästä", "kymmenestä",
    ),
    "n_ine": (
        "yhdessä", "kahdessa", "kolmessa", "neljässä", "viidessä", "kuudessa", "seitsemässä", "kahdeksassa",
        "yhdeksässä", "kymmenessä",
    ),
}  # fmt: skip
"""Of one to ten: nominative, genitive, partitive, elative (out of), inessive (in)."""
CASES = tuple(FINNISH)


def number(value: int, language: Language) -> str:
    """A whole number in figures with the language's thousands: 120,000 and 120 000 (with a hard space)."""
    return f"{value:,}" if language is Language.EN else f"{value:,}".replace(",", "\u00a0")


def numeral(value: int, language: Language, case: str = "n") -> str:
    """One to ten in words, the rest in figures; `case` is of Finnish.

    >>> numeral(2, Language.FI, "n_ela"), numeral(12, Language.FI, "n_ela"), numeral(2, Language.SV)
    ('kahdesta', '12', 'två')
    """
    spelt = {Language.EN: ENGLISH, Language.FI: FINNISH[case], Language.SV: SWEDISH}[language]
    return spelt[value - 1] if 1 <= value <= len(spelt) else number(value, language)
