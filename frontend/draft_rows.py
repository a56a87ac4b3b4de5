"""What the draft page shows of a draft: how full, which criterion is worth what, what a format is for."""

from api.services.drafting.draft_summary import CriterionPublic, FilledPublic
from frontend.formats import Formats
from frontend.words import Words
from store.vocabulary import Language

STEPS = 100
"""Of a bar; shares are told in whole per cent, rounded down, so that only a full draft is 100 %."""


def percent(filled: FilledPublic) -> int:
    """Whole per cent of the filled places, rounded down."""
    return int(STEPS * filled.share)


def language_name(code: Language, words: Words) -> str:
    """A language's name inside a sentence: with a capital in English alone."""
    name = words(f"language.{code}")
    return name if words.language is Language.EN else name.lower()


def points_of(row: CriterionPublic, words: Words) -> str:
    """What a criterion is worth: `30 points, at least 15`; a criterion without points is passed or failed."""
    if row.kind == "pass_fail":
        return words("draft.pass_fail")
    if row.most is None:
        return words("draft.points_unknown")
    most = words("draft.scale" if row.kind == "scale" else "draft.points", n=row.most)
    return most if row.least is None else f"{most}, {words('draft.points_least', n=row.least)}"


def shown_percent(filled: FilledPublic, formats: Formats) -> str:
    """The share as the reader writes it: `62%`, `62 %`."""
    return formats.percent(percent(filled))
