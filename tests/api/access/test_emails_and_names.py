"""One address is one account, and a name leads nobody anywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.errors import BadChoice
from api.services.access.emails import is_email, normal_email
from api.services.access.names import person_name


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        (" Maija.Meikalainen@Example.ORG ", "maija.meikalainen@example.org"),
        ("Åsa@exämple.org", "åsa@exämple.org"),
        ("A\u030asa@example.org", "åsa@example.org"),
        ("a+b@example.org", "a+b@example.org"),
    ],
)
def test_an_address_has_one_form(typed: str, normal: str) -> None:
    assert normal_email(typed) == normal
    assert normal_email(normal) == normal


@pytest.mark.parametrize(
    "typed", ["", "a", "a@b", "a b@example.org", "a@example.org\r\nBcc: b@example.org", "a@b@example.org"]
)
def test_what_no_mail_reaches_is_no_address(typed: str) -> None:
    assert not is_email(typed)
    with pytest.raises(BadChoice, match=r"name@example\.org"):
        normal_email(typed)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_an_address_in_normal_form_or_refused(typed: str) -> None:
    if is_email(typed):
        normal = normal_email(typed)
        assert normal_email(normal) == normal == normal.strip()
        assert "\n" not in normal


def test_a_name_is_one_line() -> None:
    assert person_name("  Maija\n Meikäläinen\t") == "Maija Meikäläinen"
    assert person_name("O'Neill-Ström, MSc") == "O'Neill-Ström, MSc"


@pytest.mark.parametrize(
    "typed", ["", "  \n", "x" * 121, "Open https://x.example", "www.x.example", "me@x.example", "x.example/a"]
)
def test_a_name_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(BadChoice):
        person_name(typed)
