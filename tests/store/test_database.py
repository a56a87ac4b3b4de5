"""The database makes and upgrades itself; migrations and models say the same."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel, select

from store import clock, database
from store.errors import BadSetting, DatabaseUnusable
from store.importer import save_call
from store.models import Call, Change
from tests import builders


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


def test_many_first_uses_at_once_make_one_schema(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'fresh.db'}"
    command = [sys.executable, "-c", "from store import database; database.engine()"]
    environment = os.environ | {"KOALITIO_DATABASE_URL": url}
    racers = [subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    told = [racer.communicate(timeout=60)[1] for racer in racers]
    assert [racer.returncode for racer in racers] == [0, 0, 0, 0], told


def test_a_schema_comes_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    from alembic import command

    def cut_short(config: Any, _: str) -> None:
        connection = config.attributes["connection"]
        connection.exec_driver_sql("CREATE TABLE call (id INTEGER PRIMARY KEY)")
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(command, "upgrade", cut_short)
        with pytest.raises(KeyboardInterrupt):
            database.engine()
    with database.session() as session:
        assert session.exec(select(Call)).all() == []


def test_foreign_keys_are_checked_from_the_first_use_on(session: Session) -> None:
    session.add(Change(call_id=4711, field="title", changed_at=clock.now()))
    with pytest.raises(IntegrityError):
        session.commit()


def test_a_database_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    database.engine()
    database.close()
    read_only = f"sqlite:///file:{tmp_path / 'koalitio.db'}?mode=ro&uri=true"
    monkeypatch.setenv("KOALITIO_DATABASE_URL", read_only)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DatabaseUnusable, match="readonly"), database.session() as session:
        save_call(session, builders.call())
    assert not (tmp_path / "file:").exists()
