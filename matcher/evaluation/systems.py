"""The rankings that can be measured, by name."""

from enum import StrEnum


class SystemName(StrEnum):
    """Koalitio's own ranking and the two baselines; the value is the key in `evaluate --json`."""

    SYSTEM = "system"
    BM25 = "bm25"
    TFIDF = "tfidf"
