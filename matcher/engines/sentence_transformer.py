"""Models of the library sentence-transformers: the built-in engine as such an object, or any other model.

torch and sentence_transformers cost seconds to import, so they are imported inside the functions here.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from matcher.encoder import EngineKey, Vectors, unit_length
from matcher.engines.nano import NanoEncoder
from matcher.errors import EngineUnavailable

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH = 32


def built_in_model(encoder: NanoEncoder | None = None) -> "SentenceTransformer":
    """A SentenceTransformer over the built-in engine; `encode_query` and `encode_document` have prompts."""
    from sentence_transformers import SentenceTransformer

    from matcher.engines.nano_module import PASSAGE_PROMPT, QUERY_PROMPT, NanoModule

    return SentenceTransformer(
        modules=[NanoModule(encoder)],
        device="cpu",
        prompts={"query": QUERY_PROMPT, "document": PASSAGE_PROMPT},
        similarity_fn_name="cosine",
    )


class SentenceTransformerEncoder:
    """Encoder over any SentenceTransformer; its own prompts for queries and documents are used."""

    def __init__(self, model: Any, key: EngineKey) -> None:
        """Wrap a loaded `model`; `key` names it in the store."""
        self.key = key
        self.dimensions = int(model.get_embedding_dimension())
        self._model = model

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """`encode_query` of the model, brought to unit length."""
        return self._encode(self._model.encode_query, texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """`encode_document` of the model, brought to unit length."""
        return self._encode(self._model.encode_document, texts)

    def _encode(self, encode: Any, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        return unit_length(np.asarray(encode(list(texts), batch_size=BATCH, show_progress_bar=False)))


def model_key(model: str, revision: str = "") -> EngineKey:
    """Key of a model by name or folder, told without loading it.

    A folder's version is a hash of its files' names, sizes and times, so that a retrained model gets new
    vectors; a name's version is its revision, `main` unless set.
    """
    folder = Path(model)
    if not folder.is_dir():
        return EngineKey(model, revision or "main")
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        facts = file.stat()
        digest.update(f"{file.relative_to(folder)}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return EngineKey(str(folder.resolve()), digest.hexdigest()[:12])


def load_model(model: str, revision: str = "") -> SentenceTransformerEncoder:
    """The model by name or folder.

    Raises EngineUnavailable when neither folder nor hub has it.
    """
    from sentence_transformers import SentenceTransformer

    try:
        loaded = SentenceTransformer(model, revision=revision or None)
    except (OSError, ValueError, ImportError, RuntimeError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise EngineUnavailable(
            f"The model {model!r} does not load ({reason}): give a folder or a name in MATCHER_MODEL, "
            "or leave it empty for the built-in one."
        ) from error
    return SentenceTransformerEncoder(loaded, model_key(model, revision))
