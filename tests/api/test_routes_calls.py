"""Calls as JSON take the same filters as the page and give the counts."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from frontend.app import create_app
from store.importer import save_call
from store.vocabulary import Programme
from tests import builders


@pytest.fixture
def client() -> TestClient:
    return TestClient(create_app(), base_url="http://localhost")


def test_filters_of_several_values(client: TestClient, session: Session) -> None:
    for name, programme in (("a", "esf_plus"), ("b", "erasmus_plus"), ("c", "social_dialogue")):
        save_call(session, builders.call(external_id=name, identifier=name, programme=Programme(programme)))
    answer = client.get("/api/calls?programme=esf_plus&programme=erasmus_plus&status=open&sort=newest").json()
    assert {call["identifier"] for call in answer["calls"]} == {"a", "b"}
    assert answer["counts"]["programme"] == {"esf_plus": 1, "erasmus_plus": 1, "social_dialogue": 1}
    assert client.get("/api/calls?words=path&region=FI1D7").json()["area_unknown"] == 3
    assert client.get("/api/calls?new_since=2026-05-21T00:00:00Z").json()["total"] == 0


@pytest.mark.parametrize(
    "query", ["programme=x", "status=x", "deadline=31", "region=Lapland", "grant=x", "sort=x", "page=0"]
)
def test_a_value_that_is_none_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/api/calls?{query}").status_code == 422
