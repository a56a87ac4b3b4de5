"""Settings of the matcher, read from the environment with the prefix `MATCHER_`."""

import os
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from matcher.errors import BadSetting


def _user_cache_folder() -> Path:
    """`$XDG_CACHE_HOME/koalitio`, by default `~/.cache/koalitio` (XDG Base Directory Specification)."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "koalitio"


class MatcherSettings(BaseSettings):
    """Which model makes the vectors, and where benchmark vectors are remembered.

    model: name or folder of a sentence-transformers model; empty means the built-in engine.
    revision: revision of that model on its hub; part of the key of its vectors.
    threads: threads of the built-in engine; 0 means every core this process may use.
    cache_dir: folder for vectors of benchmark texts (`~/.cache/koalitio`); safe to delete at any time.
    """

    model_config = SettingsConfigDict(env_prefix="MATCHER_")

    model: str = ""
    revision: str = ""
    threads: int = Field(default=0, ge=0)
    cache_dir: Path = Field(default_factory=_user_cache_folder)


def read_settings() -> MatcherSettings:
    """The settings of this moment; raises BadSetting when a variable holds something unusable."""
    try:
        return MatcherSettings()
    except ValidationError as error:
        first = error.errors()[0]
        variable = "MATCHER_" + "_".join(str(part) for part in first["loc"]).upper()
        raise BadSetting(f"{variable} is {first['input']!r}: {first['msg'].lower()}.") from None
