"""Every form of the check page from end to end: what is sent is stored, and the page tells of it."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag
from fastapi.testclient import TestClient
from sqlmodel import Session

from frontend.pages import check_documents
from store import call_documents, coalitions, line_ups, queries
from store.models import CoalitionPublic, LineUpPublic
from store.vocabulary import ActorType, Language, PartnerRole, Programme
from tests.builders import member
from tests.frontend.checked import section
from tests.frontend.stored import get, soup, store_call, store_coalition, words

CALL = "KA220-ADU"
HERE = f"/coalitions/zx/checks/{CALL}"
TEXT = """## Who can apply
The consortium must include at least three organisations from three different eligible countries.
The project duration is between 12 and 36 months."""
Send = Callable[..., BeautifulSoup]


@pytest.fixture(autouse=True)
def _world(session: Session) -> None:
    store_coalition(
        session,
        members=[
            member(slug="college", name="Zx College"),
            member(slug="firm", name="Zx Firm", actor_type=ActorType.EMPLOYER),
        ],
    )
    store_call(session, identifier=CALL, programme=Programme.ERASMUS_PLUS, source="fi_oph", description=TEXT)


@pytest.fixture
def send(client: TestClient) -> Send:
    """Sends a form of the page; gives the page that follows: renewed when it was stored, else with faults."""

    def sent(fields: dict[str, Any], *, language: str = "en", **more: Any) -> BeautifulSoup:
        answer = client.post(HERE, data=fields, headers={"accept-language": language}, **more)
        if answer.status_code == 422:
            return soup(answer)
        assert answer.status_code == 303, answer.text
        address, _, anchor = answer.headers["location"].partition("#")
        page = get(client, address, language)
        assert page.find(id=anchor) is not None
        assert page.select_one(".notice--good[role=status]") is not None
        return page

    return sent


def form_with(page: BeautifulSoup, name: str, value: str) -> dict[str, str]:
    """The fields of the form that has a field or button of this name and value, as a browser sends them."""
    control = page.select_one(f"main [name='{name}'][value='{value}']")
    assert control is not None, (name, value)
    form = control.find_parent("form")
    assert isinstance(form, Tag)
    fields = {
        str(f["name"]): str(f.get("value", "")) for f in form.select("input[name]:not([type=checkbox])")
    }
    for select in form.find_all("select"):
        chosen = select.find("option", selected=True) or select.find("option")
        fields[str(select["name"])] = str(chosen["value"]) if isinstance(chosen, Tag) else ""
    return fields | {name: value}


def fault(page: BeautifulSoup) -> str:
    """The one fault: said on top with a link, and at its field."""
    link = page.select_one("#summary a")
    assert link is not None
    target = page.find(id=str(link["href"]).removeprefix("#"))
    assert isinstance(target, Tag)
    if target.name == "input":
        described = str(target["aria-describedby"]).split()[-1]
        assert words(page.find(id=described)) == f"Error: {words(link)}"
        assert all(d.has_attr("open") for d in target.find_parents("details"))
    assert words(page.title).startswith("Error: ")
    return words(link)


def stored(session: Session) -> CoalitionPublic:
    session.expire_all()
    return coalitions.public_coalition(coalitions.coalition_by_slug(session, "zx"))


def line_up(session: Session) -> LineUpPublic | None:
    session.expire_all()
    coalition, call = coalitions.coalition_by_slug(session, "zx"), queries.call_by_name(session, CALL)
    return line_ups.line_up_of(session, coalition.id or 0, call.id or 0)


def test_an_answer_updates_the_profile_and_is_not_asked_again(
    client: TestClient, session: Session, send: Send
) -> None:
    fields = form_with(get(client, HERE), "fact", "member.founded")
    assert fields["member"] == "college"
    page = send(fields | {"answer-member-founded-college": "1.9.1998"})
    assert str(stored(session).members[0].founded) == "1998-09-01"
    assert page.select("[name=fact][value='member.founded']") == []


def test_an_answer_that_is_none_keeps_what_was_typed(
    client: TestClient, session: Session, send: Send
) -> None:
    fields = form_with(get(client, HERE), "fact", "member.founded")
    page = send(fields | {"answer-member-founded-college": "long ago"})
    assert "1.9.1998" in fault(page)
    field = page.find(id="answer-member-founded-college")
    assert isinstance(field, Tag)
    assert field["value"] == "long ago"
    assert stored(session).members[0].founded is None


def test_a_question_that_is_no_longer_asked_says_so(client: TestClient, send: Send) -> None:
    fields = form_with(get(client, HERE), "fact", "member.founded")
    send(fields | {"answer-member-founded-college": "1998-09-01"})
    page = send(fields | {"answer-member-founded-college": "1999-09-01"})
    assert "no longer asked" in words(page.select_one("#summary"))


def test_what_is_to_keep_to_is_settled_beside_it(client: TestClient, session: Session, send: Send) -> None:
    page = get(client, HERE)
    duration = form_with(page, "fact", "project.months")
    send(duration | {"answer-project-months": "24"})
    declaration = form_with(get(client, HERE), "answer-project-declarations-no_double_funding", "yes")
    send(declaration)
    kept = line_up(session)
    assert kept is not None
    assert (kept.project.months, kept.project.declarations) == (24, {"no_double_funding": True})


def test_a_registration_is_a_number_or_no(client: TestClient, session: Session, send: Send) -> None:
    fields = form_with(get(client, HERE), "fact", "member.oid")
    field = f"answer-member-oid-{fields['member']}"
    assert "as it was given" in fault(send(fields | {field: "E1"}))
    send(fields | {field: "E99999999"})
    who = next(one for one in stored(session).members if one.slug == fields["member"])
    assert dict(who.identifiers) == {"oid": "E99999999"}


def test_a_line_up_is_kept_with_its_plan_and_cleared(
    client: TestClient, session: Session, send: Send
) -> None:
    fields = form_with(get(client, HERE), "do", "keep")
    page = send(
        fields
        | {
            "role-college": "coordinator",
            "role-firm": "",
            "plan-grant": "250 000",
            "plan-where": "Lapland, Urjala",
        }
    )
    kept = line_up(session)
    assert kept is not None
    assert [(part.member, part.role) for part in kept.parts] == [
        ("college", PartnerRole.COORDINATOR),
        ("firm", None),
    ]
    assert (kept.project.grant, kept.project.regions, kept.project.municipalities) == (
        250_000,
        ("FI1D7",),
        ("887",),
    )
    assert "Decided by you" in words(section(page, "line-up"))
    page = send(form_with(page, "do", "clear"))
    assert line_up(session) is None
    assert "Proposed by Koalitio" in words(section(page, "line-up"))


def test_a_member_that_came_meanwhile_keeps_its_proposed_role(
    client: TestClient, session: Session, send: Send
) -> None:
    fields = form_with(get(client, HERE), "do", "keep")
    proposed = fields.pop("role-firm")
    send(fields)
    kept = line_up(session)
    assert kept is not None
    assert {part.member: part.role for part in kept.parts}["firm"] == (proposed or None)


def test_a_plan_that_cannot_be_read_loses_neither_roles_nor_words(
    client: TestClient, session: Session, send: Send
) -> None:
    fields = form_with(get(client, HERE), "do", "keep")
    page = send(fields | {"role-firm": "associated_partner", "plan-grant": "much", "plan-months": "24"})
    assert "much" in fault(page)
    again = form_with(page, "do", "keep")
    assert (again["role-firm"], again["plan-grant"], again["plan-months"]) == (
        "associated_partner",
        "much",
        "24",
    )
    assert line_up(session) is None


def reading(page: BeautifulSoup, kind: str, do: str) -> dict[str, str]:
    """The form that decides on the condition of that type."""
    condition = page.select_one(f".condition[id^='condition-{kind}-']:has([value={do}])")
    assert condition is not None, (kind, do)
    return form_with(BeautifulSoup(f"<main>{condition}</main>", "lxml"), "do", do)


def test_a_reading_is_confirmed_by_name_and_taken_back(client: TestClient, send: Send) -> None:
    fields = reading(get(client, HERE), "country_count", "confirm")
    by = f"{fields['which']}-by"
    assert "Write your name" in fault(send(fields))
    page = send(fields | {by: "Zx Lead"})
    assert "Confirmed for this coalition: Zx Lead, 20\u00a0May\u00a02026" in words(page.main)
    page = send(reading(page, "country_count", "withdraw"))
    assert "Confirmed for this coalition" not in words(page.main)


def test_a_reading_is_set_aside_and_brought_back(client: TestClient, send: Send) -> None:
    fields = reading(get(client, HERE), "country_count", "reject")
    page = send(fields | {f"{fields['which']}-by": "Zx Lead"})
    aside = section(page, "aside")
    assert "Set aside for this coalition: Zx Lead" in words(aside)
    page = send(form_with(BeautifulSoup(f"<main>{aside}</main>", "lxml"), "do", "withdraw"))
    assert page.find("section", attrs={"aria-labelledby": "aside"}) is None


def test_a_reading_is_corrected(client: TestClient, send: Send) -> None:
    fields = reading(get(client, HERE), "consortium_size", "correct")
    which = fields["which"]
    page = send(fields | {f"{which}-minimum": "some", f"{which}-corrector": "Zx Lead"})
    assert "in figures" in fault(page)
    assert [field["value"] for field in page.select(f"input#{which}-minimum")] == ["some"]
    page = send(fields | {f"{which}-minimum": "2", f"{which}-corrector": "Zx Lead"})
    assert "Number of organisations: at least 2" in words(page.main)
    assert "Corrected for this coalition: Zx Lead" in words(page.main)


def test_what_the_rules_leave_open_is_filled_in(client: TestClient, session: Session) -> None:
    store_call(session, identifier="ESF-2026-TEST", description="Zx.")
    there = "/coalitions/zx/checks/ESF-2026-TEST"
    page = get(client, there)
    assert "What kinds of organisation may apply" in words(page.main)
    fields = reading(page, "applicant_type", "correct")
    which = fields["which"]
    typed = {f"{which}-any_organisation": "true", f"{which}-corrector": "Zx Lead"}
    answer = client.post(there, data=fields | typed)
    assert answer.status_code == 303
    page = get(client, there)
    assert "Who may apply: any organisation" in words(page.main)
    assert "What kinds of organisation may apply" not in words(page.main)


def test_the_smallest_is_not_above_the_largest(client: TestClient, send: Send) -> None:
    fields = reading(get(client, HERE), "duration", "correct")
    which = fields["which"]
    typed = {f"{which}-minimum": "36", f"{which}-maximum": "12", f"{which}-corrector": "Zx"}
    page = send(fields | typed)
    assert page.select_one("#summary") is None or "do not go together" in fault(page)


def test_a_condition_that_changed_meanwhile_is_not_decided_unseen(client: TestClient, send: Send) -> None:
    fields = reading(get(client, HERE), "country_count", "confirm")
    page = send(fields | {"which": "condition-country_count-00000000"})
    assert "changed since you opened the page" in words(page.select_one("#summary"))


def pdf(text: str) -> bytes:
    """A PDF of one page that says this."""
    stream = f"BT /F1 12 Tf 40 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            len(body),
        )
    )


def test_a_document_is_added_read_and_downloaded(client: TestClient, send: Send) -> None:
    data = pdf("The co-financing rate is at most 70 % of the eligible costs of the project.")
    page = send(
        {"do": "upload", "uploader": "Zx Lead"},
        files={"document": ("työ ohjelma.pdf", data, "application/pdf")},
    )
    documents = section(page, "documents")
    assert "työ ohjelma.pdf 1 page, added 20\u00a0May\u00a02026" in words(documents)
    assert "by: Zx Lead" in words(documents)
    assert "Words of the call document työ ohjelma.pdf , page 1." in words(page.main)
    link = documents.find("a")
    assert isinstance(link, Tag)
    answer = client.get(str(link["href"]))
    assert answer.content == data
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "Choose the PDF file first"),
        ({"document": ("", b"", "application/octet-stream")}, "Choose the PDF file first"),
        ({"document": ("x.pdf", b"no pdf at all", "application/pdf")}, "cannot be read as a PDF with text"),
        ({"document": ("x.pdf", b"%PDF-1.4 broken", "application/pdf")}, "cannot be read as a PDF with text"),
        ({"document": ("x.pdf", pdf(""), "application/pdf")}, "cannot be read as a PDF with text"),
    ],
)
def test_a_file_that_is_no_document_is_refused_in_clear_words(
    session: Session, send: Send, files: dict[str, Any], says: str
) -> None:
    page = send({"do": "upload", "uploader": "Zx Lead"}, files=files or {"other": ("", b"", "text/plain")})
    assert says in fault(page)
    assert [field["value"] for field in page.select("input#uploader")] == ["Zx Lead"]
    call = queries.call_by_name(session, CALL)
    assert call_documents.documents_of(session, call.id or 0) == []


def test_a_file_that_is_too_large_is_not_even_read(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_documents, "MOST_BYTES", 100)
    monkeypatch.setattr(check_documents, "FORM_ROOM", 100)
    page = send({"do": "upload"}, files={"document": ("x.pdf", b"%PDF" + b"x" * 500, "application/pdf")})
    assert "larger than 20 MB" in fault(page)


def test_a_form_from_elsewhere_is_refused(client: TestClient, session: Session) -> None:
    answer = client.post(HERE, data={"do": "keep"}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert line_up(session) is None


@pytest.mark.parametrize("language", list(Language))
def test_faults_are_said_in_the_readers_language(send: Send, language: Language) -> None:
    page = send({"do": "keep", "plan-grant": "zx"}, language=language)
    said = words(page.select_one("#summary li"))
    assert {"en": "Write the amount", "fi": "Kirjoita summa", "sv": "Skriv beloppet"}[language] in said


@pytest.mark.parametrize("address", ["/coalitions/nobody/checks/KA220-ADU", "/coalitions/zx/checks/NOWHERE"])
def test_who_or_what_is_not_stored_is_not_found(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404
    assert client.post(address, data={"do": "keep"}).status_code == 404


def test_who_would_make_it_possible_is_judged(client: TestClient) -> None:
    page = get(client, f"{HERE}?partner=vet_provider&country=SE", "fi")
    asked = page.select_one(".what-ifs__asked")
    assert "Ruotsi" in words(asked)
