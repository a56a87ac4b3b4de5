"""Inflects Finnish place names: vowel harmony, consonant gradation, plural names, inflected first parts.

Rules by Iso suomen kielioppi (Finnish Literature Society, 2004), sections 15, 41-43 and 80-100. Names that go
their own way stand in `place_stems_fi.csv`: the end of a name, the stem of its strong and of its weak cases.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from store.regions.tables import rows


class Case(StrEnum):
    """Finnish cases that place names stand in."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    PARTITIVE = "partitive"
    ESSIVE = "essive"
    TRANSLATIVE = "translative"
    INESSIVE = "inessive"
    ELATIVE = "elative"
    ILLATIVE = "illative"
    ADESSIVE = "adessive"
    ABLATIVE = "ablative"
    ALLATIVE = "allative"


INNER = (Case.INESSIVE, Case.ELATIVE, Case.ILLATIVE)
OUTER = (Case.ADESSIVE, Case.ABLATIVE, Case.ALLATIVE)
Forms = dict[Case, set[str]]

VOWELS = "aeiouyäöå"
BACK, FRONT = "aou", "äöy"
AFTER_WEAK = {
    Case.GENITIVE: "n",
    Case.TRANSLATIVE: "ksi",
    Case.INESSIVE: "ssA",
    Case.ELATIVE: "stA",
    Case.ADESSIVE: "llA",
    Case.ABLATIVE: "ltA",
    Case.ALLATIVE: "lle",
}
"""Endings; A is a or ä."""

GRADATION = (
    ("kk", "k"), ("pp", "p"), ("tt", "t"), ("nk", "ng"), ("mp", "mm"), ("nt", "nn"), ("lt", "ll"),
    ("rt", "rr"), ("ht", "hd"), ("rk", "r"), ("lk", "l"), ("lp", "lv"), ("rp", "rv"),
)  # fmt: skip
AFTER_VOWEL = {"k": "", "p": "v", "t": "d"}

PLURALS = {
    "virrat": ("virtoi", "virroi", {"virtain", "virtojen"}, {"virtoja"}),
    "alankomaat": ("alankomai", "alankomai", {"alankomaiden", "alankomaitten"}, {"alankomaita"}),
}
"""Plural names: strong and weak stem, genitives, partitives."""

FIRST_PARTS = {
    "uusi": ("uute", "uude", "uutta"),
    "iso": ("iso", "iso", "isoa"),
    "yhdistynyt ": ("yhdistynee", "yhdistynee", "yhdistynyttä"),
}
"""First parts that are inflected with the name: strong and weak stem, partitive (`Uudellamaalla`)."""

INFLECTED_IN_TWO = ("uusimaa", "uusikaupunki", "uusikaarlepyy", "isokyrö", "iso-britannia")


@dataclass(frozen=True)
class Stem:
    """Stems of a word's strong and weak cases; `harmonies` are the vowels its endings may have."""

    strong: str
    weak: str
    harmonies: str


def inflected(name: str) -> Forms:
    """All forms of a name by case, in lower case; some that nobody uses may be among them.

    >>> inflected("Lappi")[Case.INESSIVE], sorted(inflected("Uusimaa")[Case.ADESSIVE])
    ({'lapissa'}, ['uudellamaalla', 'uusimaalla'])
    """
    word = name.lower()
    forms = _plural_forms(word) if word in PLURALS else _singular_forms(word)
    forms[Case.NOMINATIVE] = {word}
    if word.endswith("nen"):
        _add(forms, _nen_plural(word))
    for first, stems in FIRST_PARTS.items():
        if word in INFLECTED_IN_TWO or first.endswith(" "):
            _add(forms, _two_part_forms(word, first, stems))
    return forms


def _add(forms: Forms, more: Forms) -> None:
    for case, words in more.items():
        forms[case] = forms.get(case, set()) | words


def _singular_forms(word: str) -> Forms:
    forms: Forms = {}
    for stem in _stems(word):
        for harmony in stem.harmonies:
            a = "ä" if harmony == "ä" else "a"
            _add(forms, {case: {stem.weak + end.replace("A", a)} for case, end in AFTER_WEAK.items()})
            _add(
                forms,
                {Case.ESSIVE: {stem.strong + "n" + a}, Case.PARTITIVE: _partitives(word, stem.strong, a)},
            )
        _add(forms, {Case.ILLATIVE: _illatives(stem.strong)})
    return forms


