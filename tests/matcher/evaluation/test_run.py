"""`evaluate` ranks one query at a time by the ranker of `match`, and beats word matching on our benchmark."""

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from matcher.engines.nano import NanoEncoder
from matcher.evaluation.baselines.bm25 import Bm25Baseline
from matcher.evaluation.baselines.tfidf import TfidfBaseline
from matcher.evaluation.benchmark import Benchmark, Query, read_benchmark
from matcher.evaluation.run import Measured, Ranker, System, evaluate_system, measure
from matcher.evaluation.systems import SystemName
from matcher.profile import Profile, profile_text
from matcher.ranking import rank
from tests.matcher.doubles import THEMES, OneHotEncoder, document, index, profile

OWN = Path(__file__).parents[1] / "benchmark"
FLOOR = 0.75
"""nDCG@10 on our own benchmark was .79 when this was written; a change that costs more wants a look."""


class Listening:
    """Passes on to a ranker and keeps what it was asked and answered."""

    def __init__(self, ranker: Ranker) -> None:
        self.ranker = ranker
        self.rankings: dict[str, list[str]] = {}

    def rank(self, profile: Profile) -> list[str]:
        """As the ranker does."""
        self.rankings[profile.summary] = self.ranker.rank(profile)
        return self.rankings[profile.summary]


def themes() -> Benchmark:
    """A benchmark of one-hot texts: each query fits two documents."""
    documents = [document(f"d{n}", f"{a} {b}") for n, (a, b) in enumerate(pairwise(THEMES))]
    queries = [
        Query(f"q{n}", Profile(summary=theme, language="en")) for n, theme in enumerate(THEMES[1:5], start=1)
    ]
    return Benchmark(documents, queries, {f"q{n}": {f"d{n - 1}": 2.0, f"d{n}": 1.0} for n in range(1, 5)})


def rankings(ranker: Ranker, benchmark: Benchmark, queries: Sequence[Query]) -> dict[str, list[str]]:
    """Query text -> ranking, through `measure`."""
    listening = Listening(ranker)
    measure(listening, replace(benchmark, queries=queries))
    return listening.rankings


def test_shuffling_or_dropping_queries_changes_no_ranking(nano: NanoEncoder) -> None:
    own = read_benchmark(OWN)
    small = Benchmark(own.documents[:6], own.queries[:6], {query.id: {} for query in own.queries})
    system, fresh = System(small.documents, nano), System(small.documents, nano)
    whole = rankings(system, small, small.queries)
    for seed, ranker in enumerate((system, fresh)):
        some = random.Random(seed).sample(list(small.queries), 3)
        expected = {query.profile.summary: whole[query.profile.summary] for query in some}
        assert rankings(ranker, small, some) == expected


def test_the_system_ranks_by_the_ranker_of_match() -> None:
    benchmark = themes()
    system = System(benchmark.documents, OneHotEncoder())
    for query in benchmark.queries:
        wanted = profile(profile_text(query.profile), language="en")
        expected = [match.document.id for match in rank(wanted, index(*benchmark.documents))]
        assert system.rank(query.profile) == expected


def test_the_figures_are_means_over_queries_with_intervals() -> None:
    measured = measure(System(themes().documents, OneHotEncoder()), themes())
    assert measured.means["recall@10"] == measured.means["mrr"] == 1
    assert len(measured.values["ndcg@10"]) == 4
    assert measured.means["ndcg@10"] == pytest.approx(sum(measured.values["ndcg@10"]) / 4)
    for name, (low, high) in measured.intervals.items():
        assert low <= measured.means[name] <= high


@pytest.mark.parametrize("baseline", [Bm25Baseline, TfidfBaseline])
def test_baselines_rank_by_shared_words_and_ties_by_id(
    baseline: type[Bm25Baseline] | type[TfidfBaseline],
) -> None:
    documents = [document("c", "peat"), document("b", "sport"), document("a", "care for carers")]
    assert baseline(documents).rank(Profile(summary="Care in the north")) == ["a", "b", "c"]
    assert baseline(documents).rank(Profile(summary="xyz")) == ["a", "b", "c"]


def test_on_our_own_benchmark_the_system_holds_its_floor_and_beats_words() -> None:
    benchmark = read_benchmark(OWN)
    told: list[tuple[int, int]] = []

    def evaluate(name: SystemName) -> Measured:
        told.clear()
        return evaluate_system(name, benchmark, lambda done, total: told.append((done, total)))

    system = evaluate(SystemName.SYSTEM)
    assert told[-1] == (52, 52)
    assert evaluate(SystemName.SYSTEM) == system
    bm25, tfidf = evaluate(SystemName.BM25), evaluate(SystemName.TFIDF)
    assert told[-1] == (12, 12)
    assert system.means["ndcg@10"] > FLOOR
    assert system.intervals["ndcg@10"][0] > max(bm25.means["ndcg@10"], tfidf.means["ndcg@10"])
    for name in system.means:
        assert system.means[name] > bm25.means[name]
        assert system.means[name] > tfidf.means[name]
