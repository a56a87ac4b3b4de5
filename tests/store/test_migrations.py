"""Each revision brings a database with data in it to the next, and keeps the data."""

import json
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, text
from sqlmodel import Session, SQLModel, select

from store import call_conditions, coalitions, database, projects
from store.call_texts import texts_hash
from store.importer import ImportResult, save_call
from store.models import Call, Change, Cooperation, Member, ProjectContent
from tests import builders

FIRST = "0001_first_store"
NEVER_NULL = {"cut_offs": "[]", "links": "[]", "doubts": "[]", "raw": '{"identifier": "ESF-2026-TEST"}'}


@pytest.fixture
def old(tmp_path: Path) -> Engine:
    """The test's own database as the first revision made it, with a call, its change and a coalition."""
    made = create_engine(f"sqlite:///{tmp_path / 'koalitio.db'}")
    with made.begin() as connection:
        command.upgrade(database.alembic_config(connection), FIRST)
        moment = "2026-05-01 00:00:00.000000"
        call: dict[str, Any] = NEVER_NULL | {
            "id": 7,
            "source": "eu_esf_plus",
            "external_id": "1TOPICSen",
            "identifier": "ESF-2026-TEST",
            "programme": "esf_plus",
            "title": "Työtä",
            "language": "en",
            "description": "Words.",
            "time_zone": "Europe/Brussels",
            "url": "https://example.org",
            "source_url": "https://example.org",
            "raw_hash": "x",
            "fetched_at": moment,
            "created_at": moment,
            "last_modified_at": moment,
        }
        put(connection, "call", call)
        put(connection, "change", {"id": 1, "call_id": 7, "field": "title", "changed_at": moment})
        coalition = {"id": 3, "slug": "old", "name": "Old", "language": "fi", "summary": "", "country": "FI"}
        coalition |= {"nuts_regions": "[]", "target_groups": "[]", "created_at": moment}
        put(connection, "coalition", coalition | {"last_modified_at": moment})
        member = {"id": 5, "coalition_id": 3, "slug": "m", "name": "M", "actor_type": "hei", "country": "FI"}
        put(connection, "member", member | {"capacities": json.dumps(["tilat"]), "position": 0})
    made.dispose()
    return made


def put(connection: Any, table: str, row: dict[str, Any]) -> None:
    names, values = ", ".join(f'"{name}"' for name in row), ", ".join(f":{name}" for name in row)
    connection.execute(text(f'INSERT INTO "{table}" ({names}) VALUES ({values})'), row)


@pytest.mark.usefixtures("old")
def test_the_second_revision_keeps_what_the_first_held() -> None:
    with database.session() as session:
        call = session.exec(select(Call)).one()
        assert (call.id, call.title, call.description) == (7, "Työtä", "Words.")
        assert call.texts_hash == texts_hash("en", "Words.", None)
        assert session.exec(select(Change)).one().call_id == 7
        member = session.exec(select(Member)).one()
        assert (member.id, member.capacities) == (5, ["tilat"])
        assert (member.identifiers, member.lacks) == ({}, [])
        assert (member.legal_type, member.founded, member.municipality) == (None, None, None)
        assert (member.may_co_fund, member.consortium_experience) == (None, None)
        profile = coalitions.profile_of(coalitions.coalition_by_slug(session, "old"))
        assert profile.members[0].name == "M"


@pytest.mark.usefixtures("old")
def test_the_third_revision_finds_nothing_known_of_what_it_adds() -> None:
    with database.session() as session:
        stored = coalitions.coalition_by_slug(session, "old")
        assert stored.cooperation == Cooperation()
        member = stored.members[0]
        assert (member.answers, member.represents, member.staff, member.past_projects) == ([], [], [], [])
        assert (member.cannot_alone, member.newcomer, member.employer) == (None, None, None)
        assert projects.project_of(session, "old", "ESF-2026-TEST") is None
        projects.save_project(session, "old", "ESF-2026-TEST", ProjectContent(name="Työtä"))
        assert projects.project_of(session, "old", "ESF-2026-TEST") == ProjectContent(name="Työtä")


@pytest.mark.usefixtures("old")
def test_an_old_call_is_read_once_and_crawled_on() -> None:
    with database.session() as session:
        (texts,) = call_conditions.stale_calls(session, "1")
        call_conditions.replace_readings(session, texts.id, None, [], "1", texts.texts_hash)
        assert save_call(session, builders.call(description="Words.")).result is ImportResult.UPDATED
        assert call_conditions.stale_calls(session, "1") == []


def test_the_way_back_leads_to_the_first_revision(old: Engine) -> None:
    made = database.engine()
    with made.begin() as connection:
        command.downgrade(database.alembic_config(connection), FIRST)
    with old.connect() as connection:
        assert connection.execute(text('SELECT title FROM "call"')).scalar() == "Työtä"
        assert connection.execute(text("SELECT capacities FROM member")).scalar() == '["tilat"]'
    with made.begin() as connection:
        command.upgrade(database.alembic_config(connection), "head")
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []
    with Session(made) as session:
        assert session.exec(select(Member)).one().slug == "m"
