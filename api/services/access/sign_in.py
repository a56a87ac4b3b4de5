"""Use cases: sign in with a password, sign out, and become a sample user of the demo."""

from sqlmodel import Session

from api.errors import BadChoice, SignInRefused
from api.services.access import audit, passwords, sessions, throttle
from api.services.access.actor import act_as
from api.services.access.emails import normal_email
from api.settings import is_demo
from store import accounts
from store.errors import NotFound
from store.models import Account
from store.vocabulary import AuditAction

PURPOSE = "sign_in"


def sign_in(session: Session, email: str, password: str, *, address: str, held: str | None = None) -> str:
    """Begins a session of the account; gives its token, and the session acts for the account from here on.

    address: network address of the browser. held: the token it held before, which ends. Raises TooManyTries,
    and SignInRefused in the same words and time for an unknown address, a wrong password, a closed account.
    """
    account = proven(session, email, password, address)
    if account is None:
        raise SignInRefused
    return begin(session, account, held)


def proven(session: Session, email: str, password: str, address: str) -> Account | None:
    """The account whose address and password these are, if it may sign in. Raises TooManyTries."""
    account = _account(session, email)
    subject = account.email if account else ""
    tried = throttle.begin(session, PURPOSE, email, address)
    if passwords.is_right(session, account, password) and account is not None and account.is_active:
        tried.went_well(session)
        return account
    audit.note(session, AuditAction.SIGN_IN_FAILED, subject, known=account is not None)
    if tried.is_last:
        audit.note(session, AuditAction.SIGN_IN_THROTTLED, subject, known=account is not None)
    return None


def begin(session: Session, account: Account, held: str | None) -> str:
    """A new session for an account that has proven to be it."""
    assert account.id is not None
    token = sessions.begin(session, account.id, instead_of=held)
    act_as(session, sessions.actor_of_account(session, account))
    audit.note(session, AuditAction.SIGNED_IN, account.email)
    return token


def sign_out(session: Session, token: str) -> None:
    """Ends the session of that token; nothing happens when there is none."""
    actor = sessions.actor_for(session, token)
    sessions.end(session, token)
    if actor.is_signed_in:
        act_as(session, actor)
        audit.note(session, AuditAction.SIGNED_OUT, actor.email)


def sign_in_sample(session: Session, account_id: int, held: str | None = None) -> str:
    """Becomes a sample user of the demo, without a password. Raises NotFound outside the demo and for others.

    The caller lets nobody in who is not at this machine.
    """
    account = accounts.account_by_id(session, account_id)
    if not is_demo() or account is None or not account.is_sample or not account.is_active:
        raise NotFound("There are no sample users here: `koalitio demo` opens them.")
    return begin(session, account, held)


def _account(session: Session, email: str) -> Account | None:
    try:
        return accounts.account_by_email(session, normal_email(email))
    except BadChoice:
        return None
