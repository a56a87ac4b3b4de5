"""The catalogue: whole in three languages, and neither more nor less than the pages use."""

import re
from pathlib import Path
from string import Formatter

import pytest

import frontend
from frontend import texts
from frontend.errors import BrokenCatalogue, UnknownText
from frontend.health import ALARMS, Health
from store.models.call import MAPPED_FIELDS
from store.vocabulary import BudgetScope, CallFlag, Language

ROOM = Path(frontend.__file__).parent
SOURCES = "\n".join(p.read_text(encoding="utf-8") for p in [*ROOM.rglob("*.py"), *ROOM.rglob("*.html")])
LITERAL = re.compile(r"""["']([a-z_]+(?:\.[a-z_0-9-]+)*)["']""")
BUILT = re.compile(
    r"""["']([a-z_]+\.(?:[a-z_]+[._])?)["'] ~|f"([a-z_]+\.(?:[a-z_]+\.)?)\{|or_raw\("([a-z_]+)","""
)


def _parts(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_text_has_words_in_every_language() -> None:
    for key, entry in texts.catalogue().items():
        assert set(entry) == set(Language), key
        assert all(words.strip() for words in entry.values()), key


def test_every_language_fills_in_the_same_values() -> None:
    for key, entry in texts.catalogue().items():
        english = _parts(entry[Language.EN])
        loose = {"n"} if key.endswith(".one") else set()
        for language in (Language.FI, Language.SV):
            assert _parts(entry[language]) ^ english <= loose, (key, language)


def test_counted_texts_have_both_forms() -> None:
    for key in texts.catalogue():
        stem, _, form = key.rpartition(".")
        if form in {"one", "other"}:
            assert {f"{stem}.one", f"{stem}.other"} <= set(texts.catalogue())


def test_pages_use_every_text_and_no_text_is_left_over() -> None:
    literal = set(LITERAL.findall(SOURCES))
    built = [a or b or f"{c}." for a, b, c in BUILT.findall(SOURCES)]
    left = [
        key
        for key in texts.catalogue()
        if key not in literal
        and key.rpartition(".")[0] not in literal
        and not any(key.startswith(start) for start in built)
    ]
    assert left == []


def test_every_literal_text_of_a_template_is_in_the_catalogue() -> None:
    asked = set(re.findall(r"""\bt\(["']([a-z_.]+)["'][,)]""", SOURCES))
    assert asked
    assert {key for key in asked if not texts.has_text(key)} == set()


@pytest.mark.parametrize(
    "keys",
    [
        [f"field.{name}" for name in MAPPED_FIELDS],
        [f"doubt.{flag}" for flag in CallFlag],
        [f"money.scope.{scope}" for scope in BudgetScope],
        [f"language.{language}" for language in Language],
        [f"health.{health}" for health in Health],
        [f"health.{health}.next" for health in Health if health is not Health.GOOD],
        [f"health.{health}.why" for health in ALARMS],
    ],
)
def test_built_texts_cover_their_vocabulary(keys: list[str]) -> None:
    assert [key for key in keys if not texts.has_text(key)] == []


def test_an_unknown_text_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(UnknownText, match="frontend/texts/"):
        texts.text("no.such.text", Language.FI)


@pytest.mark.parametrize(
    ("content", "says"),
    [("a.b: {en: x, fi: y}", "needs exactly"), ("a.b: x", "needs exactly")],
)
def test_a_text_without_a_language_is_refused(
    content: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.yaml").write_text(content, encoding="utf-8")
    monkeypatch.setattr(texts, "FOLDER", tmp_path)
    with pytest.raises(BrokenCatalogue, match=says):
        texts.catalogue.__wrapped__()


def test_a_text_that_stands_twice_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("x.yaml", "y.yaml"):
        (tmp_path / name).write_text("a.b: {en: x, fi: y, sv: z}", encoding="utf-8")
    monkeypatch.setattr(texts, "FOLDER", tmp_path)
    with pytest.raises(BrokenCatalogue, match="twice"):
        texts.catalogue.__wrapped__()
