"""Language means: measured, shipped, and worth having."""

import json
from pathlib import Path

import numpy as np
import pytest

from matcher import measure_language_means as script
from matcher.encoder import EngineKey
from matcher.engines.nano import NanoEncoder
from matcher.errors import BadSentences
from matcher.language_means import LanguageMeans, Unrelated, load_language_means, not_measured
from tests.matcher.doubles import OneHotEncoder

KEY = EngineKey("some/model", "1.0")


def test_a_finnish_query_meets_its_english_counterpart_once_language_is_away(nano: NanoEncoder) -> None:
    queries = [
        "Työttömien kouluttaminen lähihoitajiksi",
        "Turvetuotannosta irtisanottujen uudelleenkoulutus",
        "Nuorten liikunta ja vapaaehtoistyö",
    ]
    documents = [
        ("Training unemployed people to become practical nurses", "en"),
        ("Retraining of workers laid off from peat production", "en"),
        ("Sport and volunteering for the young", "en"),
        ("Ilmoitus kokouksen ajankohdasta", "fi"),
        ("Hakuohjeet ja liitteet löytyvät verkkosivulta", "fi"),
    ]
    languages = [language for _, language in documents]
    raw_queries = nano.encode_queries(queries)
    raw_documents = nano.encode_passages([text for text, _ in documents])
    means = load_language_means(nano.key)
    raw = raw_queries @ raw_documents.T
    centred = (
        means.centre_queries(raw_queries, ["fi"] * 3) @ means.centre_passages(raw_documents, languages).T
    )
    own = np.arange(3)

    def lead(cosines: np.ndarray) -> float:
        return float((cosines[own, own] - cosines[:, 3:].max(axis=1)).min() / cosines.std())

    assert (centred.argmax(axis=1) == own).all()
    assert lead(centred) > lead(raw)


def test_the_shipped_numbers_cover_the_languages_and_agree_with_the_engine(nano: NanoEncoder) -> None:
    means = load_language_means(nano.key)
    assert {"fi", "sv", "en", "de", "fr", "et", "pl"} <= set(means.queries)
    assert set(means.queries) == set(means.passages)
    assert all(mean.shape == (nano.dimensions,) for mean in means.passages.values())
    assert means.unrelated is not None
    assert 0 <= means.unrelated.mean < means.unrelated.deviation < 0.2


def test_an_unknown_language_loses_what_all_languages_share() -> None:
    one, two = np.array([2.0, 0, 1], dtype=np.float32), np.array([0, 2.0, 1], dtype=np.float32)
    means = LanguageMeans(KEY, {"fi": one, "en": two}, {"fi": one, "en": two})
    vectors = np.array([[1, 1, 2], [2, 0, 2]], dtype=np.float32)
    assert means.centre_passages(vectors, [None, "fi"]).tolist() == [[0, 0, 1], [0, 0, 1]]
    assert means.centre_queries(vectors, ["xx", "fi"]).tolist() == [[0, 0, 1], [0, 0, 1]]


def test_nothing_is_taken_away_for_an_engine_that_was_not_measured(tmp_path: Path) -> None:
    vectors = np.array([[3, 4]], dtype=np.float32)
    assert load_language_means(KEY, tmp_path) == not_measured(KEY)
    assert not_measured(KEY).centre_queries(vectors, ["fi"]) == pytest.approx(np.array([[0.6, 0.8]]))
    assert vectors.tolist() == [[3, 4]]


def test_numbers_are_the_same_after_saving(tmp_path: Path) -> None:
    mean = np.array([0.5, 0.25], dtype=np.float32)
    saved = LanguageMeans(KEY, {"fi": mean}, {"fi": -mean}, Unrelated(0.5, 0.25))
    assert saved.save(tmp_path).name == "language_means.some-model-1.0.npz"
    loaded = load_language_means(KEY, tmp_path)
    assert loaded.unrelated == saved.unrelated
    assert loaded.queries["fi"].tolist() == mean.tolist()
    assert loaded.passages["fi"].tolist() == (-mean).tolist()


def test_the_script_measures_a_file_and_tells_what_is_wrong_with_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script, "load_encoder", OneHotEncoder)
    file = tmp_path / "sentences.jsonl"
    rows = [{"id": str(n), "en": "care" if n % 2 else "youth", "fi": "care sport"} for n in range(460)]
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert script.main([str(file), "--to", str(tmp_path)]) == 0
    means = load_language_means(OneHotEncoder.key, tmp_path)
    assert set(means.queries) == {"en", "fi"}
    assert means.queries["en"].tolist() == [0.5, 0, 0.5, 0, 0, 0]
    assert script.main([str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "told"),
    [("", "0 rows"), ("[1]\n", "line 1"), ("{\n", "one JSON object"), ('{"en": "x"}', "1 rows")],
)
def test_a_broken_file_is_told(tmp_path: Path, content: str, told: str) -> None:
    file = tmp_path / "sentences.jsonl"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadSentences, match=told):
        script.read_sentences(file, 3)
