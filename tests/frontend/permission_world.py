"""The world that the permission table is proven on: two coalitions, everybody who may ask, and nonces.

`quiet` has agreed to nothing; `open` has agreed to be seen by funding officers. Everything that a coalition
writes holds a nonce, so that a test sees it wherever it comes out.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlmodel import Session, select

from api.services.access import invitations, member_links
from api.services.access.tokens import hash_of, new_token
from api.services.calls.read_calls import read_calls
from api.services.drafting.projects import import_text
from api.services.members import member_asks
from api.services.members.member_shapes import version_of
from frontend.app import create_app
from frontend.pages.coverage import PART
from frontend.profile_form import mark_of
from store import call_documents, clock, comments, consents, database, jobs, member_inputs, pursuits
from store import invitations as store_invitations
from store.coalitions import public_coalition, save_coalition
from store.models import (
    Account,
    Coalition,
    CoalitionCreate,
    GoalCreate,
    Invitation,
    MemberLink,
    MemberTask,
    NeedCreate,
)
from store.models.call_document import CallDocumentCreate
from store.vocabulary import (
    Choice,
    ConsentKind,
    InputKind,
    InvitationPurpose,
    JobKind,
    JobState,
    Language,
    Programme,
    Role,
    Stage,
)
from tests.api.drafting import PROJECT
from tests.builders import coalition, member
from tests.frontend import people
from tests.frontend.stored import store_call

CALL = "COVE"
BASE = "http://localhost"
QUIET, OPEN = "quiet", "open"
STRANGER, LINK, CLOSED, LEAD, WRITER, MEMBER, OTHER, OFFICER, ADMIN = ROLES = (
    "stranger", "link", "closed", "lead", "writer", "member", "other", "officer", "admin",
)  # fmt: skip
"""Who asks. lead, writer and member belong to `quiet`, other leads `open`; link opened quiet's member link;
closed is the second lead of both, whose account was closed while it was signed in."""
TOLD_NOWHERE = ("audit_entry", "attempt", "alembic_version")
"""Tables that may change when something is refused; `seen_at` of a session may, too."""


def profile_nonce(slug: str) -> str:
    """Stands in everything of the profile that a coalition writes."""
    return f"Pq{slug}profile"


def name_nonce(slug: str) -> str:
    """Stands in the coalition's name and in the address of somebody who is invited."""
    return f"nq{slug}name"


def work_nonce(slug: str) -> str:
    """Stands in decisions, comments, drafts, invitations and follow-up."""
    return f"Wq{slug}work"


@dataclass
class World:
    """The built world: its database as a file, the cookies of everybody, and what stands in addresses."""

    file: Path
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)
    numbers: dict[str, dict[str, str]] = field(default_factory=dict)
    """By coalition: what fills in the parameters of its routes and forms."""


def build(file: Path) -> World:
    """Builds it into a database file; everybody signs in through the page."""
    world, app = World(file), create_app()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("KOALITIO_DATABASE_URL", f"sqlite:///{file}")
        patched.setenv("KOALITIO_TODAY", "2026-05-20")
        with database.session() as session:
            _fill(session, world)
            _sign_everybody_in(session, world, app)
        database.close()
    return world


@contextmanager
def fresh(world: World, file: Path) -> Iterator[None]:
    """The world as it was built, in the database file of a test."""
    database.close()
    for left in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
        left.unlink(missing_ok=True)
    shutil.copy(world.file, file)
    yield


