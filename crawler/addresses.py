"""Addresses of a source, and the same addresses on another host when it is pointed elsewhere."""

from ipaddress import ip_address
from urllib.parse import urljoin, urlsplit, urlunsplit

from crawler.errors import BadBaseUrl


def checked_base_url(base_url: str) -> str:
    """The address without a slash at its end. Raises BadBaseUrl when it is no http(s) address."""
    try:
        parts = urlsplit(base_url.strip())
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or any(sign.isspace() for sign in base_url.strip()) or parts.query or parts.fragment:
        raise BadBaseUrl(f"{base_url!r} is no address to crawl: give one such as http://127.0.0.1:8790.")
    return base_url.strip().rstrip("/")


def origin_of(url: str) -> str:
    """Scheme and host of an address.

    >>> origin_of("https://eura2021.fi/hakuilmoitukset/")
    'https://eura2021.fi'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def rebased(url: str, base_url: str | None) -> str:
    """The address at `base_url` that stands for `url`; `url` itself without one.

    >>> rebased("https://eura2021.fi/hakuilmoitukset/", "http://127.0.0.1:8790")
    'http://127.0.0.1:8790/hakuilmoitukset/'
    """
    if base_url is None or url.startswith(base_url + "/"):
        return url
    parts = urlsplit(url)
    return base_url + urlunsplit(("", "", parts.path or "/", parts.query, ""))


def joined(page_url: str, href: str) -> str:
    """A link of a page as an absolute web address; empty when it is none, or holds signs that none has."""
    try:
        url = urljoin(page_url, href.strip())
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc and url.isprintable() else ""


def is_loopback(base_url: str | None) -> bool:
    """True when the address is this machine itself, which needs no politeness."""
    host = urlsplit(base_url or "").hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
