"""What mail says: in three languages, with who, what for, until when, and what if nobody expected it."""

import string
from datetime import UTC, datetime

import pytest

from api.mail.texts import Letter, invitation_letter, moment, operator, reset_letter, texts
from store.vocabulary import Language

UNTIL = datetime(2026, 5, 20, 14, 5, tzinfo=UTC)
LINK = "https://koalitio.example.org/join/abc"
ROLES = ("lead", "lead_new", "grant_writer", "member", "funding_officer", "administrator")
NAMES = {"inviter": "Inviter", "coalition": "Coalition", "member": "Member", "organisation": "Body"}
UNEXPECTED = {Language.EN: "did not", Language.FI: "Jos et", Language.SV: "Om du inte"}


def written(role: str, language: Language, **names: str) -> Letter:
    return invitation_letter(role, language, link=LINK, until=UNTIL, **(NAMES | names))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("role", ROLES)
def test_every_invitation_says_what_a_person_needs(role: str, language: Language) -> None:
    letter = written(role, language)
    assert f"\n{LINK}\n" in letter.text
    assert moment(UNTIL, language) in letter.text
    assert ": Inviter\n" in letter.text
    assert UNEXPECTED[language] in letter.text
    assert not set("{}\n") & set(letter.subject)


@pytest.mark.parametrize("language", list(Language))
def test_a_reset_says_whose_password_and_until_when(language: Language) -> None:
    letter = reset_letter(language, link=LINK, until=UNTIL, email="lead@example.org")
    for part in (LINK, "lead@example.org", moment(UNTIL, language), UNEXPECTED[language]):
        assert part in letter.text


def test_moments_are_finnish_and_say_so() -> None:
    assert moment(UNTIL, Language.EN) == "20 May 2026 at 17:05 Finnish time"
    assert moment(UNTIL, Language.FI) == "20. toukokuuta 2026 klo 17.05 Suomen aikaa"
    assert moment(UNTIL, Language.SV) == "20 maj 2026 kl. 17:05 finländsk tid"


def test_a_name_adds_no_lines_and_no_links_of_its_own_place() -> None:
    letter = written("lead", Language.EN, inviter="A\n\nOpen https://evil.example\n{link}")
    assert ": A Open https://evil.example {link}\n" in letter.text
    assert letter.text.count(LINK) == 1
    assert len(written("lead", Language.EN, coalition="x" * 500).subject) < 300


def test_every_piece_has_the_same_places_in_each_language() -> None:
    for name, piece in texts().items():
        for part in ("subject", "text"):
            held = {language: _places(piece[language].get(part, "")) for language in Language}
            assert len(set(held.values())) == 1, (name, part, held)
            assert len({part in piece[language] for language in Language}) == 1, (name, part)


def test_who_invites_from_the_console_is_no_name() -> None:
    assert len({operator(language) for language in Language}) == 3


def _places(text: str) -> frozenset[str | None]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)
