"""Who may invite whom to what; the link goes by mail, or to whoever invites when no mail is sent."""

import pytest
from sqlmodel import Session, select

from api.errors import BadChoice, Forbidden, LinkExpired, SignInNeeded
from api.services.access import invitations
from api.services.access.actor import STRANGER, act_as
from api.services.access.tokens import hash_of
from store.errors import NotFound
from store.models import Invitation, Organisation
from store.vocabulary import Language, Role
from tests.api.access.conftest import Clock
from tests.api.access.persons import BASE, acting, in_role, noted, person, token_of
from tests.api.mail.server import Mailbox, serving
from tests.api.mail.settings import lead_to

EN = Language.EN
NEW = "new@example.org"


def invite(
    session: Session, slug: str, email: str = NEW, role: Role = Role.LEAD, member: str | None = None
) -> str:
    """The token of a new invitation."""
    return token_of(invitations.invite(session, slug, email, role, EN, BASE, member).link)


def test_without_mail_the_link_is_for_whoever_invites(session: Session, care: str) -> None:
    with acting(session, in_role(session, care, Role.LEAD)):
        invited = invitations.invite(session, care, " New@Example.org ", Role.GRANT_WRITER, EN, BASE + "/")
        (row,) = invitations.open_invitations(session, care)
    assert (invited.mailed, invited.problem) == (False, None)
    assert invited.link is not None
    assert invited.link.startswith("http://localhost:8000/join/")
    assert (row.email, row.role, row.coalition_slug, row.made_by) == (NEW, Role.GRANT_WRITER, care, "Lead")
    assert not row.is_expired
    stored = session.exec(select(Invitation)).one()
    assert stored.token_hash == hash_of(token_of(invited.link))
    assert token_of(invited.link) not in stored.model_dump_json()


