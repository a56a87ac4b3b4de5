"""Settings of mail, read from the environment with the prefix `KOALITIO_MAIL_`."""

from enum import StrEnum

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from store.errors import BadSetting


class Tls(StrEnum):
    """How the connection to the mail server is protected."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class MailSettings(BaseSettings):
    """The mail server that invitations and links for new passwords go out by.

    host: name of the mail server; empty: no mail is sent, and links are shown to whoever invites.
    port: its port; 587 is usual for `starttls`, 465 for `tls`.
    user: name to sign in to the server with; empty: without signing in.
    password: password of that user.
    sender: address that mail comes from; needed when a host is set.
    tls: `starttls`, `tls`, or `none` (for a server on this machine).
    """

    model_config = SettingsConfigDict(env_prefix="KOALITIO_MAIL_")

    host: str = ""
    port: int = Field(default=587, ge=1, le=65535)
    user: str = ""
    password: SecretStr = SecretStr("")
    sender: str = ""
    tls: Tls = Tls.STARTTLS

    @property
    def is_on(self) -> bool:
        """Whether mail is sent at all."""
        return bool(self.host.strip())


def mail_settings() -> MailSettings:
    """The settings of this moment. Raises BadSetting naming the variable; never with the password."""
    try:
        found = MailSettings()
    except ValidationError as wrong:
        name = str(wrong.errors()[0]["loc"][0]).upper()
        raise BadSetting(f"KOALITIO_MAIL_{name} is unusable: {wrong.errors()[0]['msg'].lower()}.") from None
    if found.is_on and "@" not in found.sender:
        raise BadSetting("KOALITIO_MAIL_SENDER is needed to send mail: give the address that it comes from.")
    if found.tls is Tls.NONE and found.user and not _is_here(found.host):
        raise BadSetting("KOALITIO_MAIL_TLS=none would send the password in the clear: set starttls or tls.")
    return found


def _is_here(host: str) -> bool:
    return host.strip().lower() in {"localhost", "127.0.0.1", "::1"}
