"""An invitation makes an account or adds to one, once; whatever is wrong with a link has the same words."""

from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from api.errors import BadChoice, LinkExpired, SignInRefused, TooManyTries
from api.services.access import first_start, invitations, resets, sessions
from api.services.access.actor import CONSOLE, STRANGER, act_as, actor_of
from store import roles
from store.accounts import account_by_email
from store.coalitions import save_coalition
from store.models import Account, Invitation
from store.vocabulary import Language, Role
from tests.api.access.conftest import Clock
from tests.api.access.persons import BASE, PASSWORD, acting, in_role, noted, number, person, token_of
from tests.builders import coalition, member

EN = Language.EN
NEW = "new@example.org"


def invited(session: Session, slug: str, role: Role = Role.LEAD, who: str | None = None) -> str:
    """The token of an invitation of NEW; the session acts for a stranger from then on."""
    token = token_of(invitations.invite(session, slug, NEW, role, EN, BASE, who).link)
    act_as(session, STRANGER)
    return token


def join(session: Session, token: str, **typed: str) -> str:
    """Accepts as one who typed plausible things."""
    said = {"email": "", "name": "New Person", "password": PASSWORD} | typed
    return invitations.join(session, token, language=Language.FI, **said)


def test_a_new_person_gets_an_account_and_the_role(session: Session, care: str) -> None:
    token = invited(session, care, Role.MEMBER, "union")
    shown = invitations.look(session, token)
    assert (shown.email, shown.role, shown.needs_account) == (NEW, Role.MEMBER, True)
    assert (shown.coalition_name, shown.member_name, shown.organisation) == (
        "Care together", "Sample Union", None,
    )  # fmt: skip
    begun = join(session, token, email="other@example.org", name="  New\nPerson ")
    actor = sessions.actor_for(session, begun)
    assert (actor.email, actor.name, actor.language) == (NEW, "New Person", Language.FI)
    assert actor.roles_in(care) == {Role.MEMBER}
    assert actor.member_of == {care: "union"}
    assert actor_of(session).account_id == actor.account_id
    assert noted(session) == ["invitation.made", "invitation.used", "role.given", "sign_in.done"]


def test_joining_takes_the_browser_s_old_secret(session: Session, care: str) -> None:
    held = sessions.begin(session, number(person(session)))
    token = invited(session, care)
    invitations.join(session, token, email="", name="New", password=PASSWORD, language=None, held=held)
    assert sessions.actor_for(session, held) is STRANGER


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": " "}, "your name"),
        ({"password": "short"}, "too short"),
        ({"password": NEW}, "easy to guess"),
    ],
)
def test_what_is_typed_wrong_leaves_the_link(
    session: Session, care: str, typed: dict[str, str], told: str
) -> None:
    token = invited(session, care)
    with pytest.raises(BadChoice, match=told):
        join(session, token, **typed)
    assert account_by_email(session, NEW) is None
    assert join(session, token)


def test_an_account_joins_only_with_its_password(session: Session, care: str) -> None:
    account = person(session, NEW, name="As Before")
    token = invited(session, care)
    assert not invitations.look(session, token).needs_account
    with pytest.raises(SignInRefused):
        join(session, token, password="an other password")
    with pytest.raises(SignInRefused):
        join(session, token, password="")
    assert roles.roles_of(session, number(account)) == []
    begun = join(session, token)
    assert sessions.actor_for(session, begun).account_id == account.id
    session.refresh(account)
    assert (account.name, account.language) == ("As Before", None)
    assert len(session.exec(select(Account)).all()) == 1


def test_an_account_joins_by_its_own_session_without_the_password(session: Session, care: str) -> None:
    account = person(session, NEW)
    token = invited(session, care)
    with acting(session, account):
        assert sessions.actor_for(session, join(session, token, password="")).roles_in(care) == {Role.LEAD}


def test_another_s_session_joins_for_nobody_else(session: Session, care: str) -> None:
    account, other = person(session, NEW), person(session, "other@example.org")
    token = invited(session, care)
    with acting(session, other), pytest.raises(SignInRefused):
        join(session, token, password="")
    assert roles.roles_of(session, number(account)) == roles.roles_of(session, number(other)) == []


def test_a_closed_account_does_not_come_back_by_an_invitation(session: Session, care: str) -> None:
    person(session, NEW, is_active=False)
    with pytest.raises(SignInRefused):
        join(session, invited(session, care))


def test_guessing_at_a_password_by_an_invitation_is_slowed(session: Session, care: str) -> None:
    person(session, NEW)
    token = invited(session, care)
    for _ in range(5):
        with pytest.raises(SignInRefused):
            join(session, token, password="a wrong password")
    with pytest.raises(TooManyTries):
        join(session, token)


