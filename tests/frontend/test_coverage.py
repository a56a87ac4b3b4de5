"""Who answers which need: picture, table and words agree, and the form stores it."""

from fastapi.testclient import TestClient
from sqlmodel import Session

from frontend.coverage import MOST_COLUMNS
from store.coalitions import coalition_by_slug
from store.models import NeedCreate
from store.models.member_parts import Answer
from tests.builders import member
from tests.frontend.stored import get, main_words, soup, store_coalition, values, words

HERE = "/coalitions/zx/coverage"


def _store(session: Session, needs: int = 2) -> None:
    store_coalition(
        session,
        needs=[NeedCreate(slug=f"n{i}", text=f"Need {i}") for i in range(1, needs + 1)],
        members=[
            member(slug="a", name="Town", answers=[Answer(need="n1", asset="a hall")]),
            member(slug="b", name="A college with a name of very many words indeed, north and south"),
        ],
    )


def test_picture_and_table_say_the_same(client: TestClient, session: Session) -> None:
    _store(session)
    page = get(client, "/coalitions/zx")
    picture = page.select_one("svg.coverage__picture")
    assert picture is not None
    assert picture["aria-label"] == "Members and the needs they answer: 1 of 2 needs have a member"
    assert len(picture.select(".coverage__yes")) == 1
    assert len(picture.select(".coverage__no")) == 3
    assert [words(line) for line in picture.select(".coverage__name")] == [
        "Town",
        "A college with a name of",
        "very many words indeed, …",
    ]
    cells = [words(row) for row in page.select("section[aria-labelledby=coverage] td")]
    assert cells[0].endswith("Town : a hall")
    assert cells[1].endswith("No member yet")


def test_needs_of_nobody_are_said_in_words(client: TestClient, session: Session) -> None:
    _store(session)
    said = words(get(client, "/coalitions/zx", "fi").select_one(".coverage__open"))
    assert said.startswith("Tähän tarpeeseen ei vielä vastaa yksikään jäsen")
    assert "2. Need 2" in said


def test_many_needs_have_the_table_alone(client: TestClient, session: Session) -> None:
    _store(session, MOST_COLUMNS + 1)
    page = get(client, "/coalitions/zx")
    assert page.select_one("svg.coverage__picture") is None
    assert page.select_one("section[aria-labelledby=coverage] details[open]") is not None


def test_nothing_is_drawn_of_nothing(client: TestClient, session: Session) -> None:
    store_coalition(session, needs=[])
    assert get(client, "/coalitions/zx").select_one("#coverage") is None
    page = get(client, HERE)
    assert words(page.select_one("main a.btn-primary")) == "Profile in steps"


def test_ticks_and_words_are_stored(client: TestClient, session: Session) -> None:
    _store(session)
    page = get(client, HERE)
    ticked = [str(box["name"]) for box in page.select("input[type=checkbox][checked]")]
    assert ticked == ["on.n1.a"]
    kept = {"seen": values(page)["seen"], "on.n1.a": "yes", "with.n1.a": "two halls", "with.n2.b": "teachers"}
    answer = client.post(HERE, data=kept)
    assert (answer.status_code, answer.headers["location"]) == (303, "/coalitions/zx?saved=1#coverage")
    session.expire_all()
    first, second = coalition_by_slug(session, "zx").members
    assert first.answers == [Answer(need="n1", asset="two halls")]
    assert second.answers == [Answer(need="n2", asset="teachers")]


def test_a_changed_profile_and_a_changed_language_lose_nothing(client: TestClient, session: Session) -> None:
    _store(session)
    typed = {"seen": values(get(client, HERE))["seen"], "with.n2.b": "typed"}
    swedish = soup(client.post(HERE, data=typed | {"switch": "sv"}))
    assert (values(swedish)["with.n2.b"], swedish.html["lang"]) == ("typed", "sv")  # type: ignore[index]
    _store(session, 3)
    client.cookies.clear()
    answer = client.post(HERE, data=typed)
    assert answer.status_code == 422
    page = soup(answer)
    assert "Members or needs have changed" in main_words(page)
    assert values(page)["with.n2.b"] == "typed"
    assert client.post(HERE, data=typed | {"seen": values(page)["seen"]}).status_code == 303
