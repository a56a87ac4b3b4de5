"""The people of one coalition: roles, invitations, members' links, and what the coalition agrees to."""

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.requests import Request

from api.errors import BadChoice
from api.routes.dependencies import SessionDep
from api.services.access import consent, invitations, member_links, people
from api.services.access.emails import is_email
from api.services.access.permission import Action, may
from api.services.profile.coalitions import show_coalition
from api.settings import public_address
from frontend.errors import NoSuchPage
from frontend.faults import Fault
from frontend.headers import NO_STORE
from frontend.posted import Posted, PostedForm
from frontend.render import page, reader_of, sentence
from store.vocabulary import ConsentKind, Language, Role

ROLES = (Role.LEAD, Role.GRANT_WRITER, Role.MEMBER)
SAVED = ("invited", "cancelled", "role_taken", "revoked", "consent")
INVITATION, MEMBER_LINK = "invitation", "member_link"

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Made:
    """A link that is shown this once: of what kind, and for whom."""

    kind: str
    link: str
    whom: str
    unsent: bool = False


@dataclass(frozen=True)
class PeoplePost:
    """One form of the page as sent."""

    request: Request
    session: Session
    slug: str
    form: PostedForm

    @property
    def base(self) -> str:
        """What links begin with."""
        return public_address(str(self.request.base_url))


Outcome = str | Made | list[Fault]
"""What was done (a word of SAVED), a link to show, or what is wrong."""


@router.get("/coalitions/{slug}/people")
def people_page(request: Request, session: SessionDep, slug: str, saved: str = "") -> HTMLResponse:
    """The page; `saved` says what was changed just now. Raises SignInNeeded, NotFound, Forbidden."""
    return _page(request, session, slug, saved=saved if saved in SAVED else "")


@router.post("/coalitions/{slug}/people")
def change(request: Request, session: SessionDep, slug: str, posted: Posted) -> Response:
    """Does what one of the page's forms asks; a new link is shown in the answer and nowhere again.

    Raises SignInNeeded, NotFound, Forbidden, and NoSuchPage for a form that is none of the page's.
    """
    people.people_of(session, slug)
    action = ACTIONS.get(posted.line("do"))
    if action is None:
        raise NoSuchPage(request.url.path)
    outcome = action(PeoplePost(request, session, slug, posted))
    if isinstance(outcome, str):
        gone = outcome == "role_taken" and not may(session, Action.READ_WORK, slug)
        address = "/coalitions" if gone else f"/coalitions/{slug}/people?saved={outcome}"
        return RedirectResponse(address, status_code=303)
    if isinstance(outcome, Made):
        return _page(request, session, slug, made=outcome)
    return _page(request, session, slug, faults=outcome, typed=posted)


def _invite(post: PeoplePost) -> Outcome:
    words, email = reader_of(post.request).words, post.form.line("email")
    role, language, member = (post.form.line(name) for name in ("role", "language", "member"))
    faults = [] if is_email(email) else [Fault("email", words("join.error.email"))]
    if role not in ROLES:
        faults.append(Fault("role", words("people.error.role")))
    if role == Role.MEMBER and not member:
        faults.append(Fault("member", words("people.error.member")))
    if faults:
        return faults
    given = Role(role)
    try:
        invited = invitations.invite(
            post.session,
            post.slug,
            email,
            given,
            Language(language) if language in list(Language) else words.language,
            post.base,
            member=member if given is Role.MEMBER else None,
        )
    except BadChoice:
        return [Fault("email", words("people.error.invite"))]
    if invited.link is None:
        return "invited"
    return Made(INVITATION, invited.link, email, unsent=invited.problem is not None)


def _cancel(post: PeoplePost) -> Outcome:
    invitations.cancel(post.session, _number(post, "invitation"))
    return "cancelled"


def _take_role(post: PeoplePost) -> Outcome:
    role = post.form.line("role")
    if role not in ROLES:
        raise NoSuchPage(post.request.url.path)
    try:
        people.take_role(post.session, post.slug, _number(post, "account"), Role(role))
    except BadChoice:
        return [Fault("people", reader_of(post.request).words("people.error.last_lead"))]
    return "role_taken"


def _make_link(post: PeoplePost) -> Outcome:
    member = post.form.line("link_member")
    try:
        link = member_links.make(post.session, post.slug, member, post.base)
    except BadChoice:
        return [Fault("link_member", reader_of(post.request).words("people.error.member"))]
    names = {one.slug: one.name for one in show_coalition(post.session, post.slug).members}
    return Made(MEMBER_LINK, link, names[member])


def _revoke(post: PeoplePost) -> Outcome:
    member_links.revoke(post.session, post.slug, _number(post, "link"))
    return "revoked"


def _consent(post: PeoplePost) -> Outcome:
    kind = post.form.line("kind")
    if kind not in list(ConsentKind):
        raise NoSuchPage(post.request.url.path)
    consent.set_consent(post.session, post.slug, ConsentKind(kind), post.form.line("given") == "yes")
    return "consent"


ACTIONS: dict[str, Callable[[PeoplePost], Outcome]] = {
    "invite": _invite,
    "cancel": _cancel,
    "take_role": _take_role,
    "make_link": _make_link,
    "revoke": _revoke,
    "consent": _consent,
}


def _number(post: PeoplePost, name: str) -> int:
    """The number in a hidden field. Raises NoSuchPage for none."""
    value = post.form.line(name)
    if not (value.isascii() and value.isdecimal() and len(value) < 19):
        raise NoSuchPage(post.request.url.path)
    return int(value)


def _page(
    request: Request,
    session: Session,
    slug: str,
    *,
    saved: str = "",
    made: Made | None = None,
    faults: list[Fault] | None = None,
    typed: PostedForm | None = None,
) -> HTMLResponse:
    rows, reader = people.people_of(session, slug), reader_of(request)
    coalition = show_coalition(session, slug)
    manages, asks = may(session, Action.MANAGE_PEOPLE, slug), may(session, Action.ASK_MEMBERS, slug)
    answer = page(
        request,
        "people.html",
        coalition=coalition,
        people=rows,
        leads=[row.name for row in rows if row.role is Role.LEAD],
        invitations=invitations.open_invitations(session, slug) if manages else [],
        links=member_links.links_of(session, slug) if asks else [],
        consents=consent.consents(session, slug),
        roles=[(str(role), sentence(reader.words.label(role))) for role in ROLES],
        members=[(member.slug, member.name) for member in coalition.members],
        languages=reader.words.languages(),
        typed=typed.line if typed else lambda _name: "",
        saved=saved,
        made=made,
        faults=faults or (),
    )
    answer.headers.update(NO_STORE)
    return answer
