"""The part of a vector that is only its language, measured once and taken away.

The numbers in `matcher/data/` come from `matcher/measure_language_means.py` and belong to one engine each.
A text in a language that was not measured, or is not known, loses the mean of all languages, which is what
they have in common; with an engine that was not measured nothing is taken away.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from matcher.encoder import EngineKey, Vectors, unit_length

FOLDER = Path(__file__).parent / "data"


class Unrelated(NamedTuple):
    """Cosines of queries and passages that have nothing to do with each other, languages mixed."""

    mean: float
    deviation: float

    def above(self, deviations: float) -> float:
        """The cosine that many standard deviations above what unrelated texts reach."""
        return self.mean + deviations * self.deviation


@dataclass(frozen=True)
class LanguageMeans:
    """Mean vectors by ISO 639-1 language, (dimensions,) each, apart for queries and for passages.

    unrelated is None for an engine that was never measured.
    """

    engine: EngineKey
    queries: Mapping[str, Vectors]
    passages: Mapping[str, Vectors]
    unrelated: Unrelated | None = None

    def centre_queries(self, vectors: Vectors, languages: Sequence[str | None]) -> Vectors:
        """Query vectors (n, d) less the mean of their language, at unit length again."""
        return _centre(vectors, languages, self.queries)

    def centre_passages(self, vectors: Vectors, languages: Sequence[str | None]) -> Vectors:
        """Passage vectors (n, d) less the mean of their language, at unit length again."""
        return _centre(vectors, languages, self.passages)

    def save(self, folder: Path) -> Path:
        """Write the numbers (means as float16) for this engine into `folder`; returns the file."""
        folder.mkdir(parents=True, exist_ok=True)
        languages = sorted(self.queries)
        file = folder / _file_name(self.engine)
        np.savez_compressed(
            file,
            languages=np.array(languages),
            queries=np.stack([self.queries[language] for language in languages]).astype(np.float16),
            passages=np.stack([self.passages[language] for language in languages]).astype(np.float16),
            unrelated=np.array(self.unrelated or (), dtype=np.float32),
        )
        return file


def not_measured(engine: EngineKey) -> LanguageMeans:
    """The means of an engine that was never measured: takes nothing away."""
    return LanguageMeans(engine, {}, {})


@cache
def load_language_means(engine: EngineKey, folder: Path = FOLDER) -> LanguageMeans:
    """The means measured for `engine`, or empty ones."""
    file = folder / _file_name(engine)
    if not file.is_file():
        return not_measured(engine)
    with np.load(file, allow_pickle=False) as numbers:
        languages = [str(language) for language in numbers["languages"]]
        unrelated = [float(number) for number in numbers["unrelated"]]
        return LanguageMeans(
            engine,
            dict(zip(languages, numbers["queries"].astype(np.float32), strict=True)),
            dict(zip(languages, numbers["passages"].astype(np.float32), strict=True)),
            Unrelated(*unrelated) if unrelated else None,
        )


def _centre(vectors: Vectors, languages: Sequence[str | None], means: Mapping[str, Vectors]) -> Vectors:
    centred = np.array(vectors, dtype=np.float32)
    if not means:
        return unit_length(centred)
    shared = np.mean(list(means.values()), axis=0, dtype=np.float32)
    names = np.array([language or "" for language in languages])
    for name in set(names.tolist()):
        centred[names == name] -= means.get(name, shared)
    return unit_length(centred)


def _file_name(engine: EngineKey) -> str:
    return "language_means." + re.sub(r"[^A-Za-z0-9.]+", "-", str(engine)) + ".npz"
