"""What the matcher's tests share: a cache folder of their own and one loaded engine."""

from pathlib import Path

import pytest

from matcher.engines.nano import NanoEncoder


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Benchmark vectors go to the test's folder; the built-in engine is the one in use."""
    monkeypatch.setenv("MATCHER_CACHE_DIR", str(tmp_path / "cache"))
    for variable in ("MATCHER_MODEL", "MATCHER_REVISION", "MATCHER_THREADS"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(scope="session")
def nano() -> NanoEncoder:
    """The built-in engine, loaded once."""
    return NanoEncoder()
