"""What can go wrong in the pages themselves.

FrontendError
├── UnknownText      a page asks for a text that the catalogue does not hold
├── BrokenCatalogue  a text of the catalogue lacks a language or a plural form, or stands in it twice
├── RefusedRequest   a request is refused before any page is asked (HTTP 400 or 403)
└── NoSuchPage       a page or file that does not exist (HTTP 404)
"""


class FrontendError(Exception):
    """Root of the frontend's errors."""


class UnknownText(FrontendError):
    """A page asks for a text that the catalogue does not hold."""


class BrokenCatalogue(FrontendError):
    """A text of the catalogue lacks a language or a plural form, or stands in it twice."""


class RefusedRequest(FrontendError):
    """A request is refused before any page is asked: `reason` is `host` (400) or `origin` (403)."""

    def __init__(self, reason: str, status: int) -> None:
        super().__init__(f"request refused: {reason}")
        self.reason = reason
        self.status = status


class NoSuchPage(FrontendError):
    """A page or file that does not exist."""
