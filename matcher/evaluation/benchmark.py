"""A benchmark on disk: calls, profiles that look for them, and grades of how well each fits.

A folder holds three files (UTF-8):
- `corpus.jsonl`: {id, title, text, programme?, lang?} a line;
- `queries.jsonl`: {id, text, lang?, name?, regions?, members?} a line, `lang` being guessed where it is
missing;
- `qrels.tsv`: a header line, then query, call and grade; grades may be decimals, pairs not listed are 0.
"""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matcher.documents import Document
from matcher.errors import BadBenchmark
from matcher.language import guess_language
from matcher.lexical import words
from matcher.profile import Profile

CORPUS, QUERIES, GRADES = "corpus.jsonl", "queries.jsonl", "qrels.tsv"
HIGHEST_GRADE = 10


@dataclass(frozen=True)
class Query:
    """A profile that looks for calls, under the benchmark's own id."""

    id: str
    profile: Profile


@dataclass(frozen=True)
class Benchmark:
    """Documents, queries, and query id -> document id -> grade above 0."""

    documents: Sequence[Document]
    queries: Sequence[Query]
    grades: Mapping[str, Mapping[str, float]]


def read_benchmark(folder: Path) -> Benchmark:
    """The benchmark in `folder`, with the queries that at least one call fits.

    Raises BadBenchmark, naming file and line, when something is missing, empty or broken.
    """
    if not folder.is_dir():
        raise BadBenchmark(f"No folder {folder}: give a folder with {CORPUS}, {QUERIES} and {GRADES}.")
    documents = [_document(row, place) for row, place in _rows(folder / CORPUS)]
    queries = [_query(row, place) for row, place in _rows(folder / QUERIES)]
    _refuse_twins(folder / CORPUS, [document.id for document in documents])
    _refuse_twins(folder / QUERIES, [query.id for query in queries])
    grades = _read_grades(folder / GRADES)
    known = {document.id for document in documents}
    unknown = sorted({call for calls in grades.values() for call in calls} - known)
    if unknown:
        raise BadBenchmark(
            f"{folder / GRADES} grades calls that {CORPUS} does not have, such as {unknown[0]!r}."
        )
    judged = [query for query in queries if grades.get(query.id)]
    if not judged:
        raise BadBenchmark(f"{folder / GRADES} has no grade above 0 for any query of {QUERIES}.")
    return Benchmark(documents, judged, grades)


def _lines(file: Path) -> list[str]:
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise BadBenchmark(f"{file} cannot be read ({error.strerror}): a benchmark needs it.") from error
    except UnicodeDecodeError as error:
        raise BadBenchmark(f"{file} is not UTF-8: save it as such.") from error
    if not any(line.strip() for line in lines):
        raise BadBenchmark(f"{file} is empty: a benchmark needs at least one line in it.")
    return lines


def _rows(file: Path) -> Iterator[tuple[dict[str, Any], str]]:
    for number, line in enumerate(_lines(file), start=1):
        if not line.strip():
            continue
        place = f"{file}, line {number}"
        try:
            row = json.loads(line)
        except ValueError:
            raise BadBenchmark(f"{place} is no JSON: put one object on each line.") from None
        if not isinstance(row, dict):
            raise BadBenchmark(f"{place} is no JSON object: put one object on each line.")
        yield row, place


def _document(row: Mapping[str, Any], place: str) -> Document:
    title, text = _text(row, "title", place), _text(row, "text", place)
    if not words(f"{title} {text}"):
        raise BadBenchmark(f"{place} has no word in title or text: give it some or leave it out.")
    return Document(
        id=_text(row, "id", place),
        title=title,
        text=text,
        language=_optional(row, "lang", place) or guess_language(f"{title} {text}"),
        programme=_optional(row, "programme", place),
    )


def _query(row: Mapping[str, Any], place: str) -> Query:
    text = _text(row, "text", place)
    profile = Profile(
        summary=text,
        name=_optional(row, "name", place) or "",
        members=_words(row, "members", place),
        language=_optional(row, "lang", place) or guess_language(text),
        regions=_words(row, "regions", place),
    )
    return Query(_text(row, "id", place), profile)


def _text(row: Mapping[str, Any], field: str, place: str) -> str:
    value = row.get(field)
    if not isinstance(value, str):
        raise BadBenchmark(f"{place} has no text in {field!r}: add it.")
    return value


def _optional(row: Mapping[str, Any], field: str, place: str) -> str | None:
    return _text(row, field, place) or None if row.get(field) is not None else None


def _words(row: Mapping[str, Any], field: str, place: str) -> tuple[str, ...]:
    values = row.get(field) or []
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise BadBenchmark(f"{place}: {field!r} has to be a list of texts.")
    return tuple(values)


def _refuse_twins(file: Path, ids: Sequence[str]) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise BadBenchmark(f"{file} has the id {name!r} twice: ids have to be unique.")
        seen.add(name)


def _read_grades(file: Path) -> dict[str, dict[str, float]]:
    grades: dict[str, dict[str, float]] = {}
    for number, row in enumerate(
        csv.reader(_lines(file)[1:], delimiter="\t", quoting=csv.QUOTE_NONE), start=2
    ):
        if not row:
            continue
        try:
            query, call, grade = row[0], row[1], float(row[2])
        except (IndexError, ValueError):
            raise BadBenchmark(
                f"{file}, line {number}: expected query, call and grade between tabs."
            ) from None
        if not 0 <= grade <= HIGHEST_GRADE:
            raise BadBenchmark(f"{file}, line {number}: a grade is 0 to {HIGHEST_GRADE}, not {row[2]}.")
        if grade > 0:
            grades.setdefault(query, {})[call] = grade
    return grades
