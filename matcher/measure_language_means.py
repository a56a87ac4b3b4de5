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
from dataclasses import replace
from pathlib import Path

import numpy as np

from matcher.encoder import Encoder, Vectors
from matcher.errors import BadSentences, MatcherError
from matcher.language_means import FOLDER, LanguageMeans, Unrelated
from matcher.load import load_encoder

FOR_MEANS = 400
"""Rows that the means are taken over: some hundred are enough for a mean to hold still."""

FOR_UNRELATED = 60
"""Rows, spread over those after, that tell how near unrelated texts come; neighbours share a subject."""

BATCH = 40


def read_sentences(file: Path, at_least: int) -> dict[str, list[str]]:
    """Language -> sentences in the order of the rows, for the languages that are in every row.

    Raises BadSentences when the file cannot be read, a line is no JSON object, or there are too few rows.
    """
    rows: list[dict[str, str]] = []
    try:
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise BadSentences(f"{file}, line {number}: expected an object of language -> sentence.")
                rows.append({str(key): str(value) for key, value in row.items() if key != "id"})
    except OSError as error:
        raise BadSentences(f"{file} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise BadSentences(f"{file} is not one JSON object a line: {error}.") from error
    if len(rows) < at_least:
        raise BadSentences(f"{file} has {len(rows)} rows: at least {at_least} are needed.")
    languages = sorted(set.intersection(*(set(row) for row in rows)))
    return {language: [row[language] for row in rows] for language in languages}


def measure(
    encoder: Encoder, sentences: dict[str, list[str]], tell: Callable[[str], object]
) -> LanguageMeans:
    """Means of each language over the first sentences, and unrelated cosines of some of the others.

    `tell` hears each language begin.
    """
    queries, passages = {}, {}
    for language, texts in sentences.items():
        tell(language)
        chosen = texts[:FOR_MEANS] + _spread(texts[FOR_MEANS:], FOR_UNRELATED)
        queries[language] = _encoded(encoder.encode_queries, chosen)
        passages[language] = _encoded(encoder.encode_passages, chosen)
    means = LanguageMeans(
        encoder.key,
        {language: _mean(vectors[:FOR_MEANS]) for language, vectors in queries.items()},
        {language: _mean(vectors[:FOR_MEANS]) for language, vectors in passages.items()},
    )
    return replace(means, unrelated=_unrelated(means, queries, passages))


def _spread(texts: Sequence[str], count: int) -> list[str]:
    """`count` texts, evenly over all of them."""
    return [texts[number * len(texts) // count] for number in range(count)]


def _encoded(encode: Callable[[Sequence[str]], Vectors], texts: Sequence[str]) -> Vectors:
    return np.concatenate([encode(texts[first : first + BATCH]) for first in range(0, len(texts), BATCH)])


def _mean(vectors: Vectors) -> Vectors:
    return np.asarray(vectors.mean(axis=0), dtype=np.float32)


def _unrelated(means: LanguageMeans, queries: dict[str, Vectors], passages: dict[str, Vectors]) -> Unrelated:
    """Mean and deviation of the cosines of different sentences, over all pairs of languages."""
    sought, found = [], []
    for language in queries:
        languages = [language] * FOR_UNRELATED
        sought.append(means.centre_queries(queries[language][FOR_MEANS:], languages))
        found.append(means.centre_passages(passages[language][FOR_MEANS:], languages))
    sentence = np.tile(np.arange(FOR_UNRELATED), len(queries))
    apart = (np.concatenate(sought) @ np.concatenate(found).T)[sentence[:, None] != sentence[None, :]]
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
