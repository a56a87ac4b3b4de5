"""Vectors of benchmark texts are remembered by text, role and engine."""

from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from matcher.encoder import EngineKey
from matcher.errors import BadCache
from matcher.evaluation.vector_cache import BATCH, CachedEncoder
from tests.matcher.doubles import OneHotEncoder, not_to_be_called

KEY = OneHotEncoder.key
TEXTS = ["care", "youth", "care", ""]


def test_a_text_is_encoded_once_and_then_without_an_engine(tmp_path: Path) -> None:
    encoder = OneHotEncoder()
    with closing(CachedEncoder(KEY, lambda: encoder, tmp_path)) as cached:
        first = cached.encode_passages(TEXTS)
        assert encoder.seen == ["care", "youth", ""]
        assert np.array_equal(first, OneHotEncoder().encode_passages(TEXTS))
        cached.encode_queries(TEXTS[:1])
        assert encoder.seen == ["care", "youth", "", "care"]
    with closing(CachedEncoder(KEY, not_to_be_called, tmp_path)) as cached:
        assert np.array_equal(cached.encode_passages(TEXTS), first)
        assert cached.encode_queries([]).size == 0
        with pytest.raises(AssertionError):
            cached.encode_passages(["sport"])


def test_another_engine_finds_nothing_of_the_first(tmp_path: Path) -> None:
    with closing(CachedEncoder(KEY, OneHotEncoder, tmp_path)) as cached:
        cached.encode_passages(TEXTS)
        assert cached.dimensions == OneHotEncoder.dimensions
    encoder = OneHotEncoder()
    with closing(CachedEncoder(EngineKey("one-hot", "2"), lambda: encoder, tmp_path)) as cached:
        cached.encode_passages(TEXTS)
    assert encoder.seen == ["care", "youth", ""]


def test_every_text_is_counted_once_whether_remembered_or_new(tmp_path: Path) -> None:
    told: list[int] = []
    texts = [f"care {number}" for number in range(BATCH + 5)]
    with closing(CachedEncoder(KEY, OneHotEncoder, tmp_path, told.append)) as cached:
        cached.encode_passages(texts[:3])
        assert sum(told) == 3
        cached.encode_passages(texts + texts[:1])
        assert sum(told) == 3 + len(texts) + 1


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(BadCache, match="MATCHER_CACHE_DIR"):
        CachedEncoder(KEY, OneHotEncoder, file)
    (tmp_path / "vectors.sqlite3").write_bytes(
        b"not a database at all, but long enough to be read as one" * 20
    )
    with pytest.raises(BadCache, match="MATCHER_CACHE_DIR"):
        CachedEncoder(KEY, OneHotEncoder, tmp_path)