def dump() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that a refusal must leave as it is."""
    with database.engine().connect() as connection:
        names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars()
        tables = [name for name in names if name not in TOLD_NOWHERE and not name.startswith("sqlite_")]
        return {
            name: _rows(connection.execute(text(f'SELECT * FROM "{name}"')).mappings()) for name in tables
        }


def _rows(rows: Iterator[object]) -> list[tuple[object, ...]]:
    return [
        tuple(value for column, value in row.items() if column != "seen_at")  # type: ignore[attr-defined]
        for row in rows
    ]


def _fill(session: Session, world: World) -> None:
    call = store_call(
        session,
        external_id=CALL,
        identifier="ERASMUS-EDU-2026-PEX-COVE",
        programme=Programme.ERASMUS_PLUS,
        action="ERASMUS Lump Sum Grants",
        source="eu_erasmus_plus",
    )
    call_id = call.id or 0
    document = call_documents.add_document(
        session,
        CallDocumentCreate(
            call_id=call_id,
            name="zx.pdf",
            media_type="application/pdf",
            language="en",
            data=b"zx",
            pages=["Zx"],
        ),
    )
    read_calls(session)
    for slug in (QUIET, OPEN):
        stored_profile = save_coalition(session, _profile(slug))
        world.numbers[slug] = _work_of(session, stored_profile, call_id, document.id or 0)
    stored = {one.slug: one for one in session.exec(select(Coalition))}
    consents.give(session, stored[OPEN].id or 0, ConsentKind.SEEN_BY_OFFICERS, "Zx", clock.real_now())
    held = {
        CLOSED: [(QUIET, Role.LEAD), (OPEN, Role.LEAD)],
        LEAD: [(QUIET, Role.LEAD)],
        WRITER: [(QUIET, Role.GRANT_WRITER)],
        MEMBER: [(QUIET, Role.MEMBER)],
        OTHER: [(OPEN, Role.LEAD)],
        OFFICER: [],
        ADMIN: [],
    }
    for name, given in held.items():
        who = people.account(session, name, is_administrator=name == ADMIN)
        for slug, role in given:
            spoken = "college" if role is Role.MEMBER else None
            people.give(session, who, stored[slug], role, spoken)
        if name == OFFICER:
            people.appoint(session, who)
    reset = _reset_link(session, _account(session, LEAD))
    for numbers in world.numbers.values():
        numbers |= {"account": str(_account(session, CLOSED).id), "reset": reset}


def _profile(slug: str) -> CoalitionCreate:
    nonce = profile_nonce(slug)
    return coalition(
        slug=slug,
        name=f"Name {name_nonce(slug)}",
        summary=f"Summary {nonce}",
        target_groups=[f"group {nonce}"],
        members=[
            member(slug="college", name=f"College {nonce}", expertise=nonce, contribution=nonce),
            member(slug="town", name=f"Town {nonce}", expertise=nonce, contribution=nonce),
        ],
        goals=[GoalCreate(slug="g1", text=f"Train unemployed people {nonce}", indicator=f"people {nonce}")],
        needs=[NeedCreate(slug="n1", text=f"Nurses are missing {nonce}", evidence=nonce)],
    )


def _work_of(session: Session, stored: Coalition, call_id: int, document: int) -> dict[str, str]:
    """Everything that is the coalition's work alone; numbers of what stands in addresses and forms."""
    slug, nonce, number = stored.slug, work_nonce(stored.slug), stored.id or 0
    why = {"reason": f"Reason {nonce}", "stage": Stage.PREPARING}
    pursuits.decide(session, number, call_id, Choice.PURSUE, why, "Zx")
    comments.add(session, number, call_id, f"Comment {nonce}", by="Zx", account_id=None)
    comments.add(session, number, None, f"Comment {nonce}", by="Zx", account_id=None)
    import_text(session, slug, CALL, PROJECT.replace("Care together", f"Care {nonce}"), "zx.yaml")
    job = jobs.begin(session, JobKind.EMBED, slug, "Zx")
    jobs.end(session, job.id or 0, JobState.DONE)
    link = member_links.make(session, slug, "college", BASE)
    invited = invitations.invite(
        session, slug, f"{name_nonce(slug)}@example.org", Role.GRANT_WRITER, Language.EN, BASE
    )
    open_one = invitations.open_invitations(session, slug)[0]
    proposal = member_inputs.propose(session, number, "town", InputKind.NEED, f"Proposal {nonce}", by="Zx")
    member_asks.ask_role(session, slug, CALL, "college", hours=10, benefit=f"Benefit {nonce}")
    asked = session.exec(select(MemberTask).where(MemberTask.coalition_id == number)).one()
    made = session.exec(select(MemberLink).where(MemberLink.coalition_id == number)).one()
    assert invited.link is not None
    return {
        "slug": slug,
        "job_id": str(job.id),
        "token": link.rpartition("/")[2],
        "join": invited.link.rpartition("/")[2],
        "invitation": str(open_one.id),
        "link": str(made.id),
        "input": str(proposal.id),
        "document": str(document),
        "version": version_of(asked),
        "seen": mark_of(public_coalition(stored)),
        "covered": mark_of(public_coalition(stored), PART),
    }


def _reset_link(session: Session, who: Account) -> str:
    """The token of a link by which the account sets a new password."""
    token, moment = new_token(), clock.real_now()
    stored = Invitation(
        token_hash=hash_of(token),
        purpose=InvitationPurpose.RESET,
        email=who.email,
        account_id=who.id,
        made_at=moment,
        expires_at=moment + timedelta(hours=1),
    )
    store_invitations.add(session, stored)
    return token


def _account(session: Session, name: str) -> Account:
    return session.exec(select(Account).where(Account.email == f"{name}@example.org")).one()


def _sign_everybody_in(session: Session, world: World, app: FastAPI) -> None:
    for role in ROLES:
        world.cookies[role] = {}
        client = people.asking(app, world, role)
        if role == LINK:
            client.get(f"/m/{world.numbers[QUIET]['token']}")
        elif role != STRANGER:
            answer = people.sign_in(client, f"{role}@example.org")
            assert answer.status_code == 303, (role, answer.text)
        world.cookies[role] = dict(client.cookies)
    closed = _account(session, CLOSED)
    closed.is_active = False
    session.add(closed)
    session.commit()
