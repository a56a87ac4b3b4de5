"""One's own account: name, language, theme, password, other sign-ins, and everything that is kept of it."""

import json
from collections.abc import Callable

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.requests import Request

from api.errors import BadChoice, TooManyTries
from api.routes.dependencies import SessionDep
from api.services.access import accounts
from api.services.profile.coalitions import my_coalitions
from frontend.errors import NoSuchPage
from frontend.faults import Fault
from frontend.headers import NO_STORE
from frontend.new_password import name_faults, password_faults, rules
from frontend.posted import Posted, PostedForm
from frontend.render import page, reader_of, sentence
from frontend.session_cookie import held_token, keep_session
from frontend.words import Words
from store.vocabulary import Language, Theme

SAVED = ("profile", "password", "sessions")
router = APIRouter(include_in_schema=False)


@router.get("/account")
def account_page(request: Request, session: SessionDep, saved: str = "") -> HTMLResponse:
    """The page; `saved` says what was changed just now. Raises SignInNeeded."""
    return _page(request, session, saved=saved if saved in SAVED else "")


@router.post("/account")
def change(request: Request, session: SessionDep, posted: Posted) -> Response:
    """Does what one of the page's forms asks. Raises SignInNeeded, NoSuchPage for another form."""
    accounts.own_account(session)
    action = ACTIONS.get(posted.line("do"))
    if action is None:
        raise NoSuchPage(request.url.path)
    return action(request, session, posted)


@router.get("/account/data.json")
def own_data(session: SessionDep) -> Response:
    """Everything that is kept about the person, as a file. Raises SignInNeeded."""
    content = json.dumps(accounts.own_data(session), ensure_ascii=False, indent=2, default=str)
    named = {"Content-Disposition": 'attachment; filename="koalitio-account.json"'}
    return Response(content, media_type="application/json", headers={**named, **NO_STORE})


def _save(request: Request, session: Session, posted: PostedForm) -> Response:
    faults = name_faults(reader_of(request).words, posted.line("name"))
    if faults:
        return _page(request, session, faults=faults, name=posted.line("name"))
    language, theme = posted.line("language"), posted.line("theme")
    accounts.change(
        session,
        posted.line("name"),
        Language(language) if language in list(Language) else None,
        Theme(theme) if theme in list(Theme) else Theme.AUTO,
    )
    return _saved("profile")


def _change_password(request: Request, session: Session, posted: PostedForm) -> Response:
    words, old, new = reader_of(request).words, posted.exact("old_password"), posted.exact("new_password")
    own = accounts.own_account(session)
    wrong = [Fault("old_password", words("account.error.old"))]
    faults = [] if old.strip() else wrong
    faults = faults + password_faults(words, "new_password", new, own.email, own.name)
    if not faults:
        try:
            token = accounts.change_password(session, old, new, held_token(request))
        except BadChoice:
            faults = wrong
        except TooManyTries as tries:
            return _too_many(request, session, words, tries)
        else:
            answer = _saved("password")
            keep_session(answer, request, token)
            return answer
    return _page(request, session, faults=faults)


def _too_many(request: Request, session: Session, words: Words, tries: TooManyTries) -> Response:
    fault = Fault("old_password", words.count("tries.wait", -(-tries.seconds // 60)))
    answer = _page(request, session, faults=[fault], status=429)
    answer.headers["Retry-After"] = str(tries.seconds)
    return answer


def _end_others(request: Request, session: Session, _posted: PostedForm) -> Response:
    accounts.end_other_sessions(session, held_token(request))
    return _saved("sessions")


ACTIONS: dict[str, Callable[[Request, Session, PostedForm], Response]] = {
    "save": _save,
    "change_password": _change_password,
    "end_others": _end_others,
}


def _saved(what: str) -> RedirectResponse:
    return RedirectResponse(f"/account?saved={what}", status_code=303)


def _page(
    request: Request,
    session: Session,
    *,
    saved: str = "",
    faults: list[Fault] | None = None,
    name: str | None = None,
    status: int | None = None,
) -> HTMLResponse:
    account, reader = accounts.own_account(session), reader_of(request)
    answer = page(
        request,
        "account.html",
        status=status,
        account=account,
        name=account.name if name is None else name,
        coalitions=my_coalitions(session),
        languages=reader.words.languages(),
        themes=[(str(theme), sentence(reader.words.label(theme))) for theme in Theme],
        rules=rules(reader.words),
        saved=saved,
        faults=faults or (),
    )
    answer.headers.update(NO_STORE)
    return answer
