"""What is muted is muted once, and shown again."""

from sqlmodel import Session

from store import mutes
from store.vocabulary import MuteKind
from tests.frontend.stored import store_coalition


def test_what_is_muted_is_muted_once_and_shown_again(session: Session) -> None:
    number = store_coalition(session).id
    assert number
    mutes.mute(session, number, MuteKind.SOURCE, "zx", "Lead")
    mutes.mute(session, number, MuteKind.SOURCE, "zx", "Other")
    mutes.mute(session, number, MuteKind.PROGRAMME, "zx", "Other")
    assert [(one.kind, one.value, one.by) for one in mutes.mutes_of(session, number)] == [
        (MuteKind.PROGRAMME, "zx", "Other"),
        (MuteKind.SOURCE, "zx", "Lead"),
    ]
    assert mutes.unmute(session, number, MuteKind.SOURCE, "zx") is True
    assert mutes.unmute(session, number, MuteKind.SOURCE, "zx") is False
    assert len(mutes.mutes_of(session, number)) == 1
