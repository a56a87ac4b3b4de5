"""Sends one plain-text message by SMTP (RFC 5321), protected as the settings say."""

import re
import smtplib
import ssl
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime, formataddr, make_msgid

from api.errors import MailUnsent
from api.mail.settings import MailSettings, Tls, mail_settings
from store import clock
from store.vocabulary import Language

PATIENCE = 20.0
"""Seconds to wait for the server at each step."""
CALLED = "Koalitio"


def is_on() -> bool:
    """Whether mail is sent at all. Raises BadSetting."""
    return mail_settings().is_on


def send(to: str, subject: str, text: str, language: Language) -> None:
    """Sends the message. Raises MailUnsent, also when no server is set, and store.errors.BadSetting."""
    settings = mail_settings()
    if not settings.is_on:
        raise MailUnsent("No mail is sent from here: pass the link on yourself, or set KOALITIO_MAIL_HOST.")
    if to.count("@") != 1 or to != _one_line(to) or " " in to:
        raise MailUnsent("The mail was not sent: it was meant for something that is no address.")
    message = composed(settings.sender, to, subject, text, language)
    try:
        with _connected(settings) as server:
            if settings.user:
                server.login(settings.user, settings.password.get_secret_value())
            server.send_message(message, from_addr=settings.sender, to_addrs=[to])
    except smtplib.SMTPRecipientsRefused:
        raise MailUnsent(f"The mail server does not take mail for {to}: check the address.") from None
    except (smtplib.SMTPException, OSError, UnicodeError) as wrong:
        raise MailUnsent(f"The mail to {to} was not sent: {_why(wrong)}.") from wrong


def composed(sender: str, to: str, subject: str, text: str, language: Language) -> EmailMessage:
    """The message as it is sent; nothing in a subject or an address can add a header of its own."""
    message = EmailMessage(policy=SMTP if to.isascii() and sender.isascii() else SMTPUTF8)
    message["From"] = formataddr((CALLED, _one_line(sender)))
    message["To"] = _one_line(to)
    message["Subject"] = _one_line(subject)
    message["Date"] = format_datetime(clock.real_now())
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2].encode("idna").decode())
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no answering machine answers it
    message.set_content(text, cte="quoted-printable")
    message["Content-Language"] = str(language)
    return message


def _connected(settings: MailSettings) -> smtplib.SMTP:
    context = ssl.create_default_context()
    host = settings.host.strip()
    if settings.tls is Tls.TLS:
        return smtplib.SMTP_SSL(host, settings.port, timeout=PATIENCE, context=context)
    server = smtplib.SMTP(host, settings.port, timeout=PATIENCE)
    if settings.tls is Tls.STARTTLS:
        try:
            server.starttls(context=context)
        except BaseException:
            server.close()
            raise
    return server


def _one_line(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text).split())


def _why(wrong: Exception) -> str:
    """The server's own words on one line, or what kept it from being reached."""
    if isinstance(wrong, smtplib.SMTPResponseException):
        said = wrong.smtp_error
        words = said.decode(errors="replace") if isinstance(said, bytes) else str(said)
        return f"{wrong.smtp_code} {_one_line(words)}"[:200]
    return (_one_line(str(wrong)) or type(wrong).__name__)[:200]
