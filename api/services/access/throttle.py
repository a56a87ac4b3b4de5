"""Slows guessing down: failed tries per e-mail address and per network address. Runs on the real clock.

Only hashes are kept, and only as long as they count. An e-mail address counts as one however it is written;
of IPv6 a whole network of 64 bits is one address, since whoever has one of them has them all (RFC 6177).
"""

import hashlib
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from sqlmodel import Session

from api.errors import BadChoice, TooManyTries
from api.services.access.emails import normal_email
from store import attempts, clock

WINDOW = timedelta(minutes=15)
PER_EMAIL = 5
PER_ADDRESS = 20
NETWORK = 64
_one_at_a_time = threading.Lock()


@dataclass(frozen=True)
class Try:
    """One try, counted as failed until it is told that it went well."""

    email_key: str
    address_key: str
    at: datetime
    is_last: bool

    def went_well(self, session: Session) -> None:
        """Forgets the failures of the e-mail address, and this try of the network address."""
        attempts.clear(session, self.email_key)
        attempts.take_back(session, self.address_key, self.at)


def begin(session: Session, purpose: str, email: str, address: str) -> Try:
    """Counts a try before its work is done, so that many at once gain nothing.

    purpose: what is tried (`sign_in`); each is counted by itself. Raises TooManyTries.
    """
    moment = clock.real_now()
    keys = (_email_key(purpose, email), _key(purpose, "address", _network(address)))
    with _one_at_a_time:
        tried = [attempts.times(session, key, moment - WINDOW) for key in keys]
        for times, limit in zip(tried, (PER_EMAIL, PER_ADDRESS), strict=True):
            if len(times) >= limit:
                free_at = times[len(times) - limit] + WINDOW
                raise TooManyTries(max(1, int((free_at - moment).total_seconds())))
        attempts.add(session, keys, moment, moment - WINDOW)
    return Try(*keys, moment, is_last=len(tried[0]) + 1 == PER_EMAIL or len(tried[1]) + 1 == PER_ADDRESS)


def forget_email(session: Session, purpose: str, email: str) -> None:
    """Forgets the failures of an e-mail address whose owner has proven to be it in another way."""
    attempts.clear(session, _email_key(purpose, email))


def _email_key(purpose: str, email: str) -> str:
    try:
        written = normal_email(email)
    except BadChoice:
        written = email.strip().casefold()
    return _key(purpose, "email", written)


def _network(address: str) -> str:
    """What one computer cannot change by itself: the IPv4 address, or the network of the IPv6 address."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return address
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(IPv6Address(int(found) >> NETWORK << NETWORK))


def _key(purpose: str, kind: str, value: str) -> str:
    return hashlib.sha256(f"{purpose}\0{kind}\0{value}".encode(errors="replace")).hexdigest()
