"""The database makes and upgrades itself; migrations and models say the same."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlmodel import SQLModel

from store import database
from store.errors import BadSetting, DatabaseUnusable


def test_first_use_creates_the_schema_that_the_models_want() -> None:
    with database.engine().connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, SQLModel.metadata) == []
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"


def test_newest_revision_is_the_last_file() -> None:
    with database.engine().connect() as connection:
        assert MigrationContext.configure(connection).get_current_revision() == database.newest_revision()


def test_a_database_of_a_newer_koalitio_is_refused() -> None:
    with database.engine().begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999_future'"))
    database.close()
    with pytest.raises(DatabaseUnusable, match="another version of Koalitio"):
        database.engine()


@pytest.mark.parametrize("url", ["nonsense", "nosuchdb://x/y", "oracle://x/y"])
def test_a_url_that_names_no_database_is_told(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("KOALITIO_DATABASE_URL", url)
    with pytest.raises(BadSetting, match="KOALITIO_DATABASE_URL"):
        database.engine()


def test_a_file_that_is_no_database_is_told_and_left_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear coalition, this is not a database. " * 40)
    monkeypatch.setenv("KOALITIO_DATABASE_URL", f"sqlite:///{letter}")
    with pytest.raises(DatabaseUnusable, match="cannot be opened"):
        database.engine()
    assert letter.read_text().startswith("Dear coalition")
