"""Where a call applies, in the reader's words, and whether a coalition's regions are among the call's."""

from collections.abc import Sequence

from frontend.regions import country_name, region_name
from frontend.words import Words
from store.models import CallPublic
from store.regions import within
from store.vocabulary import Language

NATIONAL = 2
"""A NUTS code of this many letters is a whole country."""


def regions_of(call: CallPublic, words: Words) -> str | None:
    """The regions that a call names, else its countries; None when it names neither."""
    if call.nuts_regions:
        return ", ".join(_region(code, words) for code in call.nuts_regions)
    if call.area or not call.countries:
        return None
    return ", ".join(country_name(code, words.language) for code in call.countries)


def elsewhere(call: CallPublic, ours: Sequence[str], language: Language) -> str | None:
    """The coalition's regions by name when the call names regions and none of them is ours, else None.

    A region is among the others when one of the two lies in the other: Lapland (FI1D7) is in Finland (FI).
    Codes of 2021 count as those of 2024. When either side names no region nothing is said.
    """
    theirs = call.nuts_regions
    if not theirs or not ours or any(within(one, theirs) is not False for one in ours):
        return None
    return ", ".join(region_name(code, language) for code in ours)


def _region(code: str, words: Words) -> str:
    name = region_name(code, words.language)
    return words("place.whole_country", country=name) if len(code) == NATIONAL else name
