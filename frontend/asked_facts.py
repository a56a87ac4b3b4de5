"""What a fact that is asked of a member is called, and how the answer reads."""

from collections.abc import Callable

from frontend import typed
from frontend.formats import Formats
from frontend.member_facts import fact_label
from frontend.regions import municipality_name, region_name
from frontend.words import Words
from store.vocabulary import LegalType

OWN_NAMES = ("nuts_region", "applications", "applications_led")
"""Facts that no profile page has a name for; each has a text `my.fact.NAME`."""


def fact_name(fact: str, words: Words) -> str:
    """The name of a fact such as `member.legal_type`."""
    name = fact.partition(".")[2]
    return words(f"my.fact.{name}") if name in OWN_NAMES else fact_label(name, words)


def answer_words(fact: str, value: str, formats: Formats) -> str:
    """A stored answer in the reader's words; what cannot be read stands as it was written."""
    words, name = formats.words, fact.partition(".")[2]
    day = typed.day(value)
    readers: dict[str, Callable[[], str | None]] = {
        "legal_type": lambda: words.label(LegalType(value)) if value in list(LegalType) else None,
        "founded": lambda: formats.day(day) if day else None,
        "municipality": lambda: municipality_name(value, words.language),
        "nuts_region": lambda: region_name(value, words.language),
    }
    if value in ("yes", "no"):
        return words(f"member.{value}")
    read = readers.get(name)
    return (read() if read else None) or value
