"""What can go wrong in a use case, and how each domain error is told over HTTP.

ApiError
├── BadChoice             a value that is not among those there are, or a place that cannot be written
│   └── BadDocument       a file that is no PDF with text
│       └── DocumentTooLarge  a file that is larger than any that is taken
├── NoForm                the call's action has no form to draft in yet
└── NoModel               new texts cannot be compared, since the model does not load
"""

from store.errors import BadCoalitionFile, BadSetting, DatabaseUnusable, NotFound


class ApiError(Exception):
    """Root of the use cases' errors; the message is one line that says what to do next."""


class BadChoice(ApiError):
    """A value that is not among those there are, or a place that cannot be written."""


class BadDocument(BadChoice):
    """A file that is no PDF with text."""


class DocumentTooLarge(BadDocument):
    """A file that is larger than any that is taken."""


class NoForm(ApiError):
    """The call's action has no form to draft in yet."""


class NoModel(ApiError):
    """New texts cannot be compared, since the embedding model does not load."""


STATUS: dict[type[Exception], int] = {
    NotFound: 404,
    DocumentTooLarge: 413,
    BadChoice: 422,
    NoForm: 409,
    NoModel: 503,
    BadCoalitionFile: 422,
    BadSetting: 500,
    DatabaseUnusable: 503,
}


def status_of(error: Exception) -> int:
    """HTTP status of a domain error; 500 for anything that is not in the table."""
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)
