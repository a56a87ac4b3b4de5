"""The form of a coalition: what was typed, kept as typed, until it is whole enough to be a profile.

One form asks for the whole profile or for a part of it, such as one step. Field names are `name`, `summary`,
...; rows are `members-0-name`, `goals-1-text`, ... Buttons are `do=save`, `do=add-goals`,
`do=remove-members-2`.
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

BASICS = (
    "name", "language", "summary", "country", "regions", "target_groups",
    "capacity", "working_languages", "avoids",
)  # fmt: skip
SECTIONS = {
    "members": (
        "slug", "name", "actor_type", "country", "region", "role_wish",
        "expertise", "contribution", "cannot_alone", "capacities", "represents", *COLUMNS,
    ),
    "goals": ("slug", "text", "indicator"),
    "needs": ("slug", "text", "figure", "evidence", "region"),
}  # fmt: skip
PAGE_ORDER = ("goals", "needs", "members")
"""The sections as they follow each other on the page."""
GIVEN = frozenset({"slug", "country"})
"""What a row holds before anybody types: a row with nothing else in it is blank."""
STORED = {"regions": "nuts_regions"}
"""What the profile calls a field of the form, where it is another name."""
HOME = "FI"
MOST_ROWS = 200
ACTION = re.compile(r"(add|remove)-(members|goals|needs)(?:-(\d{1,4}))?")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Signs that nobody types and no file or database likes."""


@dataclass(frozen=True)
class Part:
    """What of a profile a form asks for: fields of the coalition itself, and sections of rows."""

    basics: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


WHOLE = Part(BASICS, PAGE_ORDER)


@dataclass
class ProfileForm:
    """What stands in the form; `seen` marks the stored profile that it was opened on.

    country: of a new member until another is chosen.
    """

    basics: Row
    rows: dict[str, list[Row]] = field(default_factory=dict)
    seen: str = ""
    country: str = HOME

    @property
    def fields(self) -> Row:
        """Every field by its name in the form, as a browser sends it."""
        rows = {
            f"{section}-{place}-{column}": value
            for section, rows in self.rows.items()
            for place, row in enumerate(rows)
            for column, value in row.items()
        }
        return self.basics | rows

    def act(self, action: str) -> str | None:
        """Adds or removes a row if the button says so; the id to focus then, or None for any other button."""
        match = ACTION.fullmatch(action)
        if match is None or match[2] not in self.rows:
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
        for section, rows in self.rows.items():
            if not rows:
                rows.append(self._blank(section))
        return self

    def _blank(self, section: str) -> Row:
        row = dict.fromkeys(SECTIONS[section], "")
        if "country" in row:
            row["country"] = self.basics.get("country", self.country)
        return row


def blank_form(language: Language, part: Part = WHOLE) -> ProfileForm:
    """The form of a new coalition, in Finland and in the reader's language unless changed."""
    basics = dict.fromkeys(part.basics, "") | {"language": str(language), "country": HOME}
    return ProfileForm(basics, {section: [] for section in part.sections}).with_room()


def form_of(profile: CoalitionPublic, language: Language, part: Part = WHOLE) -> ProfileForm:
    """The form filled with a stored coalition; regions by the reader's names."""
    basics = {name: _basic(profile, name, language) for name in part.basics}
    rows = {
        section: [_row(section, item, language) for item in getattr(profile, section)]
        for section in part.sections
    }
    return ProfileForm(basics, rows, mark_of(profile, part), profile.country).with_room()


def posted_form(posted: Mapping[str, object], part: Part = WHOLE, country: str = HOME) -> ProfileForm:
    """The form as it was sent: every field of that part, as typed; line ends are made plain."""
    basics = {name: _typed(posted, name) for name in part.basics}
    rows = {section: _posted_rows(posted, section) for section in part.sections}
    return ProfileForm(basics, rows, _typed(posted, "seen"), country)


def is_blank(row: Row) -> bool:
    """Whether nobody has typed or chosen anything in the row."""
    return not any(value.strip() for name, value in row.items() if name not in GIVEN)


def mark_of(profile: CoalitionCreate, part: Part = WHOLE) -> str:
    """A mark that changes when anything of that part of the profile does."""
    names = {STORED.get(name, name) for name in (*part.basics, *part.sections)}
    kept = set(CoalitionCreate.model_fields) if part == WHOLE else names
    return hashlib.sha256(profile.model_dump_json(include=kept).encode()).hexdigest()[:16]


def _basic(profile: CoalitionPublic, name: str, language: Language) -> str:
    if name == "regions":
        return ", ".join(region_field(code, language) for code in profile.nuts_regions)
    value = getattr(profile, name)
    if name == "working_languages":
        return ", ".join(profile.working_languages)
    return "\n".join(value) if isinstance(value, list) else str(value or "")


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
