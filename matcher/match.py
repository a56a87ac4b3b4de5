"""Match one stored coalition with every stored call: read and embed what is new, judge, rank, explain."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

import numpy as np
from sqlmodel import Session

from matcher.eligibility.check_stored import screen_stored
from matcher.eligibility.judgement import Screening
from matcher.embed import embed_missing
from matcher.encoder import EncoderFactory, EngineKey
from matcher.explain import Reason, explain
from matcher.from_store import document_of
from matcher.language_means import load_language_means
from matcher.load import engine_key, load_encoder
from matcher.progress import OnProgress, silent
from matcher.ranking import Index, Match, rank
from matcher.reading.stored import read_stored
from matcher.stored_vectors import call_passages, embedded_profile, whole_vectors
from store import clock, queries
from store.errors import NotFound
from store.models import Call, CallPublic, Coalition
from store.vocabulary import CallStatus, Verdict

LIMIT = 20
"""Matches returned unless told otherwise."""

READ_AT_MOST = 100
"""New and changed calls that are read for conditions while a page waits; the others are judged without."""

AHEAD = 5
"""Forthcoming calls returned beyond those, so that open calls do not hide them."""

Wanted = Callable[[Call, Match, Screening], bool]
"""Whether a call is to be among the matches."""


def everything(_call: Call, _match: Match, _screening: Screening) -> bool:
    """`Wanted` for callers that want every call."""
    return True


@dataclass(frozen=True)
class CallMatch:
    """A stored call, its place for one coalition, the reasons, which quote its description, the verdict."""

    call: CallPublic
    match: Match
    reasons: Sequence[Reason]
    screening: Screening


@dataclass(frozen=True)
class Matches:
    """Calls in order; how many are wanted in all, on how many pages; how many wait to be embedded."""

    best: Sequence[CallMatch]
    pending: int
    total: int = 0
    pages: int = 1


def match_coalition(
    session: Session,
    coalition_id: int,
    *,
    limit: int | None = LIMIT,
    encoder_factory: EncoderFactory = load_encoder,
    engine: EngineKey | None = None,
    on_progress: OnProgress = silent,
    now: datetime | None = None,
    at_most: int | None = None,
    wanted: Wanted = everything,
    page: int = 1,
) -> Matches:
    """The `limit` best calls for the coalition (None: all) and the best forthcoming ones beyond, in order.

    Only those that are `wanted`; `page` 2 and on are the next `limit` of the rest. `now` is the moment of
    asking (UTC; the store's clock). Each call is judged for the line-up that people decided for it, or for a
    proposed one. New and changed texts are embedded first, unless calls have more than `at_most` of them;
    only then is a model loaded: by `encoder_factory`, whose engine is `engine`. Raises NotFound for a
    coalition that is not stored, and EngineUnavailable when a model is needed and does not load.
    """
    now = now or clock.now()
    engine = engine or engine_key()
    coalition = session.get(Coalition, coalition_id)
    if coalition is None:
        raise NotFound(f"No coalition has the number {coalition_id}: `koalitio coalition list` shows them.")
    left = embed_missing(session, encoder_factory, on_progress, engine, at_most=at_most).left
    vectors = {
        number: vector for number, vector in whole_vectors(session, engine).items() if number not in left
    }
    calls = {str(call.id): call for call in queries.calls(session, now=now) if call.id in vectors}
    if not calls:
        return Matches([], len(left))
    means = load_language_means(engine)
    profile = embedded_profile(session, coalition, engine)
    read_stored(session, at_most=None if at_most is None else READ_AT_MOST)
    screened = screen_stored(session, coalition, now)
    documents = [document_of(call, now, barred=_is_barred(screened[int(key)])) for key, call in calls.items()]
    matrix = np.stack([vectors[int(document.id)] for document in documents])
    ranked = [
        match
        for match in rank(profile, Index(documents, matrix, means))
        if wanted(calls[match.document.id], match, screened[int(match.document.id)])
    ]
    pages = _pages(ranked, limit)
    matches = pages[page - 1] if 1 <= page <= len(pages) else []
    passages = call_passages(session, [calls[match.document.id] for match in matches], engine)
    crawls = queries.whole_crawls(session)
    best = [
        CallMatch(
            call=queries.public_call(calls[match.document.id], crawls, now),
            match=match,
            reasons=explain(profile, passages[int(match.document.id)], means),
            screening=screened[int(match.document.id)],
        )
        for match in matches
    ]
    return Matches(best, len(left), len(ranked), len(pages))


def _is_barred(screening: Screening) -> bool:
    """Whether the coalition may not apply and nobody can cure that."""
    return screening.verdict is Verdict.INELIGIBLE and not screening.curable


def _pages(matches: list[Match], limit: int | None) -> list[list[Match]]:
    """The `limit` first with the best forthcoming calls of the rest, then the others, `limit` a page."""
    if limit is None:
        return [matches]
    first, rest = matches[:limit], matches[limit:]
    forthcoming = (match for match in rest if match.document.status is CallStatus.FORECASTED)
    ahead = list(islice(forthcoming, AHEAD))
    shown = {match.document.id for match in ahead}
    others = [match for match in rest if match.document.id not in shown]
    return [first + ahead, *(others[start : start + limit] for start in range(0, len(others), limit))]
