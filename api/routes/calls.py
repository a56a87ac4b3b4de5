"""Calls as JSON, in the same shape as `koalitio calls --json`."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.routes.dependencies import SessionDep
from api.services import list_calls, show_call
from store.queries import CallFilter

router = APIRouter(tags=["calls"])


class CallQuery(CallFilter):
    """The filter with the page asked for, counted from 1."""

    page: int = Field(default=1, ge=1)


@router.get("/calls")
def get_calls(session: SessionDep, wanted: Annotated[CallQuery, Query()]) -> list_calls.CallList:
    """One page of calls, the open ones first."""
    return list_calls.list_calls(session, wanted, page=wanted.page)


@router.get("/calls/{name}")
def get_call(session: SessionDep, name: str) -> show_call.CallDetail:
    """One call with its recorded changes."""
    return show_call.show_call(session, name)
