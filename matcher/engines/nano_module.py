"""The built-in engine as the first module of a SentenceTransformer.

Importing this file imports torch and costs seconds: only `matcher/engines/sentence_transformer.py` does, when
somebody asks for that object.
"""

from collections.abc import Sequence
from typing import Any

import torch
from sentence_transformers.sentence_transformer.modules import InputModule

from matcher.engines.nano import DIMENSIONS, NanoEncoder

QUERY_PROMPT = "query: "
PASSAGE_PROMPT = "passage: "


class NanoModule(InputModule):
    """Input module whose forward pass is the built-in engine.

    The engine writes the prompt itself, so the prompt that arrives only says which of the two is meant; the
    model was trained with these two alone, and any other raises ValueError.
    """

    config_keys: list[str] = []  # noqa: RUF012 (the base class declares it so)

    def __init__(self, encoder: NanoEncoder | None = None) -> None:
        """Hold `encoder`, or load the engine."""
        super().__init__()  # type: ignore[no-untyped-call]
        self.encoder = encoder or NanoEncoder()

    def preprocess(
        self,
        inputs: Sequence[Any],
        prompt: str | None = None,
        **kwargs: Any,  # noqa: ARG002
    ) -> dict[str, Any]:
        """Texts and whether they are queries, for `forward`; no prompt counts as a query."""
        if prompt not in (None, "", QUERY_PROMPT, PASSAGE_PROMPT):
            raise ValueError(
                f"this model knows the prompts {QUERY_PROMPT!r} and {PASSAGE_PROMPT!r}, not {prompt!r}"
            )
        return {"texts": list(inputs), "are_passages": prompt == PASSAGE_PROMPT}

    def forward(self, features: dict[str, Any], **kwargs: Any) -> dict[str, Any]:  # noqa: ARG002
        """Add `sentence_embedding`: (len(texts), 384), float32, unit length."""
        encode = self.encoder.encode_passages if features["are_passages"] else self.encoder.encode_queries
        features["sentence_embedding"] = torch.from_numpy(encode(features["texts"]))
        return features

    def get_embedding_dimension(self) -> int:
        """384."""
        return DIMENSIONS

    def save(self, output_path: str, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        """Write the (empty) configuration; the weights stay in their package."""
        self.save_config(output_path)
