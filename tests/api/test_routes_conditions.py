"""The conditions of a call as JSON: public, in the language asked for; no coalition is told of."""

from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.routes import router
from api.services.checking import call_conditions
from tests.api import care


def test_conditions_of_a_call_are_public(session: Session) -> None:
    care.coalition(session)
    care.adult_call(session, description=care.SIZE_QUOTE)
    values = {"minimum": "9"}
    call_conditions.correct(session, care.ADULT, "country_count", values, by="A Lead", slug=care.SLUG)
    app = FastAPI()
    app.include_router(router)
    with TestClient(app, base_url="http://localhost") as client:
        found = client.get(f"/api/calls/{care.ADULT}/conditions", params={"lang": "sv"}).json()
        assert client.get(f"/api/calls/{care.ADULT}/conditions", params={"lang": "de"}).status_code == 422
    values_told = {one["value"] for one in found["conditions"] if one["type"] == "country_count"}
    assert values_told == {"minst 3"}
    assert any(one["evidence"]["quote"] == care.SIZE_QUOTE for one in found["conditions"])
    assert "A Lead" not in str(found)
