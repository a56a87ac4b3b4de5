"""A member's link goes by mail where mail is set up; else whoever asked passes it on."""

import pytest
from sqlmodel import Session

from api.errors import Forbidden, MailUnsent
from api.mail import send
from api.services.members.member_mail import mail_link
from store.vocabulary import Language, Role
from tests.api import care, seats

LINK = "http://localhost:8000/m/secret"


def test_without_mail_the_link_is_passed_on_by_hand(session: Session) -> None:
    care.coalition(session)
    assert not mail_link(session, care.SLUG, "college", "college@example.org", LINK, Language.EN)


@pytest.mark.parametrize(
    ("language", "word"), [(Language.EN, "Member:"), (Language.FI, "Jäsen:"), (Language.SV, "Medlem:")]
)
def test_the_letter_holds_the_link_and_whose_it_is(
    session: Session, monkeypatch: pytest.MonkeyPatch, language: Language, word: str
) -> None:
    care.coalition(session)
    sent: list[tuple[str, str, str, Language]] = []
    monkeypatch.setattr(send, "is_on", lambda: True)
    monkeypatch.setattr(send, "send", lambda *letter: sent.append(letter))
    assert mail_link(session, care.SLUG, "college", "college@example.org", LINK, language)
    ((to, _, text, spoken),) = sent
    assert (to, spoken) == ("college@example.org", language)
    assert LINK in text
    assert f"{word} Sample College" in text


def test_a_letter_that_is_not_taken_is_told(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise MailUnsent("no")

    care.coalition(session)
    monkeypatch.setattr(send, "is_on", lambda: True)
    monkeypatch.setattr(send, "send", refuse)
    assert not mail_link(session, care.SLUG, "college", "college@example.org", LINK, Language.EN)


def test_a_member_mails_nobody(session: Session) -> None:
    care.coalition(session)
    with seats.asking(session, seats.actor(Role.MEMBER)), pytest.raises(Forbidden):
        mail_link(session, care.SLUG, "college", "college@example.org", LINK, Language.EN)
