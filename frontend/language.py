"""Which language a reader gets: that of the account, else the one chosen here (a cookie), else the
browser's, else English. The switch in the header sets both, so what was chosen last always holds."""

from starlette.requests import Request

from frontend.asking import actor_of_request
from store.vocabulary import Language

COOKIE = "language"


def language_of(request: Request) -> Language:
    """The language of this request's reader."""
    own = actor_of_request(request).language
    if own is not None:
        return own
    chosen = request.cookies.get(COOKIE, "")
    if chosen in list(Language):
        return Language(chosen)
    return preferred(request.headers.get("accept-language", ""))


def preferred(header: str) -> Language:
    """The best language of an Accept-Language header that Koalitio speaks; English if none.

    >>> preferred("de-DE, sv-FI;q=0.8, en;q=0.5")
    <Language.SV: 'sv'>
    """
    wishes: list[tuple[float, Language]] = []
    for part in header.split(","):
        tag, _, parameter = part.partition(";")
        primary = tag.strip().lower().partition("-")[0]
        if primary in list(Language) and (quality := _quality(parameter)) > 0:
            wishes.append((quality, Language(primary)))
    return max(wishes, key=lambda wish: wish[0])[1] if wishes else Language.EN


def _quality(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
