"""Use cases: a new password by a link in the mail, for who has forgotten the old one."""

import logging
import threading
from collections.abc import Callable

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from api.errors import BadChoice, Forbidden, LinkExpired, MailUnsent
from api.mail import send
from api.mail.texts import reset_letter
from api.services.access import accounts, audit, links, passwords, sign_in, throttle
from api.services.access.actor import STRANGER, act_as
from api.services.access.emails import normal_email
from api.services.access.permission import Action, require
from api.services.access.sessions import actor_of_account
from api.services.access.tokens import hash_of, new_token
from store import accounts as stored
from store import clock, invitations
from store.errors import NotFound
from store.models import Account, Invitation
from store.vocabulary import AuditAction, InvitationPurpose, Language

PURPOSE = "reset"
log = logging.getLogger(__name__)


def is_possible() -> bool:
    """Whether mail is sent from here at all; else the operator makes the link at the console."""
    return send.is_on()


def ask(session: Session, email: str, base: str, language: Language, *, address: str) -> None:
    """Sends a link for a new password if there is such an account; nothing tells whether there is.

    Whether there is one is looked up, and the mail is sent, after the answer. address: network address of the
    browser. Raises TooManyTries, for unknown addresses as for others.
    """
    throttle.begin(session, PURPOSE, email, address)
    if send.is_on():
        bind = session.get_bind()
        engine = bind if isinstance(bind, Engine) else bind.engine
        in_background(lambda: _send(engine, email, base, language))


def make_link(session: Session, account_id: int, base: str) -> str:
    """A link for a new password, to be handed over by the operator; at the console alone.

    Raises Forbidden for anybody else, since whoever has it becomes that person, and NotFound.
    """
    if require(session, Action.ADMINISTER).kind != "console":
        raise Forbidden("Links for new passwords are made at the console: `koalitio account reset-link`.")
    account = stored.account_by_id(session, account_id)
    if account is None or not _may_have_password(account):
        raise NotFound("No open account with a password of its own goes by that name.")
    return links.reset_link(base, _new_link(session, account))


def look(session: Session, token: str) -> str:
    """E-mail address of the account whose password the link sets; it stays unused. Raises LinkExpired."""
    return _usable(session, token)[1].email


def reset(session: Session, token: str, password: str) -> str:
    """Sets the password; every session of the account ends, and one begins: its token.

    Raises LinkExpired, and BadChoice for a password that is not taken; then the link still works.
    """
    found, account = _usable(session, token)
    passwords.check_new(password, account.email, account.name)
    links.claim(session, found)
    act_as(session, actor_of_account(session, account))
    begun = accounts.set_password(session, account, password, None)
    throttle.forget_email(session, sign_in.PURPOSE, account.email)
    audit.note(session, AuditAction.PASSWORD_RESET, account.email)
    return begun


def in_background(work: Callable[[], None]) -> None:
    """Does it after the answer, so that nobody can measure it."""
    threading.Thread(target=work, name="mail").start()


def _send(engine: Engine, email: str, base: str, language: Language) -> None:
    try:
        with Session(engine) as session:
            act_as(session, STRANGER)
            account = stored.account_by_email(session, normal_email(email))
            if account is None or not _may_have_password(account):
                return
            link = links.reset_link(base, _new_link(session, account))
            until = clock.real_now() + links.RESET_VALID
            written = reset_letter(language, link=link, until=until, email=account.email)
            try:
                send.send(account.email, written.subject, written.text, language)
            except MailUnsent as unsent:
                audit.note(session, AuditAction.MAIL_UNSENT, account.email)
                log.warning("%s", unsent)
    except BadChoice:
        return  # what was typed is no address: there is nobody to write to
    except SQLAlchemyError:
        log.exception("No link for a new password could be made.")


def _new_link(session: Session, account: Account) -> str:
    assert account.id is not None
    token, moment = new_token(), clock.real_now()
    kept = Invitation(
        token_hash=hash_of(token),
        purpose=InvitationPurpose.RESET,
        email=account.email,
        account_id=account.id,
        made_at=moment,
        expires_at=moment + links.RESET_VALID,
    )
    invitations.remove_equal(session, kept)
    invitations.add(session, kept)
    audit.note(session, AuditAction.RESET_LINK, account.email)
    return token


def _usable(session: Session, token: str) -> tuple[Invitation, Account]:
    found = links.usable(session, token, InvitationPurpose.RESET)
    account = stored.account_by_id(session, found.account_id) if found.account_id else None
    if account is None or not _may_have_password(account):
        raise LinkExpired(links.EXPIRED)
    return found, account


def _may_have_password(account: Account) -> bool:
    return account.is_active and not account.is_sample
