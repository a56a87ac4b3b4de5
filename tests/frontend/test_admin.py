"""The administrator's pages: what needs attention, people, sources, the log; nothing that coalitions hold."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.access import audit, invitations
from api.services.running import run_source
from api.services.running.jobs import JobPublic
from frontend import texts
from store.jobs import begin
from store.vocabulary import AuditAction, CrawlOutcome, JobKind, Language, Role
from tests.frontend.people import account, browser, give, sign_in
from tests.frontend.stored import get, main_words, soup, store_coalition, store_run, words

PAGES = ("/admin", "/admin/people", "/admin/sources", "/admin/audit")
BASE = "http://localhost"


@pytest.fixture
def admin(session: Session) -> Iterator[TestClient]:
    """A browser of an administrator who has no role in any coalition."""
    with browser() as asking:
        sign_in(asking, account(session, "admin", is_administrator=True, language=Language.EN))
        yield asking


def test_others_do_not_get_in(session: Session) -> None:
    lead = account(session, "lead")
    give(session, lead, store_coalition(session), Role.LEAD)
    with browser() as asking:
        for address in PAGES:
            assert asking.get(address).headers["location"].startswith("/sign-in")
        sign_in(asking, lead)
        for address in PAGES:
            assert asking.get(address).status_code == 403


def test_what_needs_attention(admin: TestClient, session: Session) -> None:
    store_coalition(session, summary="Secret summary")
    store_run(session, source="eu_esf_plus", outcome=CrawlOutcome.FAILED)
    invitations.invite_lead(session, "new@example.org", Language.EN, BASE)
    begin(session, JobKind.CRAWL, "fi_eura_jtf", "Zx starter")
    page = main_words(get(admin, "/admin"))
    for fact in (
        "EU Funding & Tenders Portal: ESF+", "Alarm: crawl failed", "6 sources were never crawled",
        "1 open invitation",
        "1 coalition without a lead", "EURA 2021 (Finland): Just Transition Fund", "Zx starter", "1 account.",
    ):  # fmt: skip
        assert fact in page
    assert "Secret" not in page


def test_people_with_roles_by_name_of_the_coalition(admin: TestClient, session: Session) -> None:
    coalition = store_coalition(session, name="Named coalition", summary="Secret summary")
    who = account(session, "lead", called="Zx person")
    give(session, who, coalition, Role.LEAD)
    page = main_words(get(admin, "/admin/people"))
    assert "Zx person Coalition lead: Named coalition." in page
    assert "Secret" not in page
    sent = {"do": "set_active", "account": str(who.id), "active": "no"}
    assert admin.post("/admin/people", data=sent).headers["location"].endswith("saved=closed")
    assert "account closed" in main_words(get(admin, "/admin/people"))
    sent["active"] = "yes"
    assert admin.post("/admin/people", data=sent).headers["location"].endswith("saved=opened")


@pytest.mark.parametrize(
    ("sent", "role", "where"),
    [
        ({"kind": "lead", "coalition": "zx"}, Role.LEAD, "Zx"),
        ({"kind": "new_lead"}, Role.LEAD, "Lead of a new coalition"),
        ({"kind": "officer", "organisation": "Zx agency"}, Role.FUNDING_OFFICER, "Zx agency"),
        ({"kind": "administrator"}, Role.ADMINISTRATOR, ""),
    ],
)
def test_inviting(admin: TestClient, session: Session, sent: dict[str, str], role: Role, where: str) -> None:
    store_coalition(session)
    answer = admin.post("/admin/people", data={"do": "invite", "email": "new@example.org"} | sent)
    assert answer.status_code == 200
    link = soup(answer).select_one("#made")
    assert link is not None
    assert str(link["value"]).startswith(f"{BASE}/join/")
    assert "no-store" in answer.headers["cache-control"]
    [open_one] = invitations.open_invitations(session)
    assert (open_one.role, open_one.email) == (role, "new@example.org")
    listed = get(admin, "/admin/people")
    assert where in words(listed.select_one("#invitations ~ ul"))
    assert (
        admin.post("/admin/people", data={"do": "cancel", "invitation": str(open_one.id)}).status_code == 303
    )
    assert invitations.open_invitations(session) == []


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"email": "no address", "kind": "new_lead"}, "email"),
        ({"email": "new@example.org"}, "kind"),
        ({"email": "new@example.org", "kind": "lead"}, "coalition"),
        ({"email": "new@example.org", "kind": "lead", "coalition": "zx"}, "coalition"),
        ({"email": "new@example.org", "kind": "officer"}, "organisation"),
    ],
)
def test_an_invitation_that_cannot_be(
    admin: TestClient, session: Session, sent: dict[str, str], field: str
) -> None:
    give(session, account(session, "lead"), store_coalition(session), Role.LEAD)
    answer = admin.post("/admin/people", data={"do": "invite"} | sent)
    assert answer.status_code == 422
    page = soup(answer)
    assert [str(a["href"]) for a in page.select("#summary a")] == [f"#{field}"]
    assert page.select_one(f"#{field}") is not None


def test_a_coalition_without_a_lead_is_offered_only_where_there_is_one(admin: TestClient) -> None:
    before = get(admin, "/admin/people")
    assert before.select("select[name=kind] option[value=new_lead]")
    assert bool(before.select("select[name=kind] option[value=lead]")) == bool(
        before.select("select[name=coalition]")
    )


def test_the_last_administrator_stays(admin: TestClient) -> None:
    [row] = get(admin, "/admin/people").select('input[name="account"]')
    for sent in ({"do": "set_active", "active": "no"}, {"do": "set_administrator", "given": "no"}):
        answer = admin.post("/admin/people", data={"account": str(row["value"])} | sent)
        assert answer.status_code == 422
        assert "last administrator" in main_words(soup(answer))


def test_sources_with_their_runs(admin: TestClient, session: Session) -> None:
    store_run(session, source="eu_esf_plus", found=9)
    store_run(session, source="eu_esf_plus", found=3, notes=["Zx note"], retries=2)
    page = get(admin, "/admin/sources")
    card = page.select_one("#eu_esf_plus")
    assert "3 (usually 9)" in words(card)
    assert "Zx note" in words(card)
    assert len(card.select("tbody tr")) == 2  # type: ignore[union-attr]
    assert "Never crawled" in words(page.select_one("#fi_eura_jtf"))
    assert "A contact is missing" in main_words(page)


def test_run_now_asks_for_a_contact_or_leads_to_the_progress(
    admin: TestClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CRAWLER_CONTACT", raising=False)
    sent = {"do": "run", "source": "eu_esf_plus"}
    refused = admin.post("/admin/sources", data=sent)
    assert refused.status_code == 422
    assert "CRAWLER_CONTACT=" in main_words(soup(refused))
    job = begin(session, JobKind.CRAWL, "eu_esf_plus", "Zx")
    monkeypatch.setattr(run_source, "run_source", lambda *_: JobPublic.model_validate(job.model_dump()))
    assert admin.post("/admin/sources", data=sent).headers["location"] == f"/jobs/{job.id}"
    assert admin.post("/admin/sources", data={"source": "eu_esf_plus"}).status_code == 404


def test_the_log_is_paged_and_filtered(admin: TestClient, session: Session) -> None:
    for number in range(60):
        audit.note(session, AuditAction.CONSENT_GIVEN, f"zx-{number}", kind="seen_by_officers")
    page = get(admin, "/admin/audit?action=consent.given")
    assert "60 entries" in main_words(page)
    assert len(page.select("tbody tr")) == 50
    assert "kind: seen by funding officers" in main_words(page)
    older = get(admin, str(page.select("nav.pages a")[-1]["href"]))
    assert len(older.select("tbody tr")) == 10
    assert "Page 2 of 2" in main_words(older)
    assert "signed in" in main_words(get(admin, "/admin/audit?action=sign_in.done"))
    assert "Nothing has been noted" in main_words(get(admin, "/admin/audit?action=nowhere"))


def test_every_action_has_words() -> None:
    assert [action for action in AuditAction if not texts.has_text(f"audit.{action}")] == []
