"""What the matcher asks of an embedding engine, and the key that its vectors go by."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


class EngineKey(NamedTuple):
    """Name and version of an engine: vectors of two keys are never compared with one another."""

    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.name}@{self.version}"


class Encoder(Protocol):
    """Turns texts into vectors of unit length.

    Queries and passages are told apart because models of the E5 family are trained with a prompt for each.
    """

    @property
    def key(self) -> EngineKey:
        """Name and version, the key of every stored vector."""
        ...

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        ...

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of what is looked for: (len(texts), dimensions), float32, unit length."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of what may be found: (len(texts), dimensions), float32, unit length."""
        ...


EncoderFactory = Callable[[], Encoder]


def unit_length(vectors: Vectors) -> Vectors:
    """Each row divided by its Euclidean length; a row of zeros stays zero.

    >>> unit_length(np.array([[3.0, 4.0], [0.0, 0.0]], dtype=np.float32)).round(2).tolist()
    [[0.6000000238418579, 0.800000011920929], [0.0, 0.0]]
    """
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)
