"""Opens the database, and creates or upgrades it on first use."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlmodel import Session, create_engine

from store.errors import BadSetting, DatabaseUnusable
from store.settings import StoreSettings

MIGRATIONS = Path(__file__).parent / "migrations"
_open: dict[str, Engine] = {}


@contextmanager
def session() -> Iterator[Session]:
    """A session on the database of `KOALITIO_DATABASE_URL`, closed at the end; the caller commits.

    Raises BadSetting for a URL that names no database and DatabaseUnusable when it cannot be opened.
    """
    with Session(engine()) as opened:
        yield opened


def engine() -> Engine:
    """The engine of this process for the URL that is set now; the schema is brought up to date once."""
    url = StoreSettings().database_url
    if url not in _open:
        _open[url] = _opened(url)
    return _open[url]


def _opened(url: str) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:"):
            Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
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
        raise DatabaseUnusable(
            f"The database {parsed.render_as_string(hide_password=True)} cannot be opened: {wrong.orig}. "
            "Check KOALITIO_DATABASE_URL and the file's rights."
        ) from None
    return made


def _sqlite_habits(connection: Any, _record: Any) -> None:
    """WAL, so that readers and one writer go on side by side; foreign keys; patience with locks."""
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=15000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def close() -> None:
    """Gives back every connection of this process; the next session opens anew."""
    while _open:
        _open.popitem()[1].dispose()


def upgrade(on: Engine) -> None:
    """Brings the schema to the newest revision; quick when it is there already.

    Raises DatabaseUnusable when the database was made by a newer Koalitio.
    """
    with on.connect() as connection:
        if _revision(connection) == newest_revision():
            return
    from alembic import command
    from alembic.util.exc import CommandError

    with on.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("PRAGMA foreign_keys=OFF"))
        try:
            command.upgrade(alembic_config(connection), "head")
        except CommandError as wrong:
            raise DatabaseUnusable(f"The database is of another version of Koalitio: {wrong}.") from None


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
