"""Reasons for one call: the same as in the list of matches, and nothing else is embedded for them."""

from collections.abc import Sequence

from sqlmodel import Session

from matcher.encoder import Vectors
from matcher.engines.nano import NanoEncoder, nano_key
from matcher.match import match_coalition
from matcher.reasons import reasons_for
from store.coalitions import save_coalition
from store.importer import save_call
from tests import builders
from tests.matcher.doubles import not_to_be_called

TEXT = (
    "## Scope\nUnemployed people are trained for care work at the workplace, "
    "and employers hire them afterwards."
)


class Counting(NanoEncoder):
    """The built-in engine, remembering what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.seen += texts
        return super().encode_passages(texts)


def test_only_the_call_and_the_coalition_are_embedded(session: Session) -> None:
    call = save_call(session, builders.call(title="Care", description=TEXT)).call
    save_call(session, builders.call(external_id="other", identifier="other", title="Peat", description=""))
    coalition = save_coalition(session, builders.coalition())
    encoder = Counting()
    reasons = reasons_for(session, coalition, call, encoder_factory=lambda: encoder)
    assert reasons
    assert all("Peat" not in text for text in encoder.seen)
    again = reasons_for(session, coalition, call, encoder_factory=not_to_be_called, engine=nano_key())
    assert again == reasons
    listed = match_coalition(session, coalition.id or 0, encoder_factory=lambda: encoder).best
    assert next(match for match in listed if match.call.id == call.id).reasons == reasons
