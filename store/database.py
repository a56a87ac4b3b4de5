"""Opens the database, and creates or upgrades it on first use."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError
from sqlmodel import Session, create_engine

from store.errors import BadSetting, DatabaseUnusable
from store.settings import StoreSettings

MIGRATIONS = Path(__file__).parent / "migrations"
_open: dict[str, Engine] = {}


@contextmanager
def session() -> Iterator[Session]:
    """A session on the database of `KOALITIO_DATABASE_URL`, closed at the end; the caller commits.

    Raises BadSetting for a URL that names no database and DatabaseUnusable when it cannot be opened, or
    fails later on (full disk, read-only file, locked by another for long).
    """
    opened_on = engine()
    try:
        with Session(opened_on) as opened:
            yield opened
    except OperationalError as wrong:
        raise _unusable(opened_on.url, wrong, "used") from wrong


def engine() -> Engine:
    """The engine of this process for the URL that is set now; the schema is brought up to date once."""
    url = StoreSettings().database_url
    if url not in _open:
        _open[url] = _opened(url)
    return _open[url]


def _opened(url: str) -> Engine:
    try:
        parsed = make_url(url)
        file = parsed.database or ""
        if parsed.get_backend_name() == "sqlite" and file != ":memory:" and not file.startswith("file:"):
            Path(file).parent.mkdir(parents=True, exist_ok=True)
        made = create_engine(parsed)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as wrong:
        raise BadSetting(
            f"KOALITIO_DATABASE_URL {url!r} names no usable database ({wrong}): "
            "give one such as sqlite:///var/koalitio.db."
        ) from None
    except OSError as wrong:
        raise DatabaseUnusable(f"No folder for the database {url}: {wrong}.") from None
    if parsed.get_backend_name() == "sqlite":
        event.listen(made, "connect", _sqlite_habits)
    try:
        upgrade(made)
    except DBAPIError as wrong:
        raise _unusable(parsed, wrong, "opened") from None
    return made


def _unusable(url: URL, wrong: DBAPIError, done: str) -> DatabaseUnusable:
    return DatabaseUnusable(
        f"The database {url.render_as_string(hide_password=True)} cannot be {done}: {wrong.orig}. "
        "Check KOALITIO_DATABASE_URL, the file's rights and the space on the disk."
    )


def _sqlite_habits(connection: Any, _record: Any) -> None:
    """Patience with locks; WAL, so that readers and one writer go on side by side; foreign keys.

    SQLite's own `lower` knows ASCII only; searches must find `Työllisyys` by `TYÖLLISYYS`.
    """
    connection.create_function("lower", 1, _lower, deterministic=True)
    cursor = connection.cursor()
    for pragma in ("busy_timeout=15000", "journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _lower(value: str | None) -> str | None:
    return None if value is None else value.lower()


def close() -> None:
    """Gives back every connection of this process; the next session opens anew."""
    while _open:
        _open.popitem()[1].dispose()


def upgrade(on: Engine) -> None:
    """Brings the schema to the newest revision, whole or not at all; quick when it is there already.

    On SQLite one process does it while others wait. Raises DatabaseUnusable when the database was made by
    a newer Koalitio.
    """
    with on.connect() as connection:
        if _revision(connection) == newest_revision():
            return
    from alembic import command
    from alembic.util.exc import CommandError

    with on.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("PRAGMA foreign_keys=OFF"))
            connection.execute(text("BEGIN IMMEDIATE"))  # the driver begins none before a CREATE TABLE
        if _revision(connection) != newest_revision():
            try:
                command.upgrade(alembic_config(connection), "head")
            except CommandError as wrong:
                raise DatabaseUnusable(f"The database is of another version of Koalitio: {wrong}.") from None
    on.dispose()  # the next connection checks foreign keys again


def newest_revision() -> str:
    """The revision that the code expects: the highest-numbered file of `migrations/versions`."""
    return max(path.stem for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def alembic_config(connection: Connection) -> Any:
    """An Alembic configuration bound to an open connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
