"""Which passwords are taken, and that comparing tells nothing but yes or no."""

from typing import Literal

import pytest
from argon2 import PasswordHasher
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from api.errors import BadChoice
from api.services.access import passwords
from store import accounts
from tests.api.access.persons import PASSWORD, person

SHIPPED = passwords.HASHER
OWN = ("maija.meikalainen@example.org", "Maija Meikäläinen")


@pytest.mark.parametrize(
    "good",
    [
        PASSWORD,
        "kuusi lumi talvi tie",
        "åäö åäö åäx åäö!",
        "839201748365",
        "x7 kettu 9 lampi",
        "🦊🌲❄️🏔️🦌🌙⭐🚣🐻🐟🍂🌊🪵",
    ],
)
def test_a_long_password_of_any_kind_is_taken(good: str) -> None:
    passwords.check_new(good, *OWN)


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("", "too short"),
        ("short words", "too short"),
        ("x y" * 100, "too long"),
        ("password1234", "easy to guess"),
        ("Password-2026!", "easy to guess"),
        ("salasana12345", "easy to guess"),
        ("LÖSENORD12345", "easy to guess"),
        ("Koalitio20262026", "easy to guess"),
        ("123456789012", "easy to guess"),
        ("qwertyuiopqwerty", "easy to guess"),
        ("poiuytrewqpoiu", "easy to guess"),
        ("aaaaaaaaaaaaaa", "easy to guess"),
        ("abababababab", "easy to guess"),
        ("abcdabcdabcdab", "easy to guess"),
        ("Maija.Meikalainen@example.org", "easy to guess"),
        ("maija.meikalainen", "easy to guess"),
        ("Maija Meikäläinen", "easy to guess"),
    ],
)
def test_a_password_that_falls_first_is_refused(bad: str, told: str) -> None:
    with pytest.raises(BadChoice, match=told) as refused:
        passwords.check_new(bad, *OWN)
    assert not bad or bad not in str(refused.value)


def test_twelve_signs_are_enough_and_two_hundred_not_too_many() -> None:
    passwords.check_new("k7fjw2ms9xq4")
    passwords.check_new("k7fjw2ms9xq4" + "z kt" * 47)
    with pytest.raises(BadChoice):
        passwords.check_new("k7fjw2ms9xq")
    with pytest.raises(BadChoice):
        passwords.check_new("k7fjw2ms9xq4" + "z kt" * 47 + "x")


def test_the_right_password_is_right_however_it_is_typed(session: Session) -> None:
    account = person(session, password_hash=passwords.hash_of("Ångström och väg"))
    assert passwords.is_right(session, account, "A\u030angstro\u0308m och va\u0308g")
    assert not passwords.is_right(session, account, "ångström och väg")
    assert account.password_hash is not None
    assert account.password_hash.startswith("$argon2id$")


@given(st.text(max_size=60))
def test_no_other_password_is_right(typed: str) -> None:
    kept = passwords.hash_of(PASSWORD)
    account = accounts.new_account("x@example.org", "X")
    account.password_hash = kept
    assert passwords.is_right(Session(), account, typed) == (typed == PASSWORD)


def test_nobody_and_a_sample_user_have_no_right_password(session: Session) -> None:
    sample = person(session, "sample@example.org", is_sample=True)
    none = person(session, "none@example.org", password_hash=None)
    for account in (None, sample, none):
        for typed in (PASSWORD, "", " nobody's password "):
            assert not passwords.is_right(session, account, typed)


def test_the_same_work_is_done_for_nobody(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    account = person(session)
    compared: list[tuple[str, int]] = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            compared.append((str(hash).rpartition("p=")[0], len(password)))
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "HASHER", Counting(time_cost=1, memory_cost=8, parallelism=1))
    for typed in ("wrong", "x" * 1_000_000):
        passwords.is_right(session, account, typed)
        passwords.is_right(session, None, typed)
        known, unknown = compared[-2:]
        assert known == unknown
        assert known[1] <= passwords.LONGEST + 1
    assert len(compared) == 4


def test_a_hash_of_older_parameters_is_renewed(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    account = person(session)
    before = account.password_hash
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))
    assert not passwords.is_right(session, account, "wrong")
    assert account.password_hash == before
    assert passwords.is_right(session, account, PASSWORD)
    session.refresh(account)
    assert account.password_hash is not None
    assert "t=2" in account.password_hash
    assert passwords.is_right(session, account, PASSWORD)


def test_hashes_are_made_with_the_library_s_own_parameters() -> None:
    own = PasswordHasher()
    assert (SHIPPED.time_cost, SHIPPED.memory_cost) == (own.time_cost, own.memory_cost)
    assert SHIPPED.memory_cost >= 19 * 1024, "OWASP's least for Argon2id, in KiB"
