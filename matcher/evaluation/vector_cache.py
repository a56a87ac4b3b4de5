"""Vectors of benchmark texts, remembered between runs by the hash of the text.

Only `evaluate` uses this; vectors of calls and coalitions live in the store.
"""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from matcher.encoder import Encoder, EncoderFactory, EngineKey, Vectors
from matcher.errors import BadCache
from matcher.progress import OnStep, unwatched

BATCH = 32


class CachedEncoder:
    """An Encoder that loads its engine only for texts it has not met before.

    Texts are encoded in batches; `on_texts` hears how many texts each step settled.
    """

    def __init__(
        self, key: EngineKey, factory: EncoderFactory, folder: Path, on_texts: OnStep = unwatched
    ) -> None:
        """Open or create `vectors.sqlite3` in `folder`; raises BadCache when that cannot be done."""
        self.key = key
        self._factory = factory
        self._encoder: Encoder | None = None
        self._on_texts = on_texts
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(folder / "vectors.sqlite3", timeout=30)
            self._base.execute("PRAGMA journal_mode=WAL")
            self._base.execute("CREATE TABLE IF NOT EXISTS vector (key TEXT PRIMARY KEY, data BLOB NOT NULL)")
        except (OSError, sqlite3.Error) as error:
            raise BadCache(
                f"{folder} cannot hold vectors ({error}): point MATCHER_CACHE_DIR elsewhere."
            ) from error

    @property
    def dimensions(self) -> int:
        """Length of a vector; loads the engine."""
        return self._engine().dimensions

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """As `Encoder.encode_queries`, remembered."""
        return self._encode("query", texts, lambda batch: self._engine().encode_queries(batch))

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """As `Encoder.encode_passages`, remembered."""
        return self._encode("passage", texts, lambda batch: self._engine().encode_passages(batch))

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def _engine(self) -> Encoder:
        if self._encoder is None:
            self._encoder = self._factory()
        return self._encoder

    def _encode(self, role: str, texts: Sequence[str], encode: Callable[[list[str]], Vectors]) -> Vectors:
        keys = [self._text_key(role, text) for text in texts]
        times = Counter(keys)
        known = {key: data for key in times if (data := self._recall(key)) is not None}
        self._on_texts(sum(times[key] for key in known))
        waiting = [
            (key, text) for key, text in dict(zip(keys, texts, strict=True)).items() if key not in known
        ]
        for first in range(0, len(waiting), BATCH):
            batch = waiting[first : first + BATCH]
            made = encode([text for _, text in batch])
            fresh = {key: vector for (key, _), vector in zip(batch, made, strict=True)}
            self._remember(fresh)
            known |= fresh
            self._on_texts(sum(times[key] for key in fresh))
        return np.stack([known[key] for key in keys]) if keys else np.empty((0, 0), dtype=np.float32)

    def _text_key(self, role: str, text: str) -> str:
        return hashlib.sha256(f"{self.key}\0{role}\0{text}".encode()).hexdigest()

    def _recall(self, key: str) -> Vectors | None:
        row = self._base.execute("SELECT data FROM vector WHERE key = ?", (key,)).fetchone()
        return None if row is None else np.frombuffer(row[0], dtype="<f4").astype(np.float32)

    def _remember(self, vectors: dict[str, Vectors]) -> None:
        rows = [(key, vector.astype("<f4").tobytes()) for key, vector in vectors.items()]
        with self._base:
            self._base.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?)", rows)
