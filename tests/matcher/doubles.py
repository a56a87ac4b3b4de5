"""Doubles: an encoder whose vectors can be told by eye, and documents and profiles with valid defaults."""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import numpy as np

from matcher.documents import Document
from matcher.encoder import EngineKey, Vectors, unit_length
from matcher.language_means import LanguageMeans, Unrelated
from matcher.load import engine_key
from matcher.profile import EmbeddedProfile, Profile
from matcher.ranking import Index

THEMES = ("care", "digital", "youth", "peat", "sport", "language")


class OneHotEncoder:
    """One axis a theme: a text's vector has a one for each theme it names, then unit length.

    Every text that was asked for is kept in `seen`, so that a test can say what was embedded.
    """

    key = EngineKey("one-hot", "1")
    dimensions = len(THEMES)

    def __init__(self) -> None:
        self.seen: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """(len(texts), len(THEMES))."""
        self.seen += texts
        rows = [[theme in text.lower() for theme in THEMES] for text in texts]
        return unit_length(np.array(rows, dtype=np.float32).reshape(len(texts), len(THEMES)))

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """(len(texts), len(THEMES))."""
        return self.encode_queries(texts)


class WordEncoder:
    """Stands in for the real model, under its own key: texts that share words lie near each other.

    What it embedded is found again by the pages, so that none of them loads a model.
    """

    dimensions = 384

    def __init__(self) -> None:
        self.key = engine_key()

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """(len(texts), dimensions)."""
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split() or [""]:
                row[crc32(word.encode()) % self.dimensions] += 1
        return unit_length(rows)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """(len(texts), dimensions)."""
        return self.encode_queries(texts)


def not_to_be_called() -> OneHotEncoder:
    """An encoder factory for tests in which no model may be loaded."""
    raise AssertionError("a model was loaded")


def means(deviation: float = 0.1) -> LanguageMeans:
    """Means that take nothing away, with unrelated texts at cosine 0 and this deviation."""
    return LanguageMeans(OneHotEncoder.key, {}, {}, Unrelated(0.0, deviation))


def document(name: str, text: str = "care", **facts: Any) -> Document:
    """A document that is about `text`; title and language can be replaced like any fact."""
    return Document(**({"id": name, "title": "Call", "text": text, "language": "en"} | facts))


def index(*documents: Document) -> Index:
    """An index over one-hot vectors."""
    return Index(documents, OneHotEncoder().encode_passages([d.text for d in documents]), means())


def profile(summary: str = "care", **facts: Any) -> EmbeddedProfile:
    """A profile that wants `summary`, with one-hot vectors."""
    wanted = Profile(**({"summary": summary} | facts))
    encoder = OneHotEncoder()
    aims = encoder.encode_queries([aim.text for aim in wanted.aims])
    return EmbeddedProfile(wanted, encoder.encode_queries([summary])[0], aims)
