"""The engine as a SentenceTransformer, and other models by folder; only these tests pay for torch."""

from pathlib import Path

import numpy as np
import pytest

from matcher.engines.nano import NanoEncoder
from matcher.engines.sentence_transformer import built_in_model, load_model, model_key
from matcher.errors import EngineUnavailable
from matcher.load import engine_key, load_encoder

TEXTS = ["Hoitajien koulutus työpaikalla", "Training for carers at work", "Sports clubs for the young"]


def test_a_sentence_transformer_holds_the_built_in_engine(nano: NanoEncoder) -> None:
    model = built_in_model(nano)
    queries, documents = model.encode_query(TEXTS), model.encode_document(TEXTS)
    assert np.array_equal(queries, nano.encode_queries(TEXTS))
    assert np.array_equal(documents, nano.encode_passages(TEXTS))
    assert model.get_embedding_dimension() == nano.dimensions
    similarity = model.similarity(queries[:1], documents[1:])
    assert tuple(similarity.shape) == (1, 2)
    assert similarity[0, 0] > similarity[0, 1]
    with pytest.raises(ValueError, match="knows the prompts"):
        model.encode(TEXTS, prompt="summarise: ")


def test_it_is_saved_and_loaded_like_any_other(nano: NanoEncoder, tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    built_in_model(nano).save(str(tmp_path), create_model_card=False)
    again = SentenceTransformer(str(tmp_path), trust_remote_code=True, device="cpu")
    assert np.array_equal(again.encode_document(TEXTS[:1]), nano.encode_passages(TEXTS[:1]))


def test_another_model_is_chosen_by_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_tiny_model(tmp_path)
    monkeypatch.setenv("MATCHER_MODEL", str(tmp_path))
    encoder = load_encoder()
    assert encoder.key == engine_key() == model_key(str(tmp_path))
    assert encoder.dimensions == 8
    queries, passages = encoder.encode_queries(TEXTS), encoder.encode_passages(TEXTS)
    assert queries.shape == passages.shape == (len(TEXTS), 8)
    assert np.linalg.norm(queries, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)
    assert encoder.encode_passages([]).shape == (0, 8)


def save_tiny_model(folder: Path) -> None:
    """A real sentence-transformers model of a few words and eight dimensions."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    known = {word: number for number, word in enumerate(["?", *sorted(set(" ".join(TEXTS).split()))])}
    tokenizer = Tokenizer(WordLevel(known, unk_token="?"))
    tokenizer.pre_tokenizer = Whitespace()
    model = SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_dim=8)], device="cpu")
    model.save(str(folder), create_model_card=False)


def test_the_key_of_a_folder_changes_with_its_files(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    before = model_key(str(tmp_path))
    (tmp_path / "weights.bin").write_bytes(b"1")
    assert model_key(str(tmp_path)) != before
    assert str(model_key("some/model", "v2")) == "some/model@v2"
    assert model_key("some/model").version == "main"


def test_a_model_that_is_nowhere_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(EngineUnavailable, match="MATCHER_MODEL"):
        load_model(str(empty))
