"""Comments stand on the check and decision pages; they are shown as typed, and taken back by a button."""

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.members.comments import comment, comments_of
from tests.api import care
from tests.frontend import members
from tests.frontend.stored import get, main_words

COMMENTS = f"/coalitions/{care.SLUG}/comments"
DECISION = f"/coalitions/{care.SLUG}/decisions/{quote(care.ADULT, safe='')}"


@pytest.fixture(autouse=True)
def _stored(session: Session) -> None:
    members.store(session)


@pytest.mark.parametrize("address", [members.CHECK, DECISION])
def test_a_comment_is_shown_as_typed_where_it_was_written(client: TestClient, address: str) -> None:
    (form,) = get(client, address).select("section.comments form")
    answer = client.post(COMMENTS, data=members.sent(form) | {"text": "<script>1</script>\nSecond line"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{address}#comments")
    page = get(client, address)
    assert [one.get_text() for one in page.select(".comments__text")] == ["<script>1</script>\nSecond line"]


def test_what_is_taken_back_stays_as_removed(client: TestClient, session: Session) -> None:
    comment(session, care.SLUG, care.ADULT, "Too fast")
    form = get(client, members.CHECK).select("section.comments li form")[0]
    client.post(COMMENTS, data=members.sent(form))
    page = get(client, members.CHECK)
    assert "Too fast" not in main_words(page)
    assert "Removed by: console" in main_words(page)


@pytest.mark.parametrize(
    ("fields", "status"), [({"text": " "}, 422), ({"remove": "x"}, 404), ({"remove": "99"}, 404)]
)
def test_what_cannot_be_done_stores_nothing(
    client: TestClient, session: Session, fields: dict[str, str], status: int
) -> None:
    assert client.post(COMMENTS, data=fields).status_code == status
    assert comments_of(session, care.SLUG) == []


def test_the_way_back_stays_on_this_site(client: TestClient) -> None:
    sent = {"text": "Hello", "back": "https://evil.example/"}
    assert client.post(COMMENTS, data=sent).headers["location"] == "/#comments"
