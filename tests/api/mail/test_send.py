"""Mail goes out by a real server on loopback, protected as set, and nothing typed adds a header."""

import socket
import ssl
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.errors import MailUnsent
from api.mail import send
from store.errors import BadSetting
from store.vocabulary import Language
from tests.api.mail.certificate import self_signed
from tests.api.mail.server import Mailbox, serving
from tests.api.mail.settings import SENDER, lead_to

TO = "lead@example.org"


def test_a_message_arrives_as_it_was_written(mailbox: Mailbox) -> None:
    text = "Hei Åsa,\n\nlinkki: https://example.org/join/" + "x" * 90 + "\n.\nTerveisin\n"
    send.send(TO, "Kutsu: Lapin hoivatyön koalitio – työllisyys", text, Language.FI)
    (message,) = mailbox.messages()
    assert message["subject"] == "Kutsu: Lapin hoivatyön koalitio – työllisyys"
    assert message.get_content().replace("\r\n", "\n") == text
    assert (message["to"], message["from"]) == (TO, f"Koalitio <{SENDER}>")
    assert (message["content-language"], message["auto-submitted"]) == ("fi", "auto-generated")
    assert message["message-id"].endswith("@example.org>")
    assert message["date"].datetime.tzinfo is not None
    assert (mailbox.envelopes[0].mail_from, mailbox.envelopes[0].rcpt_tos) == (SENDER, [TO])


def test_an_address_with_letters_beyond_ascii(mailbox: Mailbox) -> None:
    send.send("åsa@exämple.org", "Hej", "Hej\n", Language.SV)
    assert mailbox.envelopes[0].rcpt_tos == ["åsa@exämple.org"]
    assert mailbox.messages()[0]["to"] == "åsa@exämple.org"


def test_a_server_that_knows_no_such_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Mailbox(), smtputf8=False) as box:
        lead_to(box, monkeypatch)
        with pytest.raises(MailUnsent, match=r"åsa@example\.org was not sent"):
            send.send("åsa@example.org", "Hej", "Hej\n", Language.SV)
        assert box.messages() == []


def test_a_refused_recipient_is_told(mailbox: Mailbox) -> None:
    with pytest.raises(MailUnsent, match=r"nobody@example\.org: check the address"):
        send.send("nobody@example.org", "Hello", "Hello\n", Language.EN)
    assert mailbox.messages() == []


def test_a_server_that_is_down_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        lead_to(Mailbox(port=held.getsockname()[1]), monkeypatch)
        with pytest.raises(MailUnsent, match="was not sent") as told:
            send.send(TO, "Hello", "Hello\n", Language.EN)
    assert len(str(told.value).splitlines()) == 1


def test_a_server_that_says_nothing_is_not_waited_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(send, "PATIENCE", 0.1)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        lead_to(Mailbox(port=silent.getsockname()[1]), monkeypatch)
        with pytest.raises(MailUnsent, match="timed out"):
            send.send(TO, "Hello", "Hello\n", Language.EN)


def test_without_a_server_nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KOALITIO_MAIL_HOST", raising=False)
    assert not send.is_on()
    with pytest.raises(MailUnsent, match="KOALITIO_MAIL_HOST"):
        send.send(TO, "Hello", "Hello\n", Language.EN)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(subject=st.text(max_size=200), name=st.text(max_size=80))
def test_no_subject_and_no_address_adds_a_header(subject: str, name: str) -> None:
    made = send.composed(SENDER, TO, f"{subject}\r\nBcc: other@example.org\n{name}", "Hello\n", Language.EN)
    read = made.as_bytes()
    assert made.get_all("bcc") is None
    assert b"\nbcc:" not in read.lower()
    wanted = {"from", "to", "subject", "date", "message-id", "content-language", "auto-submitted"}
    mime = {"mime-version", "content-type", "content-transfer-encoding"}
    assert {name.lower() for name in made.keys()} == wanted | mime  # noqa: SIM118 (a name may stand twice)


def test_an_address_with_a_line_break_reaches_nobody_else(mailbox: Mailbox) -> None:
    with pytest.raises(MailUnsent):
        send.send("lead@example.org\r\nRCPT TO:<other@example.org>", "Hello", "Hello\n", Language.EN)
    assert mailbox.messages() == []


def test_starttls_protects_and_signs_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    context = self_signed(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    with serving(Mailbox(), starttls=context, user=(b"koalitio", b"secret words")) as box:
        lead_to(box, monkeypatch, host="localhost", tls="starttls")
        monkeypatch.setenv("KOALITIO_MAIL_USER", "koalitio")
        monkeypatch.setenv("KOALITIO_MAIL_PASSWORD", "secret words")
        send.send(TO, "Hello", "Hello\n", Language.EN)
        assert box.was_protected == [True]
        monkeypatch.setenv("KOALITIO_MAIL_PASSWORD", "other words")
        with pytest.raises(MailUnsent) as told:
            send.send(TO, "Hello", "Hello\n", Language.EN)
        assert "other words" not in str(told.value)
    assert len(box.messages()) == 1


def test_tls_protects_from_the_first_byte(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    context = self_signed(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    with serving(Mailbox(), tls=context) as box:
        lead_to(box, monkeypatch, host="localhost", tls="tls")
        send.send(TO, "Hello", "Hello\n", Language.EN)
    assert box.was_protected == [True]


def test_a_certificate_that_nobody_vouches_for_gets_no_mail(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with serving(Mailbox(), starttls=self_signed(tmp_path)) as box:
        lead_to(box, monkeypatch, host="localhost", tls="starttls")
        with pytest.raises(MailUnsent, match="certificate"):
            send.send(TO, "Hello", "Hello\n", Language.EN)
    assert box.messages() == []


def test_a_server_without_starttls_gets_no_mail_when_it_is_asked_for(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOALITIO_MAIL_TLS", "starttls")
    with pytest.raises(MailUnsent, match="STARTTLS"):
        send.send(TO, "Hello", "Hello\n", Language.EN)
    assert mailbox.messages() == []


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("SENDER", "", "KOALITIO_MAIL_SENDER"),
        ("PORT", "often", "KOALITIO_MAIL_PORT"),
        ("PORT", "70000", "KOALITIO_MAIL_PORT"),
        ("TLS", "perhaps", "KOALITIO_MAIL_TLS"),
    ],
)
def test_an_unusable_setting_is_named(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    monkeypatch.setenv(f"KOALITIO_MAIL_{name}", value)
    with pytest.raises(BadSetting, match=told):
        send.is_on()
    assert mailbox.messages() == []


def test_a_password_never_travels_in_the_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    lead_to(Mailbox(port=25), monkeypatch, host="mail.example.org")
    assert send.is_on()
    monkeypatch.setenv("KOALITIO_MAIL_USER", "koalitio")
    with pytest.raises(BadSetting, match="in the clear"):
        send.is_on()


def test_a_certificate_is_checked_by_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    context = self_signed(tmp_path)
    assert isinstance(context, ssl.SSLContext)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    with serving(Mailbox(), starttls=context) as box:
        lead_to(box, monkeypatch, host="127.0.0.1", tls="starttls")
        with pytest.raises(MailUnsent, match=r"certificate|match"):
            send.send(TO, "Hello", "Hello\n", Language.EN)
