"""An invitation: who invites to what, and joining with a new account, the one there is, or by one press."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from sqlmodel import Session
from starlette.requests import Request

from api.errors import BadChoice, SignInRefused
from api.routes.dependencies import SessionDep
from api.services.access import invitations
from api.services.access.actor import actor_of
from api.services.access.emails import is_email
from api.services.access.joining import InvitationShown
from frontend.faults import Fault
from frontend.new_password import name_faults, password_faults, rules, too_guessable
from frontend.pages.sign_in import AFTER, signed_in
from frontend.posted import Posted, PostedForm
from frontend.render import page, reader_of
from frontend.session_cookie import held_token
from frontend.words import Words
from store.vocabulary import Role

NEW_LEAD = "lead_new"
"""A lead of a coalition that is not there yet."""

router = APIRouter(include_in_schema=False)


@router.get("/join/{token}")
def join_form(request: Request, session: SessionDep, token: str) -> HTMLResponse:
    """The invitation. Raises LinkExpired."""
    return _page(request, session, invitations.look(session, token), {}, [])


@router.post("/join/{token}")
def join(request: Request, session: SessionDep, token: str, posted: Posted) -> Response:
    """Joins and signs in, or shows the page again with what is wrong. Raises LinkExpired, TooManyTries."""
    shown, reader = invitations.look(session, token), reader_of(request)
    faults = _faults(session, shown, posted, reader.words)
    if not faults:
        try:
            begun = invitations.join(
                session,
                token,
                email=posted.line("email"),
                name=posted.line("name"),
                password=posted.exact("password"),
                language=reader.language,
                held=held_token(request),
            )
            return signed_in(request, begun, after=_after(shown))
        except SignInRefused:
            faults = [Fault("password", reader.words("join.error.refused"))]
        except BadChoice:
            faults = too_guessable(reader.words, "password")
    return _page(request, session, shown, {name: posted.line(name) for name in ("email", "name")}, faults)


def _faults(session: Session, shown: InvitationShown, posted: PostedForm, words: Words) -> list[Fault]:
    password = posted.exact("password")
    if not shown.needs_account:
        missing = not password.strip() and not _is_invited(session, shown)
        return [Fault("password", words("sign_in.error.password"))] if missing else []
    found = []
    if shown.email is None and not is_email(posted.line("email")):
        found.append(Fault("email", words("join.error.email")))
    name, email = posted.line("name"), shown.email or posted.line("email")
    return [*found, *name_faults(words, name), *password_faults(words, "password", password, email, name)]


def _is_invited(session: Session, shown: InvitationShown) -> bool:
    """Whether who is signed in is the one who was invited."""
    actor = actor_of(session)
    return actor.is_signed_in and actor.email == shown.email


def _after(shown: InvitationShown) -> str:
    if _kind(shown) == NEW_LEAD:
        return "/coalitions/new"
    return "/admin" if shown.role is Role.ADMINISTRATOR else AFTER


def _kind(shown: InvitationShown) -> str:
    return NEW_LEAD if shown.role is Role.LEAD and shown.coalition_name is None else str(shown.role)


def _page(
    request: Request, session: Session, shown: InvitationShown, typed: dict[str, str], faults: list[Fault]
) -> HTMLResponse:
    return page(
        request,
        "join.html",
        shown=shown,
        kind=_kind(shown),
        is_invited=_is_invited(session, shown),
        typed=typed,
        rules=rules(reader_of(request).words),
        faults=faults,
    )
