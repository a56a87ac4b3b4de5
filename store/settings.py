"""Settings of the store, read from the environment with the prefix `KOALITIO_`."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class StoreSettings(BaseSettings):
    """Where the database is and which moment counts as now.

    database_url: SQLAlchemy URL; default is the SQLite file `var/koalitio.db` below the working folder.
    today: ISO date (00:00 Brussels that day) or ISO date and time; empty means the real clock.
    """

    model_config = SettingsConfigDict(env_prefix="KOALITIO_")

    database_url: str = "sqlite:///" + str(Path("var") / "koalitio.db")
    today: str = ""
