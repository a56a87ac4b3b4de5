"""Every fact that a check can ask of a member has a name, and its answer reads in the reader's words."""

import pytest

from frontend.asked_facts import answer_words, fact_name
from frontend.formats import Formats
from frontend.words import Words
from matcher.eligibility.judging.questions import MEMBER_FACTS
from store.clock import now
from store.vocabulary import Language


@pytest.mark.parametrize("language", list(Language))
def test_every_fact_has_a_name_of_its_own(language: Language) -> None:
    names = {fact_name(f"member.{fact}", Words(language)) for fact in MEMBER_FACTS}
    assert len(names) == len(MEMBER_FACTS)


@pytest.mark.parametrize(
    ("fact", "value", "told"),
    [
        ("legal_type", "public", "julkinen organisaatio"),
        ("founded", "1985-03-01", "1.3.1985"),
        ("municipality", "698", "Rovaniemi"),
        ("nuts_region", "FI1D7", "Lappi"),
        ("may_co_fund", "no", "Ei"),
        ("pic", "999999999", "999999999"),
        ("applications", "3", "3"),
        ("legal_type", "club", "club"),
    ],
)
def test_an_answer_reads_in_the_readers_words(fact: str, value: str, told: str) -> None:
    formats = Formats(Words(Language.FI), now())
    assert answer_words(f"member.{fact}", value, formats).casefold() == told.casefold()
