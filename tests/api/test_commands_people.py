"""`koalitio account`: people are kept from the console; what is wrong is one line and names it."""

import json
from typing import Any

import pytest
import typer
from sqlmodel import Session
from typer.testing import CliRunner

from api import commands_people
from api.errors import ApiError, BadChoice
from api.services.access import invitations, resets, sessions
from store.coalitions import save_coalition
from store.errors import NotFound
from store.vocabulary import Role
from tests.api.mail.server import Mailbox, serving
from tests.api.mail.settings import lead_to
from tests.builders import coalition

NEW = "new@example.org"
PASSWORD = "four words in a row"


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KOALITIO_MAIL_HOST", "KOALITIO_WEB_ADDRESS"):
        monkeypatch.delenv(name, raising=False)


def run(*words: str) -> str:
    """What `koalitio account ...` prints; its errors are raised."""
    app = typer.Typer()
    commands_people.register(app)
    app.command("other")(lambda: None)
    result = CliRunner().invoke(app, ["account", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def token(printed: str) -> str:
    """The secret of the link that stands in the last line."""
    return printed.strip().splitlines()[-1].rpartition("/")[2]


def join(session: Session, printed: str, email: str = NEW) -> Any:
    """Who accepts the printed link."""
    begun = invitations.join(
        session, token(printed), email=email, name="New", password=PASSWORD, language=None
    )
    session.info.clear()
    return sessions.actor_for(session, begun)


def test_each_kind_of_invitation(session: Session) -> None:
    save_coalition(session, coalition(slug="care"))
    assert join(session, run("invite", NEW, "--lead", "care")).roles_in("care") == {Role.LEAD}
    writer = run("invite", "w@example.org", "--writer", "care")
    assert join(session, writer).roles_in("care") == {Role.GRANT_WRITER}
    member = run("invite", "m@example.org", "--member", "care", "college")
    assert join(session, member).member_of == {"care": "college"}
    officer = run("invite", "o@example.org", "--officer", "Länsi-Suomen viranomainen")
    assert list(join(session, officer).organisations.values()) == ["Länsi-Suomen viranomainen"]
    assert join(session, run("invite", "a@example.org", "--administrator")).is_administrator
    assert join(session, run("invite", "l@example.org", "--new-lead")).roles == {}


def test_the_link_begins_with_the_address_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "  http://127.0.0.1:8000/join/" in run("invite", NEW, "--administrator")
    assert "  http://x:1/join/" in run("invite", NEW, "--administrator", "--address", "http://x:1/")
    monkeypatch.setenv("KOALITIO_WEB_ADDRESS", "https://koalitio.example.org/")
    assert "  https://koalitio.example.org/join/" in run("invite", NEW, "--administrator")


def test_with_mail_the_link_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Mailbox()) as box:
        lead_to(box, monkeypatch)
        printed = run("invite", NEW, "--administrator", "--language", "fi")
        (message,) = box.messages()
    assert "/join/" not in printed
    assert message["subject"] == "Koalitio: kutsu ylläpitäjäksi"
    assert "Kutsuja: palvelun ylläpito" in message.get_content()


def test_a_mail_that_fails_is_told_beside_the_link(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Mailbox(refused=frozenset({NEW}))) as box:
        lead_to(box, monkeypatch)
        printed = run("invite", NEW, "--administrator")
    assert "check the address" in printed
    assert "/join/" in printed


@pytest.mark.parametrize(
    ("words", "wrong", "told"),
    [
        (("invite", NEW), BadChoice, "--lead, --new-lead, --writer"),
        (("invite", NEW, "--administrator", "--new-lead"), BadChoice, "by one of"),
        (("invite", NEW, "--lead", "nobody"), NotFound, "nobody"),
        (("invite", NEW, "--member", "care", "nobody"), BadChoice, "members"),
        (("invite", "no address", "--administrator"), BadChoice, "no e-mail address"),
        (("deactivate", NEW), NotFound, NEW),
        (("activate", NEW), NotFound, NEW),
        (("reset-link", NEW), NotFound, NEW),
    ],
)
def test_what_is_wrong_is_named(
    session: Session, words: tuple[str, ...], wrong: type[Exception], told: str
) -> None:
    save_coalition(session, coalition(slug="care"))
    with pytest.raises(wrong, match=told):
        run(*words)


def test_the_first_administrator_and_no_second(session: Session) -> None:
    assert "administrator-link" in run("list")
    assert join(session, run("administrator-link")).is_administrator
    with pytest.raises(ApiError, match="--administrator"):
        run("administrator-link")


def test_accounts_are_listed_closed_and_opened(session: Session) -> None:
    save_coalition(session, coalition(slug="care"))
    join(session, run("invite", NEW, "--lead", "care"))
    for part in ("Accounts: 1", NEW, "coalition lead: care", "open"):
        assert part in run("list")
    assert run("deactivate", NEW.upper()) == f"{NEW} is closed.\n"
    (row,) = json.loads(run("list", "--json"))
    assert (row["email"], row["is_active"], "password_hash" in row) == (NEW, False, False)
    assert run("activate", NEW) == f"{NEW} is open.\n"


def test_a_forgotten_password_without_mail(session: Session) -> None:
    join(session, run("invite", NEW, "--new-lead"))
    printed = run("reset-link", NEW, "--address", "https://x")
    assert printed.startswith("https://x/reset/")
    begun = resets.reset(session, token(printed), "another four words")
    assert sessions.actor_for(session, begun).email == NEW
