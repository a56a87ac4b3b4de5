"""What tests of access share: quick password hashes, a clock that can be set, no mail, a coalition."""

from datetime import datetime, timedelta

import pytest
from argon2 import PasswordHasher
from sqlmodel import Session

from api.services.access import passwords
from store import clock
from store.coalitions import save_coalition
from tests.builders import coalition, member


class Clock:
    """The real clock, which tests move on."""

    def __init__(self) -> None:
        self.moment = clock.real_now()

    def __call__(self) -> datetime:
        """The moment that it shows."""
        return self.moment

    def pass_by(self, **time: float) -> None:
        """So much later; as for `timedelta`."""
        self.moment += timedelta(**time)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes that cost nothing, and none of the machine's own settings."""
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    for name in ("KOALITIO_MAIL_HOST", "KOALITIO_WEB_DEMO", "KOALITIO_WEB_ADDRESS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def real_clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of sessions, links and throttles, standing still until it is moved on."""
    made = Clock()
    monkeypatch.setattr(clock, "real_now", made)
    return made


@pytest.fixture
def care(session: Session) -> str:
    """Slug of a stored coalition with the members `college` and `union`."""
    members = [member(), member(slug="union", name="Sample Union")]
    return save_coalition(session, coalition(slug="care", name="Care together", members=members)).slug
