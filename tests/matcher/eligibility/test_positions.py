"""Reading YAML with lines: text stays text, every value has its line, nothing but BadRuleFile is raised."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from matcher.eligibility.positions import Lines, Position, read_yaml
from matcher.errors import BadRuleFile

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)
NESTED = st.recursive(
    st.none() | WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4) | st.dictionaries(WORDS, inner, min_size=1, max_size=4)
    ),
    max_leaves=20,
)
TOP = st.dictionaries(WORDS, NESTED, min_size=1, max_size=5)


def read(text: str) -> tuple[object, Lines]:
    """Reads a text as a file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rule.yaml"
        path.write_text(text, encoding="utf-8", newline="\n")
        return read_yaml(path)


@given(TOP)
def test_what_was_written_is_read(content: dict[str, object]) -> None:
    written = yaml.dump(content, Dumper=yaml.SafeDumper, allow_unicode=True, sort_keys=False)
    assert read(written)[0] == content


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    with suppress(BadRuleFile):
        content, lines = read(text)
        assert isinstance(content, str | list | dict | None)
        assert lines.refuse((), "is odd").line >= 1


@pytest.mark.parametrize("word", ["NO", "yes", "12:00", "2026-01-01", "0.8", "1_000", "007", "=", "<<"])
def test_words_that_yaml_reads_as_something_else_stay_text(word: str) -> None:
    assert read(f"value: {word}")[0] == {"value": word}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_none(nothing: str) -> None:
    assert read(f"value: {nothing}")[0] == {"value": None}


@pytest.mark.parametrize(
    ("position", "line", "name"),
    [
        (("a",), 1, "a"),
        (("list",), 2, "list"),
        (("list", 0), 3, "list"),
        (("list", 1, "b"), 5, "list.b"),
        (("list", 1, "missing"), 4, "list.missing"),
        (("list", 7), 2, "list"),
        (("missing",), 1, "missing"),
    ],
)
def test_a_refusal_points_at_the_value_or_at_what_is_around_it(
    tmp_path: Path, position: Position, line: int, name: str
) -> None:
    path = tmp_path / "rule.yaml"
    path.write_text("a: 1\nlist:\n  - x\n  - a: 2\n    b: 3\n", encoding="utf-8")
    error = read_yaml(path)[1].refuse(position, "is odd")
    assert (str(error), error.line) == (f"{path}:{line}: {name}: is odd", line)


def test_a_refusal_of_the_whole_file_names_no_key(tmp_path: Path) -> None:
    path = tmp_path / "rule.yaml"
    assert str(Lines(path).refuse((), "is odd")) == f"{path}:1: is odd"


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "rule.yaml"
    path.write_bytes(b"name: \xff\xfe")
    with pytest.raises(BadRuleFile, match="save it as UTF-8 text"):
        read_yaml(path)
