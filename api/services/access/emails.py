"""E-mail addresses in their one normal form, so that one address is one account."""

from email_validator import EmailNotValidError, validate_email

from api.errors import BadChoice


def normal_email(typed: str) -> str:
    """The address in lower case and Unicode normal form, its domain as read (RFC 5321, 6531).

    Asks no name server. Raises BadChoice for what is no address that mail could reach.
    """
    try:
        found = validate_email(typed.strip(), check_deliverability=False)
    except EmailNotValidError:
        raise BadChoice("This is no e-mail address: write one such as name@example.org.") from None
    return found.normalized.lower()


def is_email(typed: str) -> bool:
    """Whether it is an address at all."""
    try:
        normal_email(typed)
    except BadChoice:
        return False
    return True