def test_with_mail_only_the_invited_gets_the_link(
    session: Session, care: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(Mailbox()) as box, acting(session, in_role(session, care, Role.LEAD)):
        lead_to(box, monkeypatch)
        invited = invitations.invite(session, care, NEW, Role.MEMBER, Language.SV, BASE, "union")
        (message,) = box.messages()
    assert (invited.link, invited.mailed, invited.problem) == (None, True, None)
    assert message["to"] == NEW
    text = message.get_content()
    for part in ("Care together", "Sample Union", "Inbjuden av: Lead", f"{BASE}/join/"):
        assert part in text
    line = next(line for line in text.splitlines() if line.startswith(BASE))
    assert invitations.look(session, token_of(line)).member_name == "Sample Union"


def test_a_mail_that_is_not_taken_leaves_the_link_and_says_why(
    session: Session, care: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(Mailbox(refused=frozenset({NEW}))) as box:
        lead_to(box, monkeypatch)
        invited = invitations.invite(session, care, NEW, Role.LEAD, EN, BASE)
    assert not invited.mailed
    assert invited.problem is not None
    assert NEW in invited.problem
    assert invitations.look(session, token_of(invited.link)).email == NEW
    assert noted(session) == ["invitation.made", "mail.unsent"]


@pytest.mark.parametrize("role", [Role.GRANT_WRITER, Role.MEMBER])
def test_only_a_lead_invites(session: Session, care: str, role: Role) -> None:
    with acting(session, in_role(session, care, role, member="union" if role is Role.MEMBER else None)):
        for ask in (invite, invitations.open_invitations):
            with pytest.raises(Forbidden):
                ask(session, care)


def test_others_are_told_that_there_is_no_such_coalition(session: Session, care: str) -> None:
    for somebody in (person(session), person(session, "a@example.org", is_administrator=True)):
        with acting(session, somebody), pytest.raises(NotFound, match="No coalition 'care'"):
            invite(session, care)
    act_as(session, STRANGER)
    with pytest.raises(SignInNeeded):
        invite(session, care)


@pytest.mark.parametrize(
    ("email", "role", "member", "told"),
    [
        ("no address", Role.LEAD, None, "no e-mail address"),
        ("a@example.org\nBcc: b@example.org", Role.LEAD, None, "no e-mail address"),
        (NEW, Role.ADMINISTRATOR, None, "choose lead"),
        (NEW, Role.FUNDING_OFFICER, None, "choose lead"),
        (NEW, Role.MEMBER, None, "which of the coalition's members"),
        (NEW, Role.MEMBER, "nobody", "which of the coalition's members"),
        (NEW, Role.LEAD, "union", "leave the member out"),
    ],
)
def test_what_cannot_be_invited_is_said(
    session: Session, care: str, email: str, role: Role, member: str | None, told: str
) -> None:
    with pytest.raises(BadChoice, match=told):
        invite(session, care, email, role, member)
    assert session.exec(select(Invitation)).all() == []


def test_somebody_who_has_the_role_is_not_invited_again(session: Session, care: str) -> None:
    in_role(session, care, Role.MEMBER, NEW, "union")
    with pytest.raises(BadChoice, match="has this role already"):
        invite(session, care, NEW, Role.MEMBER, "union")
    assert invite(session, care, NEW, Role.MEMBER, "college")
    assert invite(session, care, NEW, Role.GRANT_WRITER)


def test_a_new_invitation_ends_the_one_before(session: Session, care: str) -> None:
    first = invite(session, care)
    other = invite(session, care, role=Role.GRANT_WRITER)
    second = invite(session, care)
    assert len(invitations.open_invitations(session, care)) == 2
    with pytest.raises(LinkExpired):
        invitations.look(session, first)
    assert invitations.look(session, other).role is Role.GRANT_WRITER
    assert invitations.look(session, second).role is Role.LEAD


def test_invitations_do_not_pile_up(session: Session, care: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invitations, "MOST_OPEN", 2)
    invite(session, care, "a@example.org")
    invite(session, care, "b@example.org")
    with pytest.raises(BadChoice, match="Too many invitations"):
        invite(session, care, "c@example.org")


def test_old_invitations_are_shown_as_ended_and_then_forgotten(
    session: Session, care: str, real_clock: Clock
) -> None:
    invite(session, care, "old@example.org")
    real_clock.pass_by(days=14)
    (row,) = invitations.open_invitations(session, care)
    assert row.is_expired
    real_clock.pass_by(days=31)
    invite(session, care)
    assert [one.email for one in invitations.open_invitations(session, care)] == [NEW]


def test_a_cancelled_invitation_lets_nobody_in(session: Session, care: str) -> None:
    with acting(session, in_role(session, care, Role.LEAD)):
        token = invite(session, care)
        (row,) = invitations.open_invitations(session, care)
        invitations.cancel(session, row.id)
        assert invitations.open_invitations(session, care) == []
        with pytest.raises(NotFound, match="Reload"):
            invitations.cancel(session, row.id)
    with pytest.raises(LinkExpired):
        invitations.look(session, token)
    assert noted(session) == ["invitation.made", "invitation.cancelled"]


def test_nobody_else_cancels_and_nobody_learns_that_it_is_there(session: Session, care: str) -> None:
    invite(session, care)
    (row,) = invitations.open_invitations(session, care)
    for somebody in (person(session), in_role(session, care, Role.GRANT_WRITER, "writer@example.org")):
        with acting(session, somebody):
            told = set()
            for number in (row.id, row.id + 1):
                with pytest.raises(NotFound) as missing:
                    invitations.cancel(session, number)
                told.add(str(missing.value))
            assert len(told) == 1
    act_as(session, STRANGER)
    with pytest.raises(SignInNeeded):
        invitations.cancel(session, row.id)


def test_an_administrator_keeps_what_belongs_to_no_coalition(session: Session, care: str) -> None:
    with acting(session, person(session, "a@example.org", is_administrator=True)):
        officer = invitations.invite_officer(session, NEW, " Länsi-Suomen \n viranomainen ", EN, BASE)
        other = invitations.invite_officer(session, "b@example.org", "Länsi-Suomen viranomainen", EN, BASE)
        administrator = invitations.invite_administrator(session, NEW, EN, BASE)
        own = invitations.invite_lead(session, NEW, EN, BASE)
        first = invitations.invite_lead(session, NEW, EN, BASE, care)
        rows = invitations.open_invitations(session)
        invitations.cancel(session, rows[0].id)
    assert [row.role for row in rows] == [
        Role.LEAD, Role.LEAD, Role.ADMINISTRATOR, Role.FUNDING_OFFICER, Role.FUNDING_OFFICER,
    ]  # fmt: skip
    assert [(body.slug, body.name) for body in session.exec(select(Organisation))] == [
        ("lansi-suomen-viranomainen", "Länsi-Suomen viranomainen")
    ]
    assert all(one.link for one in (officer, other, administrator, own, first))


def test_an_administrator_makes_nobody_lead_of_a_coalition_that_has_one(session: Session, care: str) -> None:
    lead = in_role(session, care, Role.LEAD)
    with acting(session, person(session, "a@example.org", is_administrator=True)):
        with pytest.raises(Forbidden, match="has a lead"):
            invitations.invite_lead(session, NEW, EN, BASE, care)
        lead.is_active = False
        session.add(lead)
        session.commit()
        assert invitations.invite_lead(session, NEW, EN, BASE, care).link
    assert invitations.invite_lead(session, "b@example.org", EN, BASE, care).link, "the operator may"


def test_only_administrators_invite_officers_and_administrators(session: Session, care: str) -> None:
    with acting(session, in_role(session, care, Role.LEAD)):
        with pytest.raises(Forbidden):
            invitations.invite_lead(session, NEW, EN, BASE)
        with pytest.raises(Forbidden):
            invitations.invite_officer(session, NEW, "Body", EN, BASE)
        with pytest.raises(Forbidden):
            invitations.invite_administrator(session, NEW, EN, BASE)
        with pytest.raises(Forbidden):
            invitations.open_invitations(session)
    assert session.exec(select(Organisation)).all() == []


def test_every_kind_of_invitation_has_its_mail(
    session: Session, care: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(Mailbox()) as box:
        lead_to(box, monkeypatch)
        for language in Language:
            invitations.invite_lead(session, NEW, language, BASE)
            invitations.invite_lead(session, NEW, language, BASE, care)
            invitations.invite(session, care, NEW, Role.GRANT_WRITER, language, BASE)
            invitations.invite(session, care, NEW, Role.MEMBER, language, BASE, "union")
            invitations.invite_officer(session, NEW, "Body", language, BASE)
            invitations.invite_administrator(session, NEW, language, BASE)
        subjects = [message["subject"] for message in box.messages()]
    assert len(set(subjects)) == len(subjects) == 18
