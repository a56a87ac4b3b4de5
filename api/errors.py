"""What can go wrong in a use case, and how each domain error is told over HTTP.

ApiError
├── BadChoice             a value that is not among those there are, or a place that cannot be written
│   ├── BadDocument       a file that is no PDF with text
│   │   └── DocumentTooLarge  a file that is larger than any that is taken
│   ├── SignInRefused     address and password do not belong together, or the account is closed
│   ├── DayTaken          that goal has a value of that day
│   ├── AheadOfTime       the day on which something is said to have been is still to come
│   ├── NotPursued        only of a call that is pursued can be told what became of it
│   ├── Changed           what is answered is no longer what was seen
│   └── NoContact         a live source is not asked by somebody it cannot write to
├── SourceFailed          a crawl that a person started did not read its source
├── NoForm                the call's action has no form to draft in yet
├── NoModel               new texts cannot be compared, since the model does not load
├── SignInNeeded          nobody is signed in, and this is not for everybody
├── Forbidden             who is signed in has a role here, but not the one that may do this
├── TooManyTries          wait before trying again
├── LinkExpired           an invitation, reset or member link that is used, too old or unknown
└── MailUnsent            the mail server did not take a message
"""

from store.errors import BadCoalitionFile, BadSetting, DatabaseUnusable, NotFound, SlugTaken


class ApiError(Exception):
    """Root of the use cases' errors; the message is one line that says what to do next."""


class BadChoice(ApiError):
    """A value that is not among those there are, or a place that cannot be written."""


class BadDocument(BadChoice):
    """A file that is no PDF with text."""


class DocumentTooLarge(BadDocument):
    """A file that is larger than any that is taken."""


class SignInRefused(BadChoice):
    """Address and password do not belong together, or the account is closed: the same words for all."""

    def __init__(self) -> None:
        super().__init__("The e-mail address or the password is wrong: try again, or ask for a new password.")


class DayTaken(BadChoice):
    """That goal has a value of that day: it is to be corrected, not added."""


class AheadOfTime(BadChoice):
    """The day on which something is said to have been is still to come."""


class NotPursued(BadChoice):
    """Only of a call that is pursued can be told what became of it."""

    def __init__(self) -> None:
        super().__init__("Only of a call that is pursued can be told what became of it: decide first.")


class NoContact(BadChoice):
    """A live source is not asked by somebody it cannot write to."""

    def __init__(self) -> None:
        super().__init__("Set CRAWLER_CONTACT to a mail or web address, so that the source can write to you.")


class SourceFailed(ApiError):
    """A crawl that a person started did not read its source; what it had stored stays."""


class Changed(BadChoice):
    """What is answered is no longer what was seen: look at it again."""


class NoForm(ApiError):
    """The call's action has no form to draft in yet."""


class NoModel(ApiError):
    """New texts cannot be compared, since the embedding model does not load."""


class SignInNeeded(ApiError):
    """Nobody is signed in, and this is not for everybody."""


class Forbidden(ApiError):
    """Who is signed in has a role here, but not the one that may do this."""


class TooManyTries(ApiError):
    """Wait before trying again; `seconds` from now."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too many tries: wait {-(-seconds // 60)} minutes, then try again.")
        self.seconds = seconds


class LinkExpired(ApiError):
    """An invitation, reset or member link that is used, too old or unknown: the same words for all three."""


class MailUnsent(ApiError):
    """The mail server did not take a message; what the message was about is stored all the same."""


STATUS: dict[type[Exception], int] = {
    NotFound: 404,
    DocumentTooLarge: 413,
    BadChoice: 422,
    NoForm: 409,
    NoModel: 503,
    SignInNeeded: 401,
    Forbidden: 403,
    TooManyTries: 429,
    LinkExpired: 410,
    MailUnsent: 503,
    BadCoalitionFile: 422,
    SlugTaken: 409,
    BadSetting: 500,
    DatabaseUnusable: 503,
}


def status_of(error: Exception) -> int:
    """HTTP status of a domain error; 500 for anything that is not in the table."""
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)
