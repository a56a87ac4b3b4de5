"""A member confirms, corrects and answers from its own seat; each press counts once, and only for itself."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlmodel import Session

from api.errors import BadChoice, Changed
from api.services.access.actor import STRANGER, act_as
from api.services.members import member_answers
from api.services.members.member_answers import MyCall, MyPart, my_part
from api.services.members.member_asks import ask_question, ask_role
from api.services.members.member_seat import seat_by_link
from store import audit, database, member_work
from store.coalitions import coalition_by_slug, profile_of
from store.errors import NotFound
from store.member_work import Said
from store.models import MemberCreate
from store.queries import call_by_name
from store.vocabulary import Confirmation, Language, PartnerRole, Verdict
from tests.api import care, seats

FOUNDED, DAY = "member.founded", "1985-01-01"


@pytest.fixture(autouse=True)
def _stored(session: Session) -> None:
    care.coalition(session, members=members())
    care.adult_call(session)


def members(**founded: date) -> list[MemberCreate]:
    """The members, of which nobody knows when they were founded unless told."""
    return [one.model_copy(update={"founded": founded.get(one.slug)}) for one in care.members()]


def part(session: Session, member: str = "college", language: Language = Language.EN) -> MyPart:
    return my_part(session, seats.seat(session, member), language)


def only(session: Session, member: str = "college") -> MyCall:
    (mine,) = part(session, member).calls
    return mine


def stored(session: Session, slug: str = "college") -> MemberCreate:
    session.expire_all()
    members = profile_of(coalition_by_slug(session, care.SLUG)).members
    return next(one for one in members if one.slug == slug)


def version(session: Session, member: str = "college") -> str:
    task = only(session, member).task
    assert task is not None
    return task.version


def test_nothing_is_asked_of_a_member_until_somebody_does(session: Session) -> None:
    assert part(session).calls == []
    assert part(session).left == 0


def test_one_press_confirms_and_a_second_changes_nothing(session: Session) -> None:
    ask_role(session, care.SLUG, care.ADULT, "college", hours=120)
    assert part(session).left == 1
    seat, seen = seats.seat(session), version(session)
    member_answers.confirm(session, seat, care.ADULT, seen)
    first = only(session).task
    member_answers.confirm(session, seat, care.ADULT, seen)
    again = only(session).task
    assert first == again
    assert first is not None
    assert (first.state, first.answered_by, part(session).left) == (
        Confirmation.CONFIRMED,
        "Sample College",
        0,
    )


def test_nobody_confirms_what_they_have_not_seen(session: Session) -> None:
    ask_role(session, care.SLUG, care.ADULT, "college", hours=120)
    seen = version(session)
    ask_role(session, care.SLUG, care.ADULT, "college", hours=400)
    acts: tuple[Callable[[], None], ...] = (
        lambda: member_answers.confirm(session, seats.seat(session), care.ADULT, seen),
        lambda: member_answers.correct(session, seats.seat(session), care.ADULT, seen, Said("Fewer")),
    )
    for act in acts:
        with pytest.raises(Changed):
            act()
    task = only(session).task
    assert task is not None
    assert task.state is Confirmation.ASKED


def test_a_correction_names_what_is_to_be_otherwise(session: Session) -> None:
    ask_role(session, care.SLUG, care.ADULT, "college", role=PartnerRole.COORDINATOR, hours=120)
    said = Said("We cannot lead", PartnerRole.BENEFICIARY, 60, None)
    member_answers.correct(session, seats.seat(session), care.ADULT, version(session), said)
    task = only(session).task
    assert task is not None
    assert (task.state, task.correction, task.said_role_label, task.said_hours, task.hours) == (
        Confirmation.CORRECTED,
        "We cannot lead",
        "beneficiary",
        60,
        120,
    )
    with pytest.raises(BadChoice):
        member_answers.correct(session, seats.seat(session), care.ADULT, version(session), Said())


def test_an_answer_goes_to_the_profile_and_the_question_is_settled(session: Session) -> None:
    ask_question(session, care.SLUG, care.ADULT, "town", FOUNDED)
    before = only(session, "town")
    assert before.verdict is Verdict.NEEDS_REVIEW
    assert [one.is_open for one in before.questions] == [True]
    member_answers.answer(session, seats.seat(session, "town"), care.ADULT, FOUNDED, DAY)
    after = only(session, "town")
    assert stored(session, "town").founded == date(1985, 1, 1)
    assert [(one.answer, one.answered_by, one.is_open) for one in after.questions] == [
        (DAY, "Sample Town", False)
    ]
    assert after.verdict is not Verdict.NEEDS_REVIEW


def test_an_answer_sent_twice_stays_the_first(session: Session) -> None:
    ask_question(session, care.SLUG, care.ADULT, "town", FOUNDED)
    for value in (DAY, "1999-01-01"):
        member_answers.answer(session, seats.seat(session, "town"), care.ADULT, FOUNDED, value)
    assert stored(session, "town").founded == date(1985, 1, 1)


def test_a_bad_answer_stores_nothing(session: Session) -> None:
    ask_question(session, care.SLUG, care.ADULT, "town", FOUNDED)
    with pytest.raises(BadChoice):
        member_answers.answer(session, seats.seat(session, "town"), care.ADULT, FOUNDED, "1985")
    assert stored(session, "town").founded is None
    assert part(session, "town").left == 1


def test_a_member_may_take_its_answer_back(session: Session) -> None:
    ask_question(session, care.SLUG, care.ADULT, "town", FOUNDED)
    seat = seats.seat(session, "town")
    member_answers.answer(session, seat, care.ADULT, FOUNDED, DAY)
    member_answers.take_back(session, seat, care.ADULT, FOUNDED)
    member_answers.take_back(session, seat, care.ADULT, FOUNDED)
    assert stored(session, "town").founded is None
    assert part(session, "town").left == 1


def test_a_member_answers_only_what_it_was_asked_and_only_for_itself(session: Session) -> None:
    ask_question(session, care.SLUG, care.ADULT, "town", FOUNDED)
    ask_role(session, care.SLUG, care.ADULT, "town", hours=1)
    town, college = seats.seat(session, "town"), seats.seat(session)
    acts: tuple[Callable[[], None], ...] = (
        lambda: member_answers.answer(session, college, care.ADULT, FOUNDED, DAY),
        lambda: member_answers.take_back(session, college, care.ADULT, FOUNDED),
        lambda: member_answers.answer(session, town, care.ADULT, "member.pic", "no"),
        lambda: member_answers.answer(session, town, care.ADULT, "project.grant", "1"),
        lambda: member_answers.confirm(session, college, care.ADULT, version(session, "town")),
    )
    for act in acts:
        with pytest.raises(NotFound):
            act()
    assert (stored(session, "town").founded, stored(session).founded) == (None, None)
    assert part(session, "town").left == 2


def test_a_question_that_somebody_else_has_settled_is_no_longer_open(session: Session) -> None:
    ask_question(session, care.SLUG, care.ADULT, "town", FOUNDED)
    care.coalition(session, members=members(town=date(1985, 1, 1)))
    (question,) = only(session, "town").questions
    assert (question.question, question.answer, question.is_open) == (None, None, False)


def test_the_answers_of_two_members_at_once_both_stay(session: Session) -> None:
    """Both have opened their page, and read the profile with it, before the first one answers."""
    coalition, call = coalition_by_slug(session, care.SLUG), call_by_name(session, care.ADULT)
    assert coalition.id is not None
    assert call.id is not None
    for member in ("town", "college"):
        member_work.ask_question(session, coalition.id, call.id, member, FOUNDED, by="Lead")
    tokens = [seats.token(session, member) for member in ("town", "college")]
    session.close()
    with database.session() as first, database.session() as second:
        both = (first, second)
        taken = [seat_by_link(one, token) for one, token in zip(both, tokens, strict=True)]
        for one in both:
            read = profile_of(coalition_by_slug(one, care.SLUG)).members
            assert [member.founded for member in read[:2]] == [None, None]
        for one, seat in zip(both, taken, strict=True):
            member_answers.answer(one, seat, care.ADULT, FOUNDED, DAY)
    with database.session() as after:
        kept = profile_of(coalition_by_slug(after, care.SLUG)).members
    assert [one.founded for one in kept] == [date(1985, 1, 1), date(1985, 1, 1), None]


def test_what_a_guest_does_is_noted_without_what_it_typed(session: Session) -> None:
    ask_question(session, care.SLUG, care.ADULT, "town", FOUNDED)
    seat = seat_by_link(session, seats.token(session, "town"))
    member_answers.answer(session, seat, care.ADULT, FOUNDED, DAY)
    (entry, *_) = audit.entries(session, "member.answered", 0, 5)
    assert (entry.actor, entry.account_id, entry.subject) == ("Sample Town", None, care.SLUG)
    assert DAY not in str(entry.detail)
    act_as(session, STRANGER)
