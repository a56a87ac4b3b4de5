"""Measure rankings on a benchmark: Koalitio's own, by the ranker that `match` uses, beside the baselines.

One query at a time: a profile is embedded and ranked alone, and the ranker sees no other query, so that
dropping or shuffling queries changes no ranking.
"""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Protocol

from matcher.documents import Document, document_text
from matcher.encoder import Encoder
from matcher.evaluation.baselines.bm25 import Bm25Baseline
from matcher.evaluation.baselines.tfidf import TfidfBaseline
from matcher.evaluation.benchmark import Benchmark
from matcher.evaluation.bootstrap import bootstrap_interval
from matcher.evaluation.metrics import METRICS
from matcher.evaluation.systems import SystemName
from matcher.evaluation.vector_cache import CachedEncoder
from matcher.language_means import load_language_means
from matcher.load import engine_key, load_encoder
from matcher.profile import Profile, profile_text, without_aims
from matcher.progress import OnProgress, OnStep, silent, unwatched
from matcher.ranking import Index, rank
from matcher.settings import read_settings


class Ranker(Protocol):
    """Anything that puts a benchmark's documents in order for a profile."""

    def rank(self, profile: Profile) -> list[str]:
        """Ids of all documents, best first."""
        ...


class System:
    """Koalitio's own ranking: embeds the documents once, then each profile by itself."""

    def __init__(self, documents: Sequence[Document], encoder: Encoder) -> None:
        """Embed the documents."""
        vectors = encoder.encode_passages(
            [document_text(document.title, document.text) for document in documents]
        )
        self._encoder = encoder
        self._index = Index(documents, vectors, load_language_means(encoder.key))

    def rank(self, profile: Profile) -> list[str]:
        """Ids of all documents, best first, by `matcher.ranking.rank`."""
        whole = self._encoder.encode_queries([profile_text(profile)])[0]
        return [match.document.id for match in rank(without_aims(profile, whole), self._index)]


@dataclass(frozen=True)
class Measured:
    """One system's figures: per metric the value of each query in order, their mean and its 95 % interval."""

    values: Mapping[str, Sequence[float]]
    means: Mapping[str, float]
    intervals: Mapping[str, tuple[float, float]]


def evaluate_system(name: SystemName, benchmark: Benchmark, on_progress: OnProgress = silent) -> Measured:
    """Measure one system on a benchmark; vectors of texts met before come from the cache folder.

    Progress counts documents (to be embedded) and queries. Raises EngineUnavailable, BadCache, BadSetting.
    """
    steps = _Steps(on_progress, len(benchmark.queries))
    if name is SystemName.BM25:
        return measure(Bm25Baseline(benchmark.documents), benchmark, steps.more)
    if name is SystemName.TFIDF:
        return measure(TfidfBaseline(benchmark.documents), benchmark, steps.more)
    settings = read_settings()
    steps.total += len(benchmark.documents)
    cached = CachedEncoder(
        engine_key(settings), lambda: load_encoder(settings), settings.cache_dir, on_texts=steps.more
    )
    with closing(cached):
        return measure(System(benchmark.documents, cached), benchmark)


def measure(ranker: Ranker, benchmark: Benchmark, after_each: OnStep = unwatched) -> Measured:
    """Rank for each query in turn and measure; `after_each` is told 1 after every query."""
    values: dict[str, list[float]] = {name: [] for name in METRICS}
    for query in benchmark.queries:
        grades = benchmark.grades[query.id]
        ranked = [grades.get(name, 0.0) for name in ranker.rank(query.profile)]
        for name, metric in METRICS.items():
            values[name].append(metric(ranked, list(grades.values())))
        after_each(1)
    return Measured(
        values,
        {name: sum(numbers) / len(numbers) for name, numbers in values.items()},
        {name: bootstrap_interval(numbers) for name, numbers in values.items()},
    )


class _Steps:
    """Adds up steps for an `OnProgress`."""

    def __init__(self, on_progress: OnProgress, total: int) -> None:
        self._on_progress = on_progress
        self.total = total
        self.done = 0

    def more(self, count: int) -> None:
        self.done += count
        self._on_progress(self.done, self.total)
