"""Light or dark: that of the account for people who signed in, else the one chosen here (a cookie), else as
on the reader's device."""

from starlette.requests import Request

from frontend.asking import actor_of_request
from store.vocabulary import Theme

COOKIE = "theme"


def theme_of(request: Request) -> Theme:
    """The theme of this request's reader."""
    actor = actor_of_request(request)
    if actor.is_signed_in:
        return actor.theme
    chosen = request.cookies.get(COOKIE, "")
    return Theme(chosen) if chosen in list(Theme) else Theme.AUTO
