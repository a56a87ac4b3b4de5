"""Coalitions: list, one whole, file."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from store import consents
from store.coalition_file import parse_coalition
from store.coalitions import profile_of
from store.vocabulary import ConsentKind, PartnerRole, Role
from tests.builders import member
from tests.frontend.people import account, appoint, browser, give, sign_in
from tests.frontend.stored import NOW, get, main_words, store_coalition, words


def test_no_coalition_says_what_to_do(client: TestClient) -> None:
    page = get(client, "/coalitions", "fi")
    assert words(page.select_one("main a.btn-primary")) == "Perusta koalitio"


def test_list_counts_in_words(client: TestClient, session: Session) -> None:
    store_coalition(session, goals=[])
    assert "1 jäsen · 0 tavoitetta · 1 tarve" in main_words(get(client, "/coalitions", "fi"))


def test_one_coalition_whole(client: TestClient, session: Session) -> None:
    store_coalition(session)
    page = main_words(get(client, "/coalitions/zx", "sv"))
    for fact in (
        "Lappland",
        "Engelska",
        "anordnare av yrkesutbildning",
        "bidragsmottagare (delgenomförare)",
        "Zx 2025",
    ):
        assert fact in page


def test_unknown_and_empty_are_worded(client: TestClient, session: Session) -> None:
    store_coalition(session, members=[], goals=[], needs=[], nuts_regions=[], target_groups=[])
    page = get(client, "/coalitions/zx")
    assert main_words(page).count("Not known") == 5
    assert page.select_one("main section a[href='/coalitions/zx/profile/goals']") is not None


def test_file_imports_to_the_same(client: TestClient, session: Session) -> None:
    stored = store_coalition(session)
    answer = client.get("/coalitions/zx.yaml")
    assert answer.headers["content-disposition"] == 'attachment; filename="zx.yaml"'
    assert parse_coalition(answer.text, "zx.yaml") == profile_of(stored)


def test_unknown_coalitions_are_not_found(client: TestClient) -> None:
    for address in ("/coalitions/no", "/coalitions/no/edit", "/coalitions/no/matches", "/coalitions/no.yaml"):
        get(client, address, status=404)


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", ["Two members have the same name: Zx", "Two members ask for the coordinator's role: Zx; zX"]),
        (
            "fi",
            ["Kahdella jäsenellä on sama nimi: Zx", "Kaksi jäsentä toivoo koordinaattorin roolia: Zx; zX"],
        ),
        ("sv", ["Två medlemmar har samma namn: Zx", "Två medlemmar önskar rollen som koordinator: Zx; zX"]),
    ],
)
def test_what_stands_out_is_told_after_saving(
    client: TestClient, session: Session, language: str, says: list[str]
) -> None:
    lead = PartnerRole.COORDINATOR
    store_coalition(
        session,
        members=[
            member(slug="a", name="Zx", role_wish=lead),
            member(slug="b", name="zX", role_wish=lead),
            member(slug="c", name="Zy", role_wish=None),
        ],
    )
    page = get(client, "/coalitions/zx?saved=1", language)
    assert [words(note) for note in page.select(".notice li")] == says


def test_more_than_two_are_counted(client: TestClient, session: Session) -> None:
    members = [member(slug=slug, name="Zx", role_wish=PartnerRole.COORDINATOR) for slug in "abc"]
    store_coalition(session, members=members)
    notes = [words(note) for note in get(client, "/coalitions/zx").select(".notice li")]
    assert notes == [
        "3 members have the same name: Zx",
        "3 members ask for the coordinator's role: Zx; Zx; Zx",
    ]


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "neither members nor goals"),
        ("fi", "ei ole vielä jäseniä eikä"),
        ("sv", "varken medlemmar eller"),
    ],
)
def test_a_coalition_of_nobody_for_nothing_is_noticed(
    client: TestClient, session: Session, language: str, says: str
) -> None:
    store_coalition(session, members=[], goals=[])
    assert says in words(get(client, "/coalitions/zx", language).select_one(".notice"))


def test_a_coalition_in_which_nothing_stands_out_has_no_notice(client: TestClient, session: Session) -> None:
    store_coalition(session, goals=[])
    assert get(client, "/coalitions/zx").select(".notice") == []


def test_each_sees_what_is_theirs(session: Session) -> None:
    coalition = store_coalition(session)
    for role, ways in (
        (Role.LEAD, {"/matches", "/profile", "/edit", "/people", "/coverage", "/profile/needs"}),
        (Role.GRANT_WRITER, {"/matches"}),
        (Role.MEMBER, {"/matches"}),
    ):
        who = account(session, role)
        give(session, who, coalition, role)
        with browser() as client:
            sign_in(client, who)
            page = get(client, "/coalitions/zx")
            ways_on = {str(a["href"]) for a in page.select("main > p a, main > section > p a")}
            assert {a for a in ways_on if "yaml" not in a} == {f"/coalitions/zx{way}" for way in ways}, role


def test_an_officer_sees_the_profile_only_and_only_with_consent(session: Session) -> None:
    coalition = store_coalition(session)
    officer = account(session, "officer")
    appoint(session, officer)
    with browser() as client:
        sign_in(client, officer)
        get(client, "/coalitions/zx", status=404)
        consents.give(session, coalition.id or 0, ConsentKind.SEEN_BY_OFFICERS, "lead", NOW)
        page = get(client, "/coalitions/zx")
        assert "because the coalition consented to it" in main_words(page)
        assert page.select("main a.btn-primary") == []
        listed = get(client, "/coalitions")
        assert "You are in no coalition yet" in main_words(listed)
        assert listed.select_one("#others") is not None
        get(client, "/coalitions/zx/profile", status=403)


def test_a_stranger_is_told_to_sign_in(session: Session) -> None:
    store_coalition(session)
    with browser() as client:
        page = get(client, "/coalitions")
        button = page.select_one("main a.btn-primary")
        assert button is not None
        assert button["href"] == "/sign-in?next=%2Fcoalitions"
        assert "Zx" not in main_words(page)
        assert client.get("/coalitions/new").headers["location"] == "/sign-in?next=%2Fcoalitions%2Fnew"


def test_a_lead_sees_how_far_it_is_and_what_it_consented_to(client: TestClient, session: Session) -> None:
    coalition = store_coalition(session)
    page = main_words(get(client, "/coalitions/zx"))
    assert "3 of 7 steps of the profile done. Next: Needs" in page
    assert "Only the coalition's own people see this. No consent is given." in page
    consents.give(session, coalition.id or 0, ConsentKind.FOUND_AS_PARTNER, "lead", NOW)
    assert "Consents that hold: found as a partner." in main_words(get(client, "/coalitions/zx"))


def test_the_list_says_what_is_next(client: TestClient, session: Session) -> None:
    store_coalition(session)
    page = get(client, "/coalitions", "fi")
    assert "Seuraavaksi profiilissa: Tarpeet" in main_words(page)
    assert page.select_one("main a[href='/coalitions/zx/profile/needs']") is not None
