"""The form of a coalition: what was typed, kept as typed, until it is whole enough to be a profile.

Field names are `name`, `summary`, ...; rows are `members-0-name`, `goals-1-text`, ... Buttons are `do=save`,
`do=add-goals`, `do=remove-members-2`.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from frontend.member_facts import COLUMNS, facts_row
from frontend.regions import region_field
from store.models import CoalitionCreate, CoalitionPublic, MemberCreate
from store.vocabulary import Language

Row = dict[str, str]

BASICS = ("name", "language", "summary", "country", "regions", "target_groups")
SECTIONS = {
    "members": (
        "slug", "name", "actor_type", "country", "region", "role_wish",
        "expertise", "contribution", "cannot_alone", "capacities", "represents", *COLUMNS,
    ),
    "goals": ("slug", "text", "indicator"),
    "needs": ("slug", "text", "region", "evidence"),
}  # fmt: skip
PAGE_ORDER = ("goals", "needs", "members")
"""The sections as they follow each other on the page."""
GIVEN = frozenset({"slug", "country"})
"""What a row holds before anybody types: a row with nothing else in it is blank."""
MOST_ROWS = 200
ACTION = re.compile(r"(add|remove)-(members|goals|needs)(?:-(\d{1,4}))?")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Signs that nobody types and no file or database likes."""


@dataclass
class ProfileForm:
    """What stands in the form; `seen` marks the stored profile that it was opened on."""

    basics: Row
    rows: dict[str, list[Row]] = field(default_factory=dict)
    seen: str = ""

    def act(self, action: str) -> str | None:
        """Adds or removes a row if the button says so; the id to focus then, or None for any other button."""
        match = ACTION.fullmatch(action)
        if match is None:
            return None
        verb, section, place = match.groups()
        rows = self.rows[section]
        if verb == "add":
            if len(rows) < MOST_ROWS:
                rows.append(self._blank(section))
            return f"{section}-{len(rows) - 1}-{SECTIONS[section][1]}"
        if place is not None and int(place) < len(rows):
            del rows[int(place)]
        return f"{section}-heading"

    def with_room(self) -> "ProfileForm":
        """The form with one blank row in each section that has none."""
        for section in SECTIONS:
            if not self.rows[section]:
                self.rows[section].append(self._blank(section))
        return self

    def _blank(self, section: str) -> Row:
        row = dict.fromkeys(SECTIONS[section], "")
        if "country" in row:
            row["country"] = self.basics["country"]
        return row


def blank_form(language: Language) -> ProfileForm:
    """The form of a new coalition, in Finland and in the reader's language unless changed."""
    basics = dict.fromkeys(BASICS, "") | {"language": str(language), "country": "FI"}
    return ProfileForm(basics, {section: [] for section in SECTIONS}).with_room()


def form_of(profile: CoalitionPublic, language: Language) -> ProfileForm:
    """The form filled with a stored coalition; regions by the reader's names."""
    basics = {
        "name": profile.name,
        "language": str(profile.language),
        "summary": profile.summary,
        "country": profile.country,
        "regions": ", ".join(region_field(code, language) for code in profile.nuts_regions),
        "target_groups": "\n".join(profile.target_groups),
    }
    rows = {
        section: [_row(section, item, language) for item in getattr(profile, section)] for section in SECTIONS
    }
    return ProfileForm(basics, rows, mark_of(profile)).with_room()


def posted_form(posted: Mapping[str, object]) -> ProfileForm:
    """The form as it was sent: every field that we know, as typed; line ends are made plain."""
    basics = {name: _typed(posted, name) for name in BASICS}
    rows = {section: _posted_rows(posted, section) for section in SECTIONS}
    return ProfileForm(basics, rows, _typed(posted, "seen"))


def is_blank(row: Row) -> bool:
    """Whether nobody has typed or chosen anything in the row."""
    return not any(value.strip() for name, value in row.items() if name not in GIVEN)


def mark_of(profile: CoalitionCreate) -> str:
    """A mark that changes when anything of the profile does."""
    facts = profile.model_dump_json(include=set(CoalitionCreate.model_fields))
    return hashlib.sha256(facts.encode()).hexdigest()[:16]


def _row(section: str, item: object, language: Language) -> Row:
    code = getattr(item, "nuts_region", None)
    special = {
        "region": region_field(code, language) if code else "",
        "capacities": "\n".join(getattr(item, "capacities", ())),
        "represents": " ".join(getattr(item, "represents", ())),
    }
    if isinstance(item, MemberCreate):
        special |= facts_row(item, language)
    return {
        name: special[name] if name in special else str(getattr(item, name, None) or "")
        for name in SECTIONS[section]
    }


def _posted_rows(posted: Mapping[str, object], section: str) -> list[Row]:
    pattern = re.compile(rf"{section}-(\d{{1,4}})-[a-z_]+")
    places = sorted({int(m[1]) for name in posted if (m := pattern.fullmatch(name))})
    return [
        {name: _typed(posted, f"{section}-{place}-{name}") for name in SECTIONS[section]} for place in places
    ]


def _typed(posted: Mapping[str, object], name: str) -> str:
    value = posted.get(name, "")
    if not isinstance(value, str):
        return ""
    return CONTROL.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
