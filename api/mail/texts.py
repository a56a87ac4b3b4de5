"""What the messages say: `texts.yaml`, every piece in three languages."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import yaml
from babel.dates import format_date, format_time

from store.clock import HELSINKI
from store.vocabulary import Language

FILE = Path(__file__).parent / "texts.yaml"
LONGEST_VALUE = 200
_LOCALES = {Language.EN: "en_GB", Language.FI: "fi", Language.SV: "sv_FI"}


@dataclass(frozen=True)
class Letter:
    """A message before it is sent."""

    subject: str
    text: str


def invitation_letter(role: str, language: Language, *, link: str, until: datetime, **names: str) -> Letter:
    """An invitation to that role, or `lead_new`; names: inviter, coalition, member, organisation."""
    return _letter((f"invite_{role}", "invitation_end", "footer"), language, link, until, names)


def reset_letter(language: Language, *, link: str, until: datetime, email: str) -> Letter:
    """A link for a new password of the account."""
    return _letter(("reset", "footer"), language, link, until, {"email": email})


def member_letter(language: Language, *, link: str, until: datetime, coalition: str, member: str) -> Letter:
    """The link to a member's own page."""
    return _letter(("member", "footer"), language, link, until, {"coalition": coalition, "member": member})


def operator(language: Language) -> str:
    """Who invites when it was done at the console."""
    return texts()["operator"][language]["text"]


def moment(at: datetime, language: Language) -> str:
    """Day and hour in Finland, and that it is the hour there."""
    local, locale = at.astimezone(HELSINKI), _LOCALES[language]
    day, hour = format_date(local, "long", locale=locale), format_time(local, "short", locale=locale)
    return texts()["moment"][language]["text"].format(day=day, hour=hour)


@cache
def texts() -> dict[str, dict[Language, dict[str, str]]]:
    """Every piece by its name and language: `text`, and `subject` where a message begins with it."""
    loaded = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {
        piece: {language: dict(entry[str(language)]) for language in Language}
        for piece, entry in loaded.items()
    }


def _letter(
    pieces: tuple[str, ...], language: Language, link: str, until: datetime, names: dict[str, str]
) -> Letter:
    """Whole paragraphs one after the other; a name stays on one line, so that it adds none of its own."""
    values = {name: " ".join(value.split())[:LONGEST_VALUE] for name, value in names.items()}
    values |= {"link": link, "until": moment(until, language)}
    written = [texts()[piece][language] for piece in pieces]
    paragraphs = "\n".join(piece["text"] for piece in written)
    return Letter(written[0]["subject"].format(**values), paragraphs.format(**values))
