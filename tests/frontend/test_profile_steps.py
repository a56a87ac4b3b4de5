"""The profile in steps: list, one step, keeping for later, two people, and how a coalition is started."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.profile.profile_steps import Step, kept_steps
from frontend import texts
from frontend.pages.profile_step import PARTS
from frontend.profile_form import BASICS, SECTIONS, form_of
from store.coalitions import coalition_by_slug, public_coalition
from store.models import GoalCreate, NeedCreate
from store.models.member_parts import Answer
from store.vocabulary import Language
from tests.builders import member
from tests.frontend.stored import get, main_words, soup, store_coalition, values, words

HERE = "/coalitions/zx/profile"
SCRIPT = {"accept": "application/json"}
BARE: dict[str, Any] = {
    "summary": "", "nuts_regions": [], "target_groups": [], "members": [], "goals": [], "needs": []
}  # fmt: skip


def send(client: TestClient, step: str, typed: dict[str, str], do: str = "save", **more: str) -> Any:
    return client.post(f"{HERE}/{step}", data=typed | {"do": do} | more)


def now(session: Session) -> Any:
    session.expire_all()
    return coalition_by_slug(session, "zx")


def fold(page: BeautifulSoup, step: str) -> str:
    """What the list says of a step."""
    link = page.select_one(f"#step-{step}")
    assert link is not None
    return words(link.find_parent("li"))


def test_a_coalition_starts_with_a_name_and_goes_on_to_its_steps(
    client: TestClient, session: Session
) -> None:
    typed = values(get(client, "/coalitions/new", "sv"))
    assert set(typed) == {"name", "language", "country", "regions", "seen"}
    assert typed["language"] == "sv"
    faulty = client.post("/coalitions/new", data=typed | {"regions": "Atlantis"})
    assert faulty.status_code == 422
    assert [str(a["href"]) for a in soup(faulty).select("#summary a")] == ["#name", "#regions"]
    answer = client.post("/coalitions/new", data=typed | {"name": "Zx", "regions": "Lappi"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{HERE}?started=1")
    assert now(session).nuts_regions == ["FI1D7"]
    page = get(client, answer.headers["location"])
    assert "you are its lead" in main_words(page)
    assert [words(a) for a in page.select("main a.btn-primary")] == ["Next: Who we are"]


def test_starting_keeps_what_is_typed_when_the_language_changes(client: TestClient) -> None:
    page = soup(client.post("/coalitions/new", data={"name": "Zx", "switch": "fi"}))
    assert (values(page)["name"], page.html["lang"]) == ("Zx", "fi")  # type: ignore[index]


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", ["0 of 7 steps done", "In progress", "Not started", "Regions: a call for other regions only"]),
        ("fi", ["Valmiina 0/7 vaihetta", "Kesken", "Ei aloitettu", "Alueet: haku, joka koskee vain muita"]),
        ("sv", ["0 av 7 steg är klara", "Påbörjat", "Inte påbörjat", "Regioner: en utlysning som bara"]),
    ],
)
def test_the_list_says_what_each_step_would_improve(
    client: TestClient, session: Session, language: str, says: list[str]
) -> None:
    store_coalition(session, **BARE)
    page = main_words(get(client, HERE, language))
    assert [word for word in says if word not in page] == []


def test_the_list_counts_and_points_to_the_next_step(client: TestClient, session: Session) -> None:
    needs = [NeedCreate(slug=slug, text="Zx") for slug in ("n1", "n2")]
    store_coalition(session, needs=needs, goals=[])
    page = get(client, HERE)
    assert words(page.select_one("main a.btn-primary")) == "Next: Goals"
    assert "Source of 2 needs" in fold(page, "needs")
    assert "2 needs that no member answers yet" in fold(page, "needs")
    assert "Done" in fold(page, "who")
    assert page.select_one("main a[href='/coalitions/zx/edit']") is not None


def test_a_whole_profile_leads_to_the_matches(client: TestClient, session: Session) -> None:
    need = NeedCreate(slug="n1", text="Zx", evidence="Zx", figure="Zx")
    store_coalition(session, needs=[need], capacity="Zx", working_languages=["Zx"], avoids=["Zx"])
    page = get(client, HERE)
    assert words(page.select_one("main a.btn-primary")) == "See matches"
    assert "All seven steps are done" in main_words(page)


def test_steps_ask_for_everything_that_the_long_form_asks_and_for_each_thing_once() -> None:
    parts = [PARTS[step] for step in Step]
    assert sorted(name for part in parts for name in part.basics) == sorted(BASICS)
    assert sorted(name for part in parts for name in part.sections) == sorted(SECTIONS)


@pytest.mark.parametrize("step", list(Step))
def test_each_step_is_one_question_and_saves_what_is_stored_to_the_same(
    client: TestClient, session: Session, step: Step
) -> None:
    need = NeedCreate(slug="n1", text="Zx", nuts_region="FI1D7", figure="4 of 5")
    answers = [Answer(need="n1", asset="Zx")]
    store_coalition(
        session,
        needs=[need],
        members=[member(slug="a", answers=answers)],
        capacity="Zx\nzx",
        working_languages=["suomi", "svenska"],
        avoids=["a", "b"],
    )
    before = public_coalition(now(session)).model_dump(exclude={"last_modified_at"})
    page = get(client, f"{HERE}/{step}", "fi")
    assert len(page.select("h1")) == 1
    assert [words(b) for b in page.select("main .btn-primary")] == ["Jatka"]
    assert page.select("details.example"), "an example to unfold"
    answer = send(client, step, values(page))
    assert answer.status_code == 303
    assert public_coalition(now(session)).model_dump(exclude={"last_modified_at"}) == before


def test_continue_goes_to_the_next_step_that_is_not_done(client: TestClient, session: Session) -> None:
    store_coalition(session, goals=[])
    typed = values(get(client, f"{HERE}/who")) | {"summary": "New."}
    answer = send(client, "who", typed)
    assert answer.headers["location"] == f"{HERE}/goals?saved=who"
    assert "Saved: Who we are" in main_words(get(client, answer.headers["location"]))
    assert now(session).summary == "New."
    last = send(client, "avoids", values(get(client, f"{HERE}/avoids")) | {"avoids": "a\n\n b"})
    assert last.headers["location"] == f"{HERE}?saved=avoids"
    assert now(session).avoids == ["a", "b"]


def test_new_fields_are_stored(client: TestClient, session: Session) -> None:
    store_coalition(session, needs=[])
    typed = values(get(client, f"{HERE}/needs"))
    more = {"needs-0-text": "Zx", "needs-0-figure": " 12 of 60 ", "needs-0-evidence": "report"}
    send(client, "needs", typed | more)
    assert [(n.figure, n.evidence) for n in now(session).needs] == [("12 of 60", "report")]
    send(client, "capacity", values(get(client, f"{HERE}/capacity")) | {"capacity": "half a post"})
    send(client, "languages", values(get(client, f"{HERE}/languages")), working_languages="suomi, ruotsi")
    stored = now(session)
    assert (stored.capacity, stored.working_languages) == ("half a post", ["suomi", "ruotsi"])
    page = main_words(get(client, "/coalitions/zx"))
    assert all(text in page for text in ("12 of 60", "half a post", "suomi; ruotsi"))


def test_continue_checks_and_later_never_does(client: TestClient, session: Session) -> None:
    store_coalition(session)
    wrong = values(get(client, f"{HERE}/who")) | {"name": " ", "regions": "Atlantis"}
    refused = send(client, "who", wrong)
    assert refused.status_code == 422
    page = soup(refused)
    assert [str(a["href"]) for a in page.select("#summary a")] == ["#name", "#regions"]
    assert page.select_one("form[data-typed]") is not None
    kept = send(client, "who", wrong, "later")
    assert (kept.status_code, kept.headers["location"]) == (303, f"{HERE}?saved=who")
    assert now(session).name == "Zx"
    listed = get(client, HERE)
    assert "In progress" in fold(listed, "who")
    assert "Saved for later, not checked yet: console" in fold(listed, "who")


def test_what_was_kept_comes_back_as_typed_and_can_be_left_out(client: TestClient, session: Session) -> None:
    store_coalition(session)
    typed = values(get(client, f"{HERE}/goals")) | {"goals-0-text": "  half a sent\n\n", "goals-0-slug": "g"}
    send(client, "goals", typed, "later")
    page = get(client, f"{HERE}/goals", "sv")
    assert values(page)["goals-0-text"] == "  half a sent\n\n"
    assert "Ännu inte kontrollerat" in main_words(page)
    assert values(page)["seen"] == typed["seen"]
    send(client, "goals", values(page), "discard")
    assert values(get(client, f"{HERE}/goals"))["goals-0-text"] == "Zx"
    assert kept_steps(session, "zx") == {}


def test_the_script_is_told_when_it_was_saved(client: TestClient, session: Session) -> None:
    store_coalition(session)
    typed = values(get(client, f"{HERE}/capacity")) | {"capacity": "half", "do": "later"}
    first = client.post(f"{HERE}/capacity", data=typed, headers=SCRIPT | {"accept-language": "fi"})
    assert first.status_code == 200
    assert first.json()["said"].startswith("Tallennettu klo\xa0")
    again = client.post(f"{HERE}/capacity", data=typed | {"kept": first.json()["kept"]}, headers=SCRIPT)
    assert again.status_code == 200
    stale = client.post(f"{HERE}/capacity", data=typed | {"kept": first.json()["kept"]}, headers=SCRIPT)
    assert stale.status_code == 409
    assert "Another person saved this step" in stale.json()["said"]


def test_two_people_keep_the_same_step_and_both_texts_are_seen(client: TestClient, session: Session) -> None:
    store_coalition(session)
    mine = values(get(client, f"{HERE}/capacity")) | {"capacity": "mine"}
    send(client, "capacity", mine | {"capacity": "theirs"}, "later")
    for do in ("later", "save"):
        answer = send(client, "capacity", mine, do)
        assert answer.status_code == 422
        page = soup(answer)
        assert [words(quote) for quote in page.select(".both blockquote")] == ["mine", "theirs"]
        assert values(page)["capacity"] == "mine"
    assert kept_steps(session, "zx")[Step.CAPACITY].fields["capacity"] == "theirs"
    answer = send(client, "capacity", values(page), "reopen")
    assert values(get(client, answer.headers["location"]))["capacity"] == "theirs"
    assert send(client, "capacity", values(page)).status_code == 303
    assert now(session).capacity == "mine"


def test_another_persons_saved_step_is_not_overwritten_unseen(client: TestClient, session: Session) -> None:
    goals = [GoalCreate(slug="a", text="A"), GoalCreate(slug="b", text="B")]
    store_coalition(session, goals=goals)
    mine = values(get(client, f"{HERE}/goals")) | {"goals-0-text": "A mine"}
    store_coalition(session, goals=[GoalCreate(slug="a", text="A theirs"), GoalCreate(slug="c", text="C")])
    page = soup(send(client, "goals", mine))
    told = [words(figure) for figure in page.select(".both figure")]
    assert told == [
        "Your text A mine",
        "The other text A theirs",
        "Your text B",
        "The other text Not in this text",
        "Your text Not in this text",
        "The other text C",
    ]
    assert [goal.text for goal in now(session).goals] == ["A theirs", "C"]
    assert send(client, "goals", values(page)).status_code == 303
    assert [goal.text for goal in now(session).goals] == ["A mine", "B"]


def test_people_in_different_steps_do_not_disturb_each_other(client: TestClient, session: Session) -> None:
    store_coalition(session)
    goals, needs = (values(get(client, f"{HERE}/{step}")) for step in ("goals", "needs"))
    assert send(client, "goals", goals | {"goals-0-text": "Mine"}).status_code == 303
    assert send(client, "needs", needs | {"needs-0-text": "Theirs"}).status_code == 303
    assert (now(session).goals[0].text, now(session).needs[0].text) == ("Mine", "Theirs")


@pytest.mark.parametrize("section", list(SECTIONS))
def test_rows_are_added_and_removed_and_nothing_is_stored_by_that(
    client: TestClient, session: Session, section: str
) -> None:
    store_coalition(session)
    typed = values(get(client, f"{HERE}/{section}"))
    first = SECTIONS[section][1]
    more = soup(send(client, section, typed, f"add-{section}"))
    focused = more.select_one("[autofocus]")
    assert focused is not None
    assert focused["id"] == f"{section}-1-{first}"
    both = values(more) | {f"{section}-1-{first}": "Second"}
    less = values(soup(send(client, section, both, f"remove-{section}-0")))
    assert (less[f"{section}-0-{first}"], f"{section}-1-{first}" in less) == ("Second", False)
    assert len(getattr(now(session), section)) == 1
    assert kept_steps(session, "zx") == {}


def test_a_removed_need_is_told_where_it_leaves_a_place_empty(client: TestClient, session: Session) -> None:
    needs = [NeedCreate(slug=slug, text="Zx") for slug in ("n1", "n2")]
    store_coalition(session, needs=needs, members=[member(answers=[Answer(need="n1", asset="Zx")])])
    typed = values(soup(send(client, "needs", values(get(client, f"{HERE}/needs")), "remove-needs-0")))
    answer = send(client, "needs", typed)
    assert "cleared=1" in answer.headers["location"]
    assert "One place pointed at" in main_words(get(client, answer.headers["location"]))


def test_a_step_keeps_what_is_typed_when_the_language_changes(client: TestClient, session: Session) -> None:
    store_coalition(session)
    typed = values(get(client, f"{HERE}/goals")) | {"goals-0-text": "Typed"}
    page = soup(client.post(f"{HERE}/goals", data=typed | {"switch": "sv"}))
    assert (values(page)["goals-0-text"], page.html["lang"]) == ("Typed", "sv")  # type: ignore[index]


def test_other_faults_of_the_profile_do_not_stop_a_step(client: TestClient, session: Session) -> None:
    store_coalition(session, members=[member(country="US", nuts_region=None)])
    typed = values(get(client, f"{HERE}/capacity")) | {"capacity": "Zx"}
    assert send(client, "capacity", typed).status_code == 303


def test_there_is_no_eighth_step(client: TestClient, session: Session) -> None:
    store_coalition(session)
    get(client, f"{HERE}/eighth", status=404)
    get(client, "/coalitions/no/profile", status=404)
    get(client, "/coalitions/no/profile/who", status=404)


def test_every_step_and_improvement_has_its_words() -> None:
    keys = [f"step.{step}.{part}" for step in Step for part in ("name", "question", "why")]
    assert [key for key in keys if not texts.has_text(key)] == []


def test_kept_fields_make_the_same_form(client: TestClient, session: Session) -> None:
    form = form_of(public_coalition(store_coalition(session)), Language.EN, PARTS[Step.MEMBERS])
    send(client, "members", values(get(client, f"{HERE}/members")), "later")
    kept = kept_steps(session, "zx")[Step.MEMBERS].fields
    assert kept == form.fields | {"seen": form.seen}


@pytest.mark.parametrize("language", list(Language))
def test_everything_that_can_be_missing_has_its_words(
    client: TestClient, session: Session, language: Language
) -> None:
    half = member(slug="a", nuts_region=None, role_wish=None, expertise=None)
    more = {"goals": [GoalCreate(slug="g", text="Zx")], "needs": [NeedCreate(slug="n", text="Zx")]}
    for facts in (BARE, BARE | {"members": [half]} | more):
        store_coalition(session, **facts)
        assert get(client, HERE, language).select(".task__gains li")


def test_a_folded_member_says_what_is_still_open(client: TestClient, session: Session) -> None:
    store_coalition(session, members=[member(nuts_region=None, contribution=None)])
    page = get(client, f"{HERE}/members")
    said = "Member 1: Sample College Still open: Region, What it brings that no other member does"
    assert [words(one) for one in page.select("details.row-card > summary")] == [said]
