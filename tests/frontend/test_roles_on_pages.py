"""What one may not do is not offered: pages as each role sees them, with a word who may."""

import pytest
from sqlmodel import Session

from api.services.checking import line_ups
from store.models import LineUpPart, ProjectPlan
from store.vocabulary import PartnerRole, Programme, Role
from tests.api.fakes import no_model
from tests.frontend import people
from tests.frontend.people import browser
from tests.frontend.stored import main_words, soup, store_call, store_coalition

CALL = "COVE"
CHANGES = ("/coalitions/zx/checks/", "/coalitions/zx/drafts/", "/coalitions/zx/edit")


@pytest.fixture(autouse=True)
def _world(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    no_model(monkeypatch)
    store_call(
        session,
        external_id=CALL,
        identifier="ERASMUS-EDU-2026-PEX-COVE",
        programme=Programme.ERASMUS_PLUS,
        action="ERASMUS Lump Sum Grants",
    )


@pytest.mark.parametrize(
    ("role", "offered"), [(Role.LEAD, True), (Role.GRANT_WRITER, True), (Role.MEMBER, False)]
)
@pytest.mark.parametrize(
    ("address", "says"),
    [
        (f"/coalitions/zx/checks/{CALL}", "You read what they decided."),
        (f"/coalitions/zx/drafts/{CALL}", "lead and grant writers hand in the project file."),
    ],
)
def test_forms_are_for_those_who_may(
    session: Session, role: Role, offered: bool, address: str, says: str
) -> None:
    with browser() as client:
        people.sign_in_as(client, session, "person", here=(store_coalition(session), role))
        page = soup(client.get(address))
        actions = [str(form.get("action")) for form in page.select("main form[method=post]")]
        changes = [action for action in actions if action.startswith(CHANGES)]
        assert bool(changes) is offered
        assert (says in main_words(page)) is not offered


def test_a_member_reads_the_line_up_and_the_plan(session: Session) -> None:
    coalition = store_coalition(session)
    part = LineUpPart(member="college", role=PartnerRole.COORDINATOR)
    line_ups.save(session, "zx", CALL, [part], ProjectPlan(grant=250_000))
    with browser() as client:
        people.sign_in_as(client, session, "member", here=(coalition, Role.MEMBER))
        page = soup(client.get(f"/coalitions/zx/checks/{CALL}"))
        assert page.select("main select[name^=role-]") == []
        assert "coordinator" in main_words(page)
        assert "250,000" in main_words(page)


@pytest.mark.parametrize(("role", "offered"), [(Role.LEAD, True), (Role.MEMBER, False)])
def test_editing_is_offered_to_the_lead(session: Session, role: Role, offered: bool) -> None:
    with browser() as client:
        people.sign_in_as(client, session, "person", here=(store_coalition(session), role))
        page = soup(client.get("/coalitions/zx"))
        assert (page.select_one("a[href='/coalitions/zx/edit']") is not None) is offered