def test_a_sample_user_never_joins_by_a_password(session: Session, care: str) -> None:
    person(session, NEW, is_sample=True)
    with pytest.raises(SignInRefused):
        join(session, invited(session, care))


Spoil = Callable[[Session, str, Clock], str]


def used(session: Session, care: str, _clock: Clock) -> str:
    token = invited(session, care)
    join(session, token)
    return token


def too_old(session: Session, care: str, clock: Clock) -> str:
    token = invited(session, care)
    clock.pass_by(days=14)
    return token


def unknown(_session: Session, _care: str, _clock: Clock) -> str:
    return "x" * 43


def of_another_purpose(session: Session, _care: str, _clock: Clock) -> str:
    return token_of(resets.make_link(session, number(person(session)), BASE))


def of_a_member_that_left(session: Session, care: str, _clock: Clock) -> str:
    token = invited(session, care, Role.MEMBER, "union")
    save_coalition(session, coalition(slug=care, members=[member()]))
    return token


def for_a_first_that_is_there(session: Session, _care: str, _clock: Clock) -> str:
    token = token_of(first_start.administrator_link(session, BASE))
    person(session, is_administrator=True)
    return token


SPOILT: list[Spoil] = [
    used, too_old, unknown, of_another_purpose, of_a_member_that_left, for_a_first_that_is_there,
]  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_link_that_does_not_work_says_nothing_about_why(
    session: Session, care: str, real_clock: Clock, spoil: Spoil
) -> None:
    token = spoil(session, care, real_clock)
    before = len(session.exec(select(Account)).all())
    for ask in (invitations.look, join):
        with pytest.raises(LinkExpired) as told:
            ask(session, token)
        assert str(told.value).startswith("This link no longer works")
        assert str(told.value) == _unknown_words(session)
    assert len(session.exec(select(Account)).all()) == before


def _unknown_words(session: Session) -> str:
    with pytest.raises(LinkExpired) as told:
        invitations.look(session, "never")
    return str(told.value)


def test_of_two_at_once_one_is_let_in(session: Session, care: str, monkeypatch: pytest.MonkeyPatch) -> None:
    token = invited(session, care)
    taken = session.exec(select(Invitation)).one()

    def somebody_is_first(*_: object) -> None:
        taken.used_at = taken.made_at
        session.add(taken)
        session.commit()

    monkeypatch.setattr("api.services.access.passwords.check_new", somebody_is_first)
    with pytest.raises(LinkExpired):
        join(session, token)
    assert account_by_email(session, NEW) is None


def test_an_account_that_is_made_meanwhile_is_not_taken_over(
    session: Session, care: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = invited(session, care)
    with monkeypatch.context() as patch:
        patch.setattr("api.services.access.passwords.check_new", lambda *_: person(session, NEW))
        with pytest.raises(BadChoice, match="sign in with it"):
            join(session, token)
    assert join(session, token), "the link is not used up"


def test_a_lead_of_a_coalition_to_come_gets_an_account_that_adds_one(session: Session) -> None:
    link = invitations.invite_lead(session, NEW, EN, BASE).link
    actor = sessions.actor_for(session, join(session, token_of(link)))
    assert actor.roles == {}
    assert actor.is_signed_in
    assert noted(session) == ["invitation.made", "invitation.used", "sign_in.done"]


def test_an_officer_and_an_administrator(session: Session) -> None:
    officer = token_of(invitations.invite_officer(session, NEW, "Body", EN, BASE).link)
    assert invitations.look(session, officer).organisation == "Body"
    assert list(sessions.actor_for(session, join(session, officer)).organisations.values()) == ["Body"]
    act_as(session, CONSOLE)
    administrator = token_of(invitations.invite_administrator(session, NEW, EN, BASE).link)
    actor = sessions.actor_for(session, join(session, administrator))
    assert (actor.is_administrator, actor.is_officer) == (True, True)
    assert noted(session).count("administrator.made") == 1


def test_a_role_is_given_to_nobody_else_s_coalition(session: Session, care: str) -> None:
    other = save_coalition(session, coalition(slug="other", name="Other")).slug
    in_role(session, other, Role.LEAD, NEW)
    begun = join(session, invited(session, care, Role.GRANT_WRITER))
    assert dict(sessions.actor_for(session, begun).roles) == {
        care: {Role.GRANT_WRITER},
        other: {Role.LEAD},
    }


def test_an_account_uses_a_link_up_as_well(session: Session, care: str) -> None:
    account = person(session, NEW)
    token = invited(session, care)
    join(session, token)
    with acting(session, account), pytest.raises(LinkExpired):
        join(session, token)
