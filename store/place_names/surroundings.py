"""Words around a place's name that tell whether it is the place, in English, Finnish and Swedish."""

import re
from collections.abc import Sequence
from typing import Protocol

from store.place_names.gazetteer import Entry
from store.vocabulary import Language

DIRECTIONS = {
    Language.FI: frozenset({
        "etelä", "pohjois", "itä", "länsi", "keski", "koillis", "lounais", "kaakkois", "luoteis",
    }),
    Language.SV: frozenset({"södra", "norra", "östra", "västra", "mellersta", "egentliga"}),
    Language.EN: frozenset({
        "south", "north", "east", "west", "central", "southern", "northern", "eastern", "western",
        "southeast", "southwest", "northeast", "northwest", "south-west", "south-east", "north-west",
        "north-east",
    }),
}  # fmt: skip
WHOLE_ONLY = frozenset({"Pohjanmaa", "Österbotten", "Ostrobothnia", "Finland", "Suomi", "Irlanti"})
ICELAND = "Island"
"""In Swedish; after a name with a capital it is English for an island."""
"""Names that with a direction in front mean another place."""
FOREIGN = frozenset({
    "ruotsin", "norjan", "venäjän", "svenska", "norska", "ryska", "swedish", "norwegian", "russian",
})  # fmt: skip
ORGANISATIONS = (
    "yliopisto",
    "hallinto-oikeu",
    "hovioikeu",
    "käräjäoikeu",
    "aluehallintovirasto",
    "sanomat",
    "universit",
)
"""Beginnings of words that make an organisation of the name of a broad area."""
AUTHORITY_WORDS = ("elinvoimakesku", "ely-kesku", "maakuntaliit", "ntm-central", "livskraftscentral")
"""Beginnings of words that make a regional authority of a region's name, whichever it is."""
BODIES_OF = frozenset({
    ("university", "of"), ("council", "of"), ("centre", "of"),
    ("livskraftscentralen", "i"), ("ntm-centralen", "i"),
})  # fmt: skip
"""Words in front that make a body of a region's or an area's name, whichever it is."""
PROGRAMME_WORDS = frozenset({
    "osaava", "osallistava", "innovatiivinen", "hiilineutraali", "saavutettavampi", "siirtymän",
    "innovaatioiden", "torjuva", "kompetent", "innovativt", "koldioxidneutralt", "tillgängligare",
    "inkluderande", "competent",
})  # fmt: skip
"""Last words before the country in the names of the structural funds programme and its priorities."""
CONJUNCTIONS = frozenset({"ja", "sekä", "tai", "och", "samt", "eller", "and", "or"})
CLITICS = ("kin", "kaan", "kään", "han", "hän")
MUNICIPAL_FI = (
    "kaupun", "kunta", "kunna", "kuntaan", "seutu", "seudu", "alue", "työllisyysalue", "työllisyyspalvelu",
    "ammattikorkeakoulu", "yliopisto", "ammattiopisto", "hyvinvointialue",
)  # fmt: skip
MUNICIPAL = {
    Language.SV: frozenset({"stad", "stads", "kommun", "kommuns", "region", "staden", "kommunen"}),
    Language.EN: frozenset({"city", "town", "municipality", "region"}),
}
IN_FRONT = {
    Language.SV: frozenset({"i", "på", "från", "till", "kring", "vid", "nära", "staden", "kommunen", "både"}),
    Language.EN: frozenset({"in", "from", "near", "at", "around", "into", "towards"}),
}
BETWEEN = re.compile(r"[\s,;/–&()-]*(?:\b(?:ja|sekä|tai|och|samt|eller|and|or|i|in)\b)?[\s(]*", re.IGNORECASE)
OPENING = re.compile(r"(?:^|[.!?:;•*\n])[\s\"'”“(\[•*–-]*$")


class Word(Protocol):
    """A word of the text, of which the form in lower case counts here."""

    @property
    def low(self) -> str: ...


def opens_sentence(text: str, start: int) -> bool:
    """Whether the capital letter at `start` may be there because a sentence, a line or an item begins."""
    return OPENING.search(text, max(start - 40, 0), start) is not None or not text[:start].strip()


def ends_a_list_item(between: str) -> bool:
    """Whether only a comma, a conjunction or the like stands between two names, as in a list of places."""
    return BETWEEN.fullmatch(between) is not None and bool(between.strip())


def is_municipal(tokens: Sequence[Word], at: int, count: int, entry: Entry, language: Language) -> bool:
    """Whether the words beside a name make it a municipality: `Salon kaupunki`, `i Ingå`, `in Salo`."""
    before = tokens[at - 1].low if at else ""
    after = tokens[at + count].low if at + count < len(tokens) else ""
    if language is Language.FI:
        return entry.genitive and after.startswith(MUNICIPAL_FI)
    return after in MUNICIPAL[language] or before in IN_FRONT[language] or before in MUNICIPAL[language]
