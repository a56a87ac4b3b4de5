"""The audit log: who did what to what, when; page by page, the newest first."""

from collections.abc import Mapping
from enum import StrEnum

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.access import audit
from frontend.render import page, reader_of, with_query
from frontend.words import Words
from store.vocabulary import ConsentKind, Role

router = APIRouter(include_in_schema=False)


@router.get("/admin/audit")
def audit_page(request: Request, session: SessionDep, action: str = "", number: int = 1) -> HTMLResponse:
    """One page of the log, of one action or of all. Raises SignInNeeded and Forbidden."""
    reader = reader_of(request)
    found = audit.entries(session, action=action, page=number)
    actions = [(name, action_words(name, reader.words)) for name in found.actions]
    if action and action not in found.actions:
        actions.append((action, action_words(action, reader.words)))
    return page(
        request,
        "admin_audit.html",
        reader=reader,
        found=found,
        action=action,
        actions=sorted(actions, key=lambda pair: pair[1].casefold()),
        said=lambda name: action_words(name, reader.words),
        detail_words=lambda detail: detail_words(detail, reader.words),
        page_address=lambda n: with_query("/admin/audit", action=action, number=n),
    )


def action_words(action: str, words: Words) -> str:
    """What was done, in words; a word that is not known is shown as it is."""
    return words.or_raw("audit", action) or action


def detail_words(detail: Mapping[str, object], words: Words) -> list[tuple[str, str]]:
    """Name and value of what an entry says beyond who and what; yes and no in words."""
    told = {True: words("answer.yes"), False: words("answer.no"), None: words("not_known")}
    return [
        (
            words.or_raw("audit_detail", name) or name,
            told[value] if value is None or isinstance(value, bool) else _value(name, str(value), words),
        )
        for name, value in detail.items()
    ]


def _value(name: str, value: str, words: Words) -> str:
    known: dict[str, type[StrEnum]] = {"role": Role, "kind": ConsentKind}
    kind = known.get(name)
    return words.label(kind(value)) if kind is not None and value in list(kind) else value
