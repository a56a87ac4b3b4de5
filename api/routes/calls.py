"""Calls as JSON, in the same shape as `koalitio calls --json`."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.routes.dependencies import SessionDep
from api.services.calls import list_calls, show_call
from api.services.checking import call_conditions
from api.services.checking.check_shapes import CallConditions
from store.call_search.wanted import CallFilter
from store.vocabulary import Language

router = APIRouter(tags=["calls"])


class CallQuery(CallFilter):
    """The filter with the page asked for, counted from 1."""

    page: int = Field(default=1, ge=1)


@router.get("/calls")
def get_calls(session: SessionDep, wanted: Annotated[CallQuery, Query()]) -> list_calls.CallList:
    """One page of calls with the counts of every filter; without words and `sort` the open ones first."""
    return list_calls.list_calls(session, wanted, page=wanted.page)


@router.get("/calls/{name}")
def get_call(session: SessionDep, name: str) -> show_call.CallDetail:
    """One call with its recorded changes."""
    return show_call.show_call(session, name)


@router.get("/calls/{name}/conditions")
def get_conditions(
    session: SessionDep, name: str, lang: Annotated[Language, Query()] = Language.EN
) -> CallConditions:
    """The conditions of one call, with what each rests on and what officers decided."""
    return call_conditions.list_conditions(session, name, language=lang)
