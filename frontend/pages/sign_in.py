"""Signing in and out; a form that came after the sign-in had ended is carried through."""

from collections.abc import Sequence

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.requests import Request

from api.errors import SignInRefused, TooManyTries
from api.routes.dependencies import SessionDep
from api.services.access import sign_in as access
from frontend.faults import Fault
from frontend.headers import NO_STORE
from frontend.kept_form import KeptForm, carried_form
from frontend.pages.language import own_address, switch_language
from frontend.posted import Posted, PostedForm
from frontend.render import Reader, page, reader_of
from frontend.session_cookie import forget_session, held_token, keep_session, network_address
from frontend.words import Words
from store.vocabulary import Language

AFTER = "/coalitions"
"""Where one goes who came for nothing else."""

router = APIRouter(include_in_schema=False)


@router.get("/sign-in")
def sign_in_form(request: Request, next: str = "") -> HTMLResponse:
    """The form; `next` is the own address to go to afterwards."""
    return sign_in_page(request, after=next)


@router.post("/sign-in")
def sign_in(request: Request, session: SessionDep, posted: Posted) -> Response:
    """Signs in and goes on, or shows the form again with what was typed but the password."""
    reader, kept = reader_of(request), carried_form(posted.data)
    after, email = posted.line("next"), posted.line("email")
    if (wish := posted.line("switch")) in list(Language):
        return _switched(request, reader, Language(wish), after, email, kept)
    faults = _missing(posted, reader.words)
    if faults:
        return sign_in_page(request, after=after, email=email, kept=kept, faults=faults)
    try:
        token = access.sign_in(
            session,
            email,
            posted.exact("password"),
            address=network_address(request),
            held=held_token(request),
        )
    except SignInRefused:
        faults = [Fault("email", reader.words("sign_in.error.refused"))]
        return sign_in_page(request, after=after, email=email, kept=kept, faults=faults)
    except TooManyTries as tries:
        return _too_many(request, tries, after, email, kept)
    return signed_in(request, token, after=after or AFTER, kept=kept)


@router.post("/sign-out")
def sign_out(request: Request, session: SessionDep) -> RedirectResponse:
    """Ends the session on the server, and takes the cookie away."""
    if (token := held_token(request)) is not None:
        access.sign_out(session, token)
    answer = RedirectResponse("/", status_code=303)
    forget_session(answer, request)
    return answer


def signed_in(request: Request, token: str, *, after: str, kept: KeptForm | None = None) -> Response:
    """Gives the browser its session and goes on: to `after`, or to what was typed before."""
    answer: Response
    if kept is None:
        answer = RedirectResponse(own_address(after), status_code=303)
    else:
        answer = page(request, "go_on.html", kept=kept)
        answer.headers.update(NO_STORE)
    keep_session(answer, request, token)
    return answer


def sign_in_page(
    request: Request,
    *,
    after: str = "",
    email: str = "",
    kept: KeptForm | None = None,
    faults: Sequence[Fault] = (),
    status: int | None = None,
    reader: Reader | None = None,
) -> HTMLResponse:
    """The form; `kept` is what was typed elsewhere and goes on after signing in."""
    answer = page(
        request,
        "sign_in.html",
        status=status,
        reader=reader,
        after=own_address(after) if after else "",
        email=email,
        kept=kept,
        faults=faults,
    )
    answer.headers.update(NO_STORE)
    return answer


def _missing(posted: PostedForm, words: Words) -> list[Fault]:
    wanted = [(name, posted.exact(name)) for name in ("email", "password")]
    return [Fault(name, words(f"sign_in.error.{name}")) for name, value in wanted if not value.strip()]


def _too_many(
    request: Request, tries: TooManyTries, after: str, email: str, kept: KeptForm | None
) -> HTMLResponse:
    words = reader_of(request).words
    faults = [Fault("email", words.count("tries.wait", -(-tries.seconds // 60)))]
    answer = sign_in_page(request, after=after, email=email, kept=kept, faults=faults, status=429)
    answer.headers["Retry-After"] = str(tries.seconds)
    return answer


def _switched(
    request: Request, reader: Reader, wish: Language, after: str, email: str, kept: KeptForm | None
) -> HTMLResponse:
    """The same form in another language, with everything that is carried."""
    words = Words(wish)
    other = Reader(words, reader.formats.in_words(words))
    answer = sign_in_page(request, after=after, email=email, kept=kept, reader=other)
    switch_language(request, answer, wish)
    return answer
