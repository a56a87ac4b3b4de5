"""People for an administrator: accounts, open invitations; inviting leads, officers and administrators."""

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.requests import Request

from api.errors import BadChoice, Forbidden
from api.routes.dependencies import SessionDep
from api.services.access import accounts, invitations
from api.services.access.emails import is_email
from api.services.access.invitations import Invited
from api.services.access.permission import Action, require
from api.services.running import administration
from api.settings import public_address
from frontend import typed
from frontend.errors import NoSuchPage
from frontend.faults import Fault
from frontend.headers import NO_STORE
from frontend.posted import Posted, PostedForm
from frontend.render import Reader, page, reader_of
from store.vocabulary import Language

KINDS = ("lead", "new_lead", "officer", "administrator")
"""Whom an administrator invites; each has a text `admin_people.kind.KIND`."""
SAVED = ("invited", "cancelled", "opened", "closed", "administrator", "no_administrator", "no_officer")

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Made:
    """A link that is shown this once, and for whom; unsent: a mail was tried."""

    link: str
    whom: str
    unsent: bool


@dataclass(frozen=True)
class _Asked:
    """One form of the page as sent."""

    request: Request
    session: Session
    form: PostedForm
    reader: Reader

    def number(self, name: str) -> int:
        """The number in a hidden field. Raises NoSuchPage for none."""
        found = typed.count(self.form.line(name))
        if found is None:
            raise NoSuchPage(self.request.url.path)
        return found


Done = str | Made | list[Fault]
"""What was done (a word of SAVED), a link to show, or what is wrong."""


@router.get("/admin/people")
def people_page(request: Request, session: SessionDep, saved: str = "") -> HTMLResponse:
    """Everybody with an account. Raises SignInNeeded and Forbidden."""
    return _page(request, session, saved=saved if saved in SAVED else "")


@router.post("/admin/people")
def change(request: Request, session: SessionDep, form: Posted) -> Response:
    """Does what one of the page's forms asks; a new link is shown in the answer and nowhere again.

    Raises SignInNeeded, Forbidden, NotFound, and NoSuchPage for a form that is none of the page's.
    """
    require(session, Action.ADMINISTER)
    act = ACTS.get(form.line("do"))
    if act is None:
        raise NoSuchPage(request.url.path)
    done = act(_Asked(request, session, form, reader_of(request)))
    if isinstance(done, str):
        return RedirectResponse(f"/admin/people?saved={done}", status_code=303)
    if isinstance(done, Made):
        return _page(request, session, made=done)
    return _page(request, session, faults=done, form=form)


def _invite(asked: _Asked) -> Done:
    words, line = asked.reader.words, asked.form.line
    kind, email = line("kind"), line("email")
    faults = [] if is_email(email) else [Fault("email", words("join.error.email"))]
    if kind not in KINDS:
        faults.append(Fault("kind", words("admin_people.fault.kind")))
    if kind == "lead" and not line("coalition"):
        faults.append(Fault("coalition", words("admin_people.fault.coalition")))
    if kind == "officer" and not line("organisation"):
        faults.append(Fault("organisation", words("admin_people.fault.organisation")))
    if faults:
        return faults
    try:
        invited = _invited(asked, kind, email)
    except Forbidden:
        return [Fault("coalition", words("admin_people.fault.has_lead"))]
    except BadChoice:
        return [Fault("email", words("people.error.invite"))]
    if invited.link is None:
        return "invited"
    return Made(invited.link, email, unsent=invited.problem is not None)


def _invited(asked: _Asked, kind: str, email: str) -> Invited:
    line, base = asked.form.line, public_address(str(asked.request.base_url))
    wish = line("language")
    language = Language(wish) if wish in list(Language) else asked.reader.language
    if kind == "officer":
        return invitations.invite_officer(asked.session, email, line("organisation"), language, base)
    if kind == "administrator":
        return invitations.invite_administrator(asked.session, email, language, base)
    slug = line("coalition") if kind == "lead" else None
    return invitations.invite_lead(asked.session, email, language, base, slug=slug)


def _cancel(asked: _Asked) -> Done:
    invitations.cancel(asked.session, asked.number("invitation"))
    return "cancelled"


def _set_active(asked: _Asked) -> Done:
    opened = asked.form.line("active") == "yes"
    return _set(asked, accounts.set_active, opened) or ("opened" if opened else "closed")


def _set_administrator(asked: _Asked) -> Done:
    given = asked.form.line("given") == "yes"
    return _set(asked, accounts.set_administrator, given) or (
        "administrator" if given else "no_administrator"
    )


def _set(asked: _Asked, change: Callable[[Session, int, bool], None], value: bool) -> list[Fault]:
    """Changes one account; what is wrong where the last administrator would go."""
    try:
        change(asked.session, asked.number("account"), value)
    except BadChoice:
        return [Fault("people", asked.reader.words("admin_people.fault.last"))]
    return []


def _take_office(asked: _Asked) -> Done:
    accounts.take_office(asked.session, asked.number("account"), asked.number("organisation"))
    return "no_officer"


ACTS: dict[str, Callable[[_Asked], Done]] = {
    "invite": _invite,
    "cancel": _cancel,
    "set_active": _set_active,
    "set_administrator": _set_administrator,
    "take_office": _take_office,
}


def _page(
    request: Request,
    session: Session,
    *,
    saved: str = "",
    made: Made | None = None,
    faults: list[Fault] | None = None,
    form: PostedForm | None = None,
) -> HTMLResponse:
    reader = reader_of(request)
    people, names = accounts.list_accounts(session), administration.coalition_names(session)
    leaderless = [(one.slug, one.name) for one in names if not one.has_lead]
    kinds = [kind for kind in KINDS if kind != "lead" or leaderless]
    answer = page(
        request,
        "admin_people.html",
        reader=reader,
        people=people,
        names={one.slug: one.name for one in names},
        leaderless=leaderless,
        organisations=sorted({name for one in people for name in one.organisations.values()}),
        invitations=invitations.open_invitations(session),
        kinds=[(kind, reader.words(f"admin_people.kind.{kind}")) for kind in kinds],
        languages=reader.words.languages(),
        typed=form.line if form else lambda _: "",
        saved=saved,
        made=made,
        faults=faults or (),
    )
    answer.headers.update(NO_STORE)
    return answer
