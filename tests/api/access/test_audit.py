"""The audit log: who did what, page by page, for administrators alone."""

import pytest
from sqlmodel import Session

from api.errors import Forbidden, SignInNeeded
from api.services.access import audit
from api.services.access.actor import STRANGER, act_as
from store.vocabulary import AuditAction, Role
from tests.api.access.persons import acting, in_role, number, person


def test_an_entry_says_who_did_what_to_what(session: Session, care: str) -> None:
    lead = in_role(session, care, Role.LEAD)
    with acting(session, lead):
        audit.note(session, AuditAction.ROLE_TAKEN, care, role=Role.MEMBER)
    act_as(session, STRANGER)
    audit.note(session, AuditAction.SIGN_IN_FAILED)
    session.info.clear()
    audit.note(session, "crawl.started", "eu_esf_plus")
    crawl, failed, taken = audit.entries(session).entries
    assert (taken.actor, taken.account_id, taken.action) == ("Lead", number(lead), "role.taken")
    assert (taken.subject, taken.detail) == (care, {"role": "member"})
    assert (failed.actor, failed.account_id) == ("", None)
    assert (crawl.actor, crawl.subject) == ("console", "eu_esf_plus")


def test_a_name_stays_as_it_was(session: Session) -> None:
    account = person(session)
    with acting(session, account):
        audit.note(session, "x.done")
    account.name = "Other"
    session.add(account)
    session.commit()
    assert audit.entries(session).entries[0].actor == "Lead"


def test_pages_and_kinds(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "PAGE_SIZE", 2)
    for action in ("role.given", "sign_in.done", "role.taken", "role.given", "roles"):
        audit.note(session, action)
    first = audit.entries(session)
    assert [entry.action for entry in first.entries] == ["roles", "role.given"]
    assert (first.page, first.pages, first.total) == (1, 3, 5)
    assert first.actions == ["role.given", "role.taken", "roles", "sign_in.done"]
    assert len(audit.entries(session, page=3).entries) == 1
    assert audit.entries(session, page=99).page == 3
    assert audit.entries(session, page=-1).page == 1
    assert audit.entries(session, action="role").total == 3
    assert audit.entries(session, action="role.given").total == 2
    assert audit.entries(session, action="role%").total == 0
    empty = audit.entries(session, action="nothing")
    assert (empty.entries, empty.pages, empty.page) == ([], 1, 1)


def test_only_an_administrator_reads_it(session: Session, care: str) -> None:
    with acting(session, in_role(session, care, Role.LEAD)), pytest.raises(Forbidden):
        audit.entries(session)
    with acting(session, person(session, "a@example.org", is_administrator=True)):
        assert audit.entries(session).total == 0
    act_as(session, STRANGER)
    with pytest.raises(SignInNeeded):
        audit.entries(session)


def test_every_action_has_a_group_and_a_word_of_its_own() -> None:
    assert all(action.count(".") == 1 for action in AuditAction)
