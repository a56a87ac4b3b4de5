"""Settings that use cases and pages share, read from the environment with the prefix `KOALITIO_WEB_`."""

from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from store.errors import BadSetting


class ServingSettings(BaseSettings):
    """Where people find this Koalitio, and whether it is the demo.

    address: public address such as `https://koalitio.example.org`, which links in mail begin with; empty: the
        address that the page was asked at.
    demo: `1` lets whoever sits at this machine become any sample user; `koalitio demo` sets it.
    """

    model_config = SettingsConfigDict(env_prefix="KOALITIO_WEB_", env_ignore_empty=True)

    address: str = ""
    demo: bool = False


def is_demo() -> bool:
    """Whether the sample users are open. Raises store.errors.BadSetting."""
    return _settings().demo


def public_address(otherwise: str) -> str:
    """What links begin with, without a slash at the end: the address that is set, else `otherwise`.

    Raises store.errors.BadSetting.
    """
    return (_settings().address.strip() or otherwise).rstrip("/")


def _settings() -> ServingSettings:
    try:
        found = ServingSettings()
    except ValidationError:
        raise BadSetting("KOALITIO_WEB_DEMO is unusable: give 1 or 0, or leave it empty.") from None
    if found.address.strip() and not found.address.strip().startswith(("http://", "https://")):
        raise BadSetting("KOALITIO_WEB_ADDRESS is unusable: begin with https:// (or http://).")
    return found
