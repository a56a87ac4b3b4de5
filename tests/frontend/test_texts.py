"""The catalogue: whole in three languages, and neither more nor less than the pages use."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from babel.support import Translations

import frontend
from frontend import texts
from frontend.errors import BrokenCatalogue, UnknownText
from frontend.health import ALARMS, Health
from frontend.words import Words
from store.models.call import MAPPED_FIELDS
from store.vocabulary import BudgetScope, CallFlag, Language

ROOM = Path(frontend.__file__).parent
SOURCES = "\n".join(p.read_text(encoding="utf-8") for p in [*ROOM.rglob("*.py"), *ROOM.rglob("*.html")])
LITERAL = re.compile(r"""["']([a-z_]+(?:\.[a-z_0-9-]+)*)["']""")
BUILT = re.compile(
    r"""["']([a-z_]+\.(?:[a-z_]+[._])?)["'] ~|f"([a-z_]+\.(?:[a-z_]+\.)?)\{|or_raw\("([a-z_]+)","""
)
COUNTED = re.compile(r"""\bcount\(\s*["']([a-z_]+(?:\.[a-z_]+)+)["']""")


def test_every_text_has_words_in_every_language() -> None:
    for key, entry in texts.catalogue().items():
        assert set(entry) == set(Language), key
        assert all(words.strip() for words in entry.values()), key


def test_every_language_fills_in_the_same_values() -> None:
    for key, entry in texts.catalogue().items():
        loose = {"n"} if key.endswith(".one") else set()
        assert len({texts.values_of(words) - loose for words in entry.values()}) == 1, key


@pytest.mark.parametrize("language", list(Language))
def test_counted_texts_have_every_form_of_the_language(language: Language) -> None:
    assert texts.forms_of(language) == {"one", "other"}
    stems = {key.removesuffix(".other") for key in texts.catalogue() if key.endswith(".other")}
    asked = {stem for stem in COUNTED.findall(SOURCES) if not stem.endswith(".")}
    assert asked
    assert asked <= stems
    for stem in stems:
        assert {f"{stem}.{form}" for form in texts.forms_of(language)} <= set(texts.catalogue())


@pytest.mark.parametrize("language", list(Language))
def test_every_text_comes_out_of_the_compiled_catalogue_as_it_was_written(language: Language) -> None:
    compiled = texts.translations(language)
    assert isinstance(compiled, Translations)
    assert {key: compiled.gettext(key) for key in texts.catalogue()} == {
        key: entry[language] for key, entry in texts.catalogue().items()
    }
    assert compiled.info()["language"] == language


@pytest.mark.parametrize(
    ("number", "english", "finnish", "swedish"),
    [
        (0, "0 calls", "0 hakua", "0 utlysningar"),
        (1, "1 call", "1 haku", "1 utlysning"),
        (2, "2 calls", "2 hakua", "2 utlysningar"),
        (21, "21 calls", "21 hakua", "21 utlysningar"),
        (1.5, "1.5 calls", "1.5 hakua", "1.5 utlysningar"),
        (Decimal("1.0"), "1.0 calls", "1.0 hakua", "1.0 utlysningar"),
    ],
)
def test_a_number_takes_the_form_of_the_languages_own_rule(
    number: int | float | Decimal, english: str, finnish: str, swedish: str
) -> None:
    said = [Words(language).count("calls.count", number) for language in Language]
    assert said == [english, finnish, swedish]
    assert Words(Language.FI).count("calls.count", 20_000, "20 000") == "20 000 hakua"


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
    [
        ("a.b: {en: x, fi: y}", "needs exactly"),
        ("a.b: x", "needs exactly"),
        ("a.b: {en: x, fi: y, sv: ' '}", "lacks words"),
        ("a.b: {en: x, fi: y, sv: }", "lacks words"),
        ("a.b: {en: '{n} x', fi: y, sv: '{n} z'}", "other values"),
        ("a.b: {en: '{n} x', fi: '{m} y', sv: '{n} z'}", "other values"),
        ("a.b.other: {en: x, fi: y, sv: z}", "lacks one"),
    ],
)
def test_a_text_that_is_not_whole_is_refused(
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
