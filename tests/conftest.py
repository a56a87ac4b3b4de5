"""What every room's tests share: a database of their own and a pinned clock."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlmodel import Session

from store import database

settings.register_profile("any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any-machine")


@pytest.fixture(autouse=True)
def _own_world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Each test has its own database file, cache folder and the day 20 May 2026."""
    monkeypatch.setenv("KOALITIO_DATABASE_URL", f"sqlite:///{tmp_path / 'koalitio.db'}")
    monkeypatch.setenv("KOALITIO_TODAY", "2026-05-20")
    yield
    database.close()


@pytest.fixture
def session() -> Iterator[Session]:
    """An open session on the test's own database."""
    with database.session() as opened:
        yield opened
