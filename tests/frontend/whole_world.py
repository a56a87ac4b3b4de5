"""A world in which every screen has something to show, and one in which none has: for tests of all screens.

`full` and `bare` are coalitions of the same people; `full` has done everything that can be done, `bare` has a
name and nothing else. What people write is `speech.word`, so that a test can choose words of no language
(and find words of ours that were not translated) or very long ones (and find what they push aside).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from api.services.access import consent, invitations, member_links
from api.services.access.actor import CONSOLE, act_as
from api.services.checking.check_call import check_call
from api.services.deciding import decisions
from api.services.drafting.projects import import_text
from api.services.following import goal_values, outcomes
from api.services.members import comments, member_asks, member_inputs
from api.services.members.member_seat import seat_by_link
from matcher.embed import embed_missing
from store import database, jobs
from store.models import Coalition, Doubt, GoalCreate, NeedCreate
from store.vocabulary import (
    CallFlag,
    CallStatus,
    Choice,
    ConsentKind,
    CrawlOutcome,
    InputKind,
    JobKind,
    JobState,
    Language,
    MuteKind,
    PartnerRole,
    Programme,
    Role,
    Stage,
)
from tests.api.drafting import PROJECT
from tests.builders import cut_off, member
from tests.frontend import people
from tests.frontend.stored import (
    NOW,
    WORDLESS,
    store_call,
    store_changed_call,
    store_coalition,
    store_run,
    store_unknown_call,
)
from tests.matcher.doubles import WordEncoder

BASE = "http://localhost"
FULL, BARE = "full", "bare"
STRANGER, LINK, LEAD, WRITER, MEMBER, OFFICER, ADMIN = WHO = (
    "stranger", "link", "lead", "writer", "member", "officer", "admin",
)  # fmt: skip
ASKED = "At least three organisations from three countries take part."
COVE: dict[str, Any] = {
    "programme": Programme.ERASMUS_PLUS,
    "external_id": "COVE",
    "identifier": "ERASMUS-EDU-2026-PEX-COVE",
    "action": "ERASMUS Lump Sum Grants",
}


@dataclass(frozen=True)
class Speech:
    """What people and sources write in this world; `word` wherever a name or a sentence is asked for."""

    word: str = "Zx"
    call: dict[str, Any] = field(default_factory=lambda: dict(WORDLESS))


@dataclass
class Whole:
    """The built world: its database as a file, the cookies of everybody, and what stands in addresses."""

    file: Path
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)
    demo: bool = False
    names: dict[str, str] = field(default_factory=dict)
    """What fills in addresses: `token` of a member's link, `join` and `lead` of invitations, jobs."""


def build(file: Path, speech: Speech, *, empty: bool = False) -> Whole:
    """Builds it into a database file; empty: a demo of people and their bare coalition, no call, no crawl."""
    world = Whole(file, demo=empty)
    with opened(world), database.session() as session:
        bare = store_coalition(
            session, slug=BARE, name=speech.word, summary="", members=[], goals=[], needs=[],
            nuts_regions=[], target_groups=[],
        )  # fmt: skip
        held = [bare]
        if not empty:
            _fill_calls(session, speech)
            held.append(_full_coalition(session, speech))
        _people(session, held)
        if not empty:
            _work(session, speech, world)
        embed_missing(session, WordEncoder)
        _sign_everybody_in(session, world)
    return world


@contextmanager
def opened(world: Whole) -> Iterator[None]:
    """The world's own database and settings, for as long as its pages are asked for."""
    database.close()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("KOALITIO_DATABASE_URL", f"sqlite:///{world.file}")
        patched.setenv("KOALITIO_TODAY", "2026-05-20")
        patched.setenv("KOALITIO_WEB_DEMO", "1" if world.demo else "")
        yield
        database.close()


def _fill_calls(session: Session, speech: Speech) -> None:
    call = speech.call
    store_call(session, **(call | COVE))
    store_changed_call(session)
    store_call(
        session,
        identifier="DOUBTFUL",
        **call,
        cut_offs=[cut_off("2026-01-01"), cut_off("2026-05-01", None), cut_off("2026-06-15")],
        source_status=CallStatus.CLOSED,
        doubts=[Doubt(flag=flag, note=speech.word) for flag in CallFlag],
        source="fi_eura_jtf",
    )
    store_unknown_call(session, identifier="UNKNOWN", title=speech.word)
    asked = {"description": ASKED, "language": "en"}
    store_call(
        session,
        identifier="KA220-ADU",
        **(call | asked),
        source="fi_oph",
        programme=Programme.ERASMUS_PLUS,
    )
    store_call(session, identifier="PAST", **call, cut_offs=[cut_off("2026-01-01")])
    store_call(session, identifier="COMING", **call, opening_date=date(2026, 9, 1))
    for number, outcome in enumerate(CrawlOutcome):
        store_run(
            session,
            source=f"zx_{number}",
            outcome=outcome,
            found=number,
            started_at=NOW + timedelta(days=1),
            field_coverage={"title": 1.0},
            errors=[speech.word] if outcome is CrawlOutcome.FAILED else [],
            notes=[speech.word],
        )
    store_run(session, source="fi_eura_jtf", started_at=NOW + timedelta(days=1))


