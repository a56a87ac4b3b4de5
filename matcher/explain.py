"""Why a call fits: which goal or need of the coalition met which passage of the call.

A reason quotes the call exactly and names the goal by its own words. It is given only where goal and
passage lie clearly nearer than texts that have nothing to do with each other (measured once per engine);
where nothing meets, nothing is said, and an engine that was not measured gives no reasons.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.encoder import Vectors
from matcher.language_means import LanguageMeans
from matcher.passages import Passage
from matcher.profile import Aim, EmbeddedProfile
from matcher.quotation import quotation

ABOVE_NOISE = 4.0
"""Standard deviations above unrelated texts; fewer than one unrelated pair in a thousand comes as near."""

AT_MOST = 3
"""Reasons given for a call."""


@dataclass(frozen=True)
class CallPassages:
    """A call's text, its passages and their raw passage vectors, (len(passages), dimensions)."""

    text: str
    language: str | None
    passages: Sequence[Passage]
    vectors: Vectors


@dataclass(frozen=True)
class Reason:
    """`aim` met the call where `quote` stands, `text[start:end] == quote`; `cosine` is -1 to 1."""

    aim: Aim
    quote: str
    start: int
    end: int
    cosine: float


def explain(profile: EmbeddedProfile, call: CallPassages, means: LanguageMeans) -> list[Reason]:
    """Reasons for the call, the nearest first; each goal, each need and each passage at most once.

    Returns nothing when no goal meets a passage.
    """
    aims = profile.profile.aims
    if means.unrelated is None or not aims or not call.passages:
        return []
    queries = means.centre_queries(profile.aims, [profile.profile.language] * len(aims))
    passages = means.centre_passages(call.vectors, [call.language] * len(call.passages))
    cosines = queries @ passages.T
    threshold = means.unrelated.above(ABOVE_NOISE)
    reasons: list[Reason] = []
    while len(reasons) < AT_MOST and (best := float(cosines.max())) >= threshold:
        row, column = (int(place) for place in np.unravel_index(cosines.argmax(), cosines.shape))
        reasons.append(_reason(aims[row], call, call.passages[column], best))
        cosines[row, :] = -np.inf
        cosines[:, column] = -np.inf
    return reasons


def _reason(aim: Aim, call: CallPassages, passage: Passage, cosine: float) -> Reason:
    start, end = quotation(call.text, passage.start, passage.end, aim.text)
    return Reason(aim, call.text[start:end], start, end, cosine)
