"""Where people find this Koalitio, and whether it is the demo: read at the moment of asking."""

import pytest

from api.settings import is_demo, public_address
from store.errors import BadSetting


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KOALITIO_WEB_ADDRESS", raising=False)
    monkeypatch.delenv("KOALITIO_WEB_DEMO", raising=False)


def test_without_settings_it_is_no_demo_and_found_where_it_was_asked() -> None:
    assert not is_demo()
    assert public_address("http://localhost:8000/") == "http://localhost:8000"


@pytest.mark.parametrize(("value", "demo"), [("1", True), ("true", True), ("0", False), ("", False)])
def test_the_demo_is_set(monkeypatch: pytest.MonkeyPatch, value: str, demo: bool) -> None:
    monkeypatch.setenv("KOALITIO_WEB_DEMO", value)
    assert is_demo() is demo


def test_the_public_address_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOALITIO_WEB_ADDRESS", " https://koalitio.example.org/ ")
    assert public_address("http://localhost:8000") == "https://koalitio.example.org"
    monkeypatch.setenv("KOALITIO_WEB_ADDRESS", "")
    assert public_address("http://localhost:8000") == "http://localhost:8000"


@pytest.mark.parametrize(("name", "value"), [("DEMO", "perhaps"), ("ADDRESS", "koalitio.example.org")])
def test_an_unusable_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"KOALITIO_WEB_{name}", value)
    with pytest.raises(BadSetting, match=f"KOALITIO_WEB_{name}"):
        public_address("")