def _stems(word: str) -> tuple[Stem, ...]:
    for row in _exceptions():
        if word.endswith(row["ending"]):
            head = word[: -len(row["ending"])]
            harmony = {"front": "ä", "back": "a"}.get(row["harmony"]) or _harmony(word)
            return (Stem(head + row["strong"], head + row["weak"], harmony),)
    if word.endswith("nen"):
        return (Stem(word[:-3] + "se", word[:-3] + "se", _harmony(word)),)
    if word[-1] not in VOWELS:  # a foreign name takes an i and no gradation
        return (Stem(word + "i", word + "i", "aä"),)
    if word.endswith("e") and word[-2] not in VOWELS:
        return (Stem(word + "e", word + "e", _harmony(word)), Stem(word, word, _harmony(word)))
    return (Stem(word, _weak(word), _harmony(word)),)


@lru_cache(maxsize=1)
def _exceptions() -> tuple[dict[str, str], ...]:
    return tuple(sorted(rows("place_stems_fi.csv"), key=lambda row: -len(row["ending"])))


def _weak(word: str) -> str:
    """The weak stem of a word that ends in a short vowel: Turku, Turun; a long one has no gradation."""
    head, last = word[:-1], word[-1]
    if len(head) < 2 or head[-1] in VOWELS:
        return word
    for strong, weak in GRADATION:
        if head.endswith(strong):
            return head[: -len(strong)] + weak + last
    if head[-1] in AFTER_VOWEL and head[-2] in VOWELS:
        return head[:-1] + AFTER_VOWEL[head[-1]] + last
    return word


def _harmony(word: str) -> str:
    """a or ä: what the last vowel says that is not neutral; ä when all are neutral."""
    decisive = next((letter for letter in reversed(word) if letter in BACK + FRONT + "å"), "ä")
    return "ä" if decisive in FRONT else "a"


def _illatives(strong: str) -> set[str]:
    last = strong[-1]
    if strong[-2:] == last * 2:
        return {strong + "seen", strong + "h" + last + "n"}
    return {strong + last + "n"}


def _partitives(word: str, strong: str, a: str) -> set[str]:
    if word[-1] not in VOWELS:
        return {word + "t" + a, strong + a}
    if strong.endswith("se") and word.endswith("nen"):
        return {strong[:-1] + "t" + a}
    if word.endswith("e") and strong.endswith("ee"):
        return {word + "tt" + a}
    return {strong + "t" + a} if strong[-2:] == strong[-1] * 2 else {strong + a, strong[:-1] + "t" + a}


def _plural_forms(word: str) -> Forms:
    strong, weak, genitives, partitives = PLURALS[word]
    return _plural(strong, weak, "a") | {
        Case.ILLATIVE: {strong + "hin"},
        Case.GENITIVE: set(genitives),
        Case.PARTITIVE: set(partitives),
    }


def _nen_plural(word: str) -> Forms:
    """Names in -nen are mostly plural in their other cases: Kaskinen, Kaskisissa."""
    stem, a = word[:-3] + "si", _harmony(word)
    return _plural(stem, stem, a) | {
        Case.ILLATIVE: {stem + "in"},
        Case.GENITIVE: {stem[:-1] + "ten", stem + "en"},
        Case.PARTITIVE: {stem + a},
    }


def _plural(strong: str, weak: str, a: str) -> Forms:
    forms: Forms = {case: {weak + end.replace("A", a)} for case, end in AFTER_WEAK.items()}
    return forms | {Case.ESSIVE: {strong + "n" + a}}


def _two_part_forms(word: str, first: str, stems: tuple[str, str, str]) -> Forms:
    """Both parts in the same case: Uudenmaan, Isossa-Britanniassa."""
    if not word.startswith(first):
        return {}
    rest = word[len(first) :]
    joint = "-" if rest.startswith("-") else " " if first.endswith(" ") else ""
    strong, weak, partitive = stems
    a = _harmony(strong)
    firsts = {case: weak + end.replace("A", a) for case, end in AFTER_WEAK.items()} | {
        Case.ESSIVE: strong + "n" + a,
        Case.ILLATIVE: strong + "seen" if strong.endswith("ee") else strong + strong[-1] + "n",
        Case.PARTITIVE: partitive,
    }
    seconds = _singular_forms(rest.lstrip("-"))
    return {case: {firsts[case] + joint + end for end in seconds[case]} for case in firsts}