def _full_coalition(session: Session, speech: Speech) -> Coalition:
    word = speech.word
    said = {"name": word, "expertise": word, "contribution": word, "capacities": [word]}
    return store_coalition(
        session,
        slug=FULL,
        name=word,
        summary=word,
        target_groups=[word],
        members=[
            member(slug="college", **said),
            member(slug="town", role_wish=PartnerRole.COORDINATOR, **said),
            member(slug="jobless", role_wish=PartnerRole.ASSOCIATED_PARTNER, **said),
        ],
        goals=[
            GoalCreate(slug="g1", text=word, indicator=word),
            GoalCreate(slug="g2", text=word, indicator=None),
        ],
        needs=[NeedCreate(slug="n1", text=word, nuts_region="FI1D7", figure=word, evidence=word)],
    )


def _people(session: Session, held: list[Coalition]) -> None:
    people.account(session, "sample", called="Zx", password=None, is_sample=True)
    given = {LEAD: Role.LEAD, WRITER: Role.GRANT_WRITER, MEMBER: Role.MEMBER}
    for name in (LEAD, WRITER, MEMBER, OFFICER, ADMIN):
        who = people.account(session, name, called="Zx", is_administrator=name == ADMIN)
        for one in held if name in given else ():
            spoken = "college" if name == MEMBER and one.slug == FULL else None
            people.give(session, who, one, given[name], spoken)
        if name == OFFICER:
            people.appoint(session, who, "Zx")


def _work(session: Session, speech: Speech, world: Whole) -> None:
    """Everything that a coalition can do, done once."""
    word = speech.word
    import_text(session, FULL, "COVE", PROJECT.replace("Care together", word), "zx.yaml")
    decisions.decide(session, FULL, "COVE", Choice.PURSUE, word)
    decisions.decide(session, FULL, "PAST", Choice.PURSUE)
    decisions.decide(session, FULL, "KA220-ADU", Choice.WATCH)
    decisions.decide(session, FULL, "DOUBTFUL", Choice.DROP, word)
    decisions.mute(session, FULL, MuteKind.SOURCE, "fi_eura_jtf")
    told = outcomes.Outcome(
        stage=Stage.REJECTED,
        submitted_on=date(2026, 1, 1),
        decided_on=date(2026, 4, 1),
        points=61.5,
        points_most=100,
        evaluation=word,
        learnt=word,
    )
    outcomes.record(session, FULL, "PAST", told)
    for day, value in ((date(2025, 1, 31), 12), (date(2025, 9, 1), 15.5), (date(2026, 5, 1), 14)):
        goal_values.add_value(session, FULL, "g1", day, value, word)
    goal_values.set_target(
        session, FULL, "g1", unit=word[:20], baseline=10, target=40, due=date(2027, 12, 31)
    )
    member_asks.ask_role(
        session, FULL, "COVE", "college", role=PartnerRole.BENEFICIARY, hours=120, benefit=word,
        request=word, answer_by=date(2026, 9, 3),
    )  # fmt: skip
    for call in ("KA220-ADU", "COVE"):
        for one in member_asks.questions_about(check_call(session, FULL, call), "college")[:1]:
            member_asks.ask_question(session, FULL, call, "college", one.fact, answer_by=date(2026, 9, 3))
    comments.comment(session, FULL, "COVE", word)
    comments.comment(session, FULL, None, word)
    consent.set_consent(session, FULL, ConsentKind.SEEN_BY_OFFICERS, True)
    _links(session, speech, world)


def _links(session: Session, speech: Speech, world: Whole) -> None:
    """Links that were given out, what came by them, and long work."""
    token = member_links.make(session, FULL, "college", BASE).rpartition("/")[2]
    seat = seat_by_link(session, token)
    member_inputs.propose(session, seat, InputKind.NEED, speech.word, figure=speech.word, source=speech.word)
    member_inputs.propose(session, seat, InputKind.GOAL, speech.word)
    member_inputs.weigh(session, seat, {"goal:g1": 3, "need:n1": 1})
    act_as(session, CONSOLE)
    invited = invitations.invite(session, FULL, "new@example.org", Role.GRANT_WRITER, Language.EN, BASE)
    lead = invitations.invite_lead(session, "coming@example.org", Language.EN, BASE)
    assert invited.link
    assert lead.link
    world.names |= {
        "token": token,
        "join": invited.link.rpartition("/")[2],
        "lead": lead.link.rpartition("/")[2],
    }
    for kind, state in ((JobKind.EMBED, JobState.DONE), (JobKind.EMBED, JobState.FAILED)):
        job = jobs.begin(session, kind, FULL, "Zx")
        jobs.end(session, job.id or 0, state, "Zx" if state is JobState.FAILED else None)
        world.names[f"job_{state}"] = str(job.id)
    going = jobs.begin(session, JobKind.EMBED, FULL, "Zx")
    jobs.set_progress(session, going.id or 0, 3, 12, "Zx")
    jobs.touch(session, going.id or 0)
    world.names["job_going"] = str(going.id)


def _sign_everybody_in(session: Session, world: Whole) -> None:
    assert session.is_active
    for who in WHO:
        with people.browser() as client:
            if who == LINK and "token" in world.names:
                client.get(f"/m/{world.names['token']}")
            elif who not in (STRANGER, LINK):
                answer = people.sign_in(client, f"{who}@example.org")
                assert answer.status_code == 303, (who, answer.text)
            world.cookies[who] = dict(client.cookies)
