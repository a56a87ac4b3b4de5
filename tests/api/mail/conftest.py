"""What tests of mail share: a server on loopback, and settings that lead to it."""

from collections.abc import Iterator

import pytest

from tests.api.mail.server import Mailbox, serving
from tests.api.mail.settings import lead_to


@pytest.fixture
def mailbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    """A server that takes everything but mail for `nobody@example.org`; Koalitio sends by it."""
    with serving(Mailbox(refused=frozenset({"nobody@example.org"}))) as box:
        lead_to(box, monkeypatch)
        yield box
