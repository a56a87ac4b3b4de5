"""Choose the embedding engine that the settings name."""

from matcher.encoder import Encoder, EngineKey
from matcher.engines.nano import NanoEncoder, nano_key
from matcher.settings import MatcherSettings, read_settings


def engine_key(settings: MatcherSettings | None = None) -> EngineKey:
    """Key of the engine that `load_encoder` would load, told without loading it."""
    settings = settings or read_settings()
    if not settings.model:
        return nano_key()
    from matcher.engines.sentence_transformer import model_key

    return model_key(settings.model, settings.revision)


def load_encoder(settings: MatcherSettings | None = None) -> Encoder:
    """The engine named by `MATCHER_MODEL`, or the built-in one.

    Raises EngineUnavailable when it cannot be loaded.
    """
    settings = settings or read_settings()
    if not settings.model:
        return NanoEncoder(settings.threads)
    from matcher.engines.sentence_transformer import load_model

    return load_model(settings.model, settings.revision)
