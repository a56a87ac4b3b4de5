"""Use case: mail a member the link to its page."""

from sqlmodel import Session

from api.errors import MailUnsent
from api.mail import send
from api.mail.texts import member_letter
from api.services.access.member_links import VALID
from api.services.access.permission import Action, require
from store import clock, coalitions
from store.vocabulary import Language


def mail_link(session: Session, slug: str, member: str, to: str, link: str, language: Language) -> bool:
    """Sends the member its link; False when no mail is set up, or the server did not take it."""
    require(session, Action.ASK_MEMBERS, slug)
    if not send.is_on():
        return False
    coalition = coalitions.coalition_by_slug(session, slug)
    name = next((one.name for one in coalition.members if one.slug == member), member)
    until = clock.real_now() + VALID
    message = member_letter(language, link=link, until=until, coalition=coalition.name, member=name)
    try:
        send.send(to, message.subject, message.text, language)
    except MailUnsent:
        return False
    return True
