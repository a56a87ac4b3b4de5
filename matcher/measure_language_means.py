"""Measure what a model does with a language as such, on sentences that say the same in many languages.

Multilingual models put part of a text's language into its vector, so that a Finnish profile lies nearer to
Finnish calls than to fitting English ones. The mean vector of many translated sentences is that part; taking
it away leaves the subject. Queries and passages are measured apart, because their prompts move them apart.
Sentences that were not used for the means then tell how near two texts come that have nothing in common.

    python -m matcher.measure_language_means FILE [--to matcher/data]

FILE has one JSON object a line: language code -> sentence, beside an `id`. The shipped numbers were measured
on FLORES-200 by way of SIB-200 (CC BY-SA 4.0); only numbers are kept, no text.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from matcher.encoder import Encoder, Vectors
from matcher.errors import BadSentences, MatcherError
from matcher.language_means import FOLDER, LanguageMeans, Unrelated
from matcher.load import load_encoder

FOR_MEANS = 400
"""Rows that the means are taken over: some hundred are enough for a mean to hold still."""

FOR_UNRELATED = 60
"""Rows after those that tell how near unrelated texts come."""

BATCH = 40


def read_sentences(file: Path, limit: int) -> dict[str, list[str]]:
    """Language -> sentences, the first `limit` rows, languages that are in every row.

    Raises BadSentences when the file cannot be read, a line is no JSON object, or there are too few rows.
    """
    rows: list[dict[str, str]] = []
    try:
        with file.open(encoding="utf-8") as lines:
            for number, line in zip(range(1, limit + 1), lines, strict=False):
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise BadSentences(f"{file}, line {number}: expected an object of language -> sentence.")
                rows.append({str(key): str(value) for key, value in row.items() if key != "id"})
    except OSError as error:
        raise BadSentences(f"{file} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise BadSentences(f"{file} is not one JSON object a line: {error}.") from error
    if len(rows) < limit:
        raise BadSentences(f"{file} has {len(rows)} rows: at least {limit} are needed.")
    languages = sorted(set.intersection(*(set(row) for row in rows)))
    return {language: [row[language] for row in rows] for language in languages}


def measure(
    encoder: Encoder,
    sentences: dict[str, list[str]],
    tell: Callable[[str], object],
    for_means: int = FOR_MEANS,
) -> LanguageMeans:
    """Means of each language over the first `for_means` sentences, and unrelated cosines of the others.

    `tell` hears each language begin.
    """
    queries, passages = {}, {}
    for language, texts in sentences.items():
        tell(language)
        queries[language] = _encoded(encoder.encode_queries, texts)
        passages[language] = _encoded(encoder.encode_passages, texts)
    means = LanguageMeans(
        encoder.key,
        {language: _mean(vectors[:for_means]) for language, vectors in queries.items()},
        {language: _mean(vectors[:for_means]) for language, vectors in passages.items()},
    )
    others = [
        (
            means.centre_queries(queries[language][for_means:], [language] * (len(texts) - for_means)),
            means.centre_passages(passages[language][for_means:], [language] * (len(texts) - for_means)),
        )
        for language, texts in sentences.items()
    ]
    return LanguageMeans(encoder.key, means.queries, means.passages, _unrelated(*zip(*others, strict=True)))


def _encoded(encode: Callable[[Sequence[str]], Vectors], texts: Sequence[str]) -> Vectors:
    return np.concatenate([encode(texts[first : first + BATCH]) for first in range(0, len(texts), BATCH)])


def _mean(vectors: Vectors) -> Vectors:
    return np.asarray(vectors.mean(axis=0), dtype=np.float32)


def _unrelated(queries: Sequence[Vectors], passages: Sequence[Vectors]) -> Unrelated:
    """Mean and deviation of the cosines of different sentences, over all pairs of languages."""
    rows = len(queries[0])
    cosines = np.concatenate(queries) @ np.concatenate(passages).T
    sentence = np.tile(np.arange(rows), len(queries))
    apart = cosines[sentence[:, None] != sentence[None, :]]
    return Unrelated(float(apart.mean()), float(apart.std()))


def main(arguments: Sequence[str]) -> int:
    """Run the measurement; 0 when the file was written, 2 when the input cannot be used."""
    parser = argparse.ArgumentParser(description="Measure per-language mean vectors on parallel sentences.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--to", type=Path, default=FOLDER, help="folder for the numbers")
    chosen = parser.parse_args(arguments)
    try:
        sentences = read_sentences(chosen.file, FOR_MEANS + FOR_UNRELATED)
        means = measure(load_encoder(), sentences, lambda language: sys.stderr.write(f"{language} "))
        sys.stderr.write(f"\n{means.save(chosen.to)}\n")
    except MatcherError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
