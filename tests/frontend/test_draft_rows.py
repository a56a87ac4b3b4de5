"""What a criterion is worth and how full a draft is, in words."""

from typing import Any

import pytest

from api.services.drafting.draft_summary import CriterionPublic, FilledPublic
from frontend.draft_rows import language_name, percent, points_of
from frontend.words import Words
from store.vocabulary import Language


def _row(**facts: Any) -> CriterionPublic:
    known: dict[str, Any] = {"name": "Zx", "kind": "points", "most": 30, "least": None, "certainty": "A"}
    known |= {"source": "zx", "sections": [], "items": [], "filled": 0, "open": 0}
    return CriterionPublic(**(known | facts))


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, "30 points at most"),
        ({"least": 15}, "30 points at most, at least 15 needed"),
        ({"most": None}, "points not known"),
        ({"kind": "scale", "most": 5}, "scored from 0 to 5"),
        ({"kind": "pass_fail", "most": None}, "passed or failed"),
    ],
)
def test_what_a_criterion_is_worth(facts: dict[str, Any], told: str) -> None:
    assert points_of(_row(**facts), Words(Language.EN)) == told


def test_a_criterion_that_nothing_answers_is_told_apart_from_a_full_one() -> None:
    assert not _row().answered
    assert _row(filled=1).answered


def test_only_a_full_draft_is_a_hundred_per_cent() -> None:
    assert percent(FilledPublic(filled=999, open=1, share=0.999)) == 99
    assert percent(FilledPublic(filled=1, open=0, share=1.0)) == 100


def test_languages_have_a_capital_in_english_alone() -> None:
    assert [language_name(Language.FI, Words(one)) for one in Language] == ["Finnish", "suomi", "finska"]
