"""Reading a benchmark folder, and saying what is wrong with a broken one."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import BadBenchmark
from matcher.evaluation.benchmark import read_benchmark

Row = dict[str, object]
CORPUS: list[Row] = [{"id": "c1", "title": "Care", "text": "Training for the care of the old", "lang": "en"}]
QUERIES: list[Row] = [
    {
        "id": "q1",
        "text": "Hoitajia",
        "lang": "fi",
        "name": "Lappi",
        "members": ["kunta"],
        "regions": ["FI1D7"],
    }
]
GRADES = "query\tcall\tgrade\nq1\tc1\t2.5\n"


def folder(
    at: Path, corpus: str | None = None, queries: str | None = None, grades: str | None = GRADES
) -> Path:
    """A sound benchmark, or one with a file replaced; None for grades leaves the file out."""
    (at / "corpus.jsonl").write_text(lines(CORPUS) if corpus is None else corpus, encoding="utf-8")
    (at / "queries.jsonl").write_text(lines(QUERIES) if queries is None else queries, encoding="utf-8")
    if grades is not None:
        (at / "qrels.tsv").write_text(grades, encoding="utf-8")
    return at


def lines(rows: list[Row]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def test_a_sound_folder_is_read_whole(tmp_path: Path) -> None:
    benchmark = read_benchmark(folder(tmp_path))
    (query,), (document,) = benchmark.queries, benchmark.documents
    assert (query.profile.summary, query.profile.name, query.profile.members) == (
        "Hoitajia",
        "Lappi",
        ("kunta",),
    )
    assert (query.profile.language, query.profile.regions) == ("fi", ("FI1D7",))
    assert (document.title, document.language, document.status, document.barred) == (
        "Care",
        "en",
        None,
        False,
    )
    assert benchmark.grades == {"q1": {"c1": 2.5}}


def test_a_language_that_is_not_given_is_guessed_or_left_open(tmp_path: Path) -> None:
    corpus: list[Row] = [
        {"id": "c1", "title": "Help for the people of the region", "text": ""},
        {"id": "c2", "title": "X2 Y2", "text": ""},
    ]
    benchmark = read_benchmark(folder(tmp_path, lines(corpus)))
    assert [document.language for document in benchmark.documents] == ["en", None]


def test_a_query_that_nothing_fits_is_left_out(tmp_path: Path) -> None:
    queries = lines([*QUERIES, {"id": "q2", "text": "nothing"}, {"id": "q3", "text": "zero"}])
    benchmark = read_benchmark(folder(tmp_path, queries=queries, grades=GRADES + "q3\tc1\t0\nq9\tc1\t1\n"))
    assert [query.id for query in benchmark.queries] == ["q1"]


def test_rare_line_separators_inside_a_text_do_not_break_a_line(tmp_path: Path) -> None:
    corpus = lines([{"id": "c1", "title": "Care", "text": "one\u2028two\u0085three"}])
    assert read_benchmark(folder(tmp_path, corpus)).documents[0].text == "one\u2028two\u0085three"


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ({"corpus": ""}, "corpus.jsonl is empty"),
        ({"queries": " \n\n"}, "queries.jsonl is empty"),
        ({"grades": ""}, "qrels.tsv is empty"),
        ({"grades": None}, "qrels.tsv cannot be read"),
        ({"corpus": "{"}, "corpus.jsonl, line 1 is no JSON"),
        ({"corpus": lines(CORPUS) + "\n[1]\n"}, "line 3 is no JSON object"),
        ({"corpus": '{"id": "c1", "title": "Care"}'}, "no text in 'text'"),
        ({"corpus": '{"id": 1, "title": "Care", "text": "x"}'}, "no text in 'id'"),
        ({"corpus": '{"id": "c1", "title": "", "text": "-"}'}, "no word in title or text"),
        ({"corpus": lines(CORPUS * 2)}, "'c1' twice"),
        ({"queries": lines(QUERIES * 2)}, "'q1' twice"),
        ({"queries": '{"id": "q1", "text": "x", "members": "kunta"}'}, "'members' has to be a list"),
        ({"queries": '{"id": "q1", "text": "x", "lang": 7}'}, "no text in 'lang'"),
        ({"grades": "query\tcall\tgrade\nq1\tc1\n"}, "line 2: expected query, call and grade"),
        ({"grades": "query\tcall\tgrade\nq1\tc1\tgood\n"}, "line 2: expected query, call and grade"),
        ({"grades": "query\tcall\tgrade\nq1\tc1\t-1\n"}, "a grade is 0 to 10"),
        ({"grades": "query\tcall\tgrade\nq1\tc1\tnan\n"}, "a grade is 0 to 10"),
        ({"grades": "query\tcall\tgrade\nq1\tc9\t1\n"}, "'c9'"),
        ({"grades": "query\tcall\tgrade\n"}, "no grade above 0"),
    ],
)
def test_what_is_broken_is_told_in_one_line(tmp_path: Path, broken: dict[str, str | None], told: str) -> None:
    with pytest.raises(BadBenchmark) as raised:
        read_benchmark(folder(tmp_path, **broken))
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_folder_that_is_missing_or_not_utf8_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadBenchmark, match="No folder"):
        read_benchmark(tmp_path / "none")
    (folder(tmp_path) / "corpus.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(BadBenchmark, match="not UTF-8"):
        read_benchmark(tmp_path)


@given(st.binary(max_size=60))
def test_no_bytes_bring_another_error(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    at = folder(tmp_path_factory.mktemp("any"))
    for file in ("corpus.jsonl", "queries.jsonl", "qrels.tsv"):
        folder(at)
        (at / file).write_bytes(content)
        with pytest.raises(BadBenchmark):
            read_benchmark(at)
