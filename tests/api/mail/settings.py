"""Sets the settings of mail for a test."""

import pytest

from tests.api.mail.server import Mailbox

SENDER = "koalitio@example.org"


def lead_to(
    box: Mailbox, monkeypatch: pytest.MonkeyPatch, host: str = "127.0.0.1", tls: str = "none"
) -> None:
    """Koalitio sends by the server of the mailbox."""
    for name, value in {"HOST": host, "PORT": str(box.port), "SENDER": SENDER, "TLS": tls}.items():
        monkeypatch.setenv(f"KOALITIO_MAIL_{name}", value)
