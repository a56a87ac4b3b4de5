"""Why one stored call fits one stored coalition, whatever its place among the others."""

from sqlmodel import Session

from matcher.embed import embed_missing
from matcher.encoder import EncoderFactory, EngineKey
from matcher.explain import Reason, explain
from matcher.language_means import load_language_means
from matcher.load import engine_key, load_encoder
from matcher.stored_vectors import call_passages, embedded_profile
from store.models import Call, Coalition


def reasons_for(
    session: Session,
    coalition: Coalition,
    call: Call,
    *,
    encoder_factory: EncoderFactory = load_encoder,
    engine: EngineKey | None = None,
) -> list[Reason]:
    """The reasons that `match_coalition` would give for the call; they quote `call.description`.

    A model is loaded only when texts of these two are new or changed. Raises EngineUnavailable.
    """
    engine = engine or engine_key()
    embed_missing(session, encoder_factory, engine=engine, only=[call, coalition])
    passages = call_passages(session, [call], engine)
    return explain(
        embedded_profile(session, coalition, engine), passages[call.id or 0], load_language_means(engine)
    )
