"""Checks a coalition form and makes the profile of it; each fault names its field and how to mend it."""

import re
from collections.abc import Callable, Container, Iterable
from enum import StrEnum
from typing import Any

from frontend.faults import Fault
from frontend.formats import Formats
from frontend.member_facts import facts_of
from frontend.profile_form import STORED, ProfileForm, Row, is_blank
from frontend.profile_labels import label_of
from frontend.profile_lengths import fields_of, most_characters, too_long
from frontend.regions import country_choices, region_code
from store.models import CoalitionCreate, CoalitionPublic
from store.slugs import slug_of
from store.vocabulary import ActorType, Language, PartnerRole, Represents

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SINGULAR = {"members": "member", "goals": "goal", "needs": "need"}


class ProfileCheck:
    """One pass over a form: `faults` in the order of the page, and `profile` when there are none."""

    def __init__(
        self, form: ProfileForm, formats: Formats, stored: CoalitionPublic | None, taken: Container[str]
    ) -> None:
        """A coalition that is not stored yet gets a name not in `taken`; what the form has no field for
        stays as it is stored."""
        self.faults: list[Fault] = []
        self._words = formats.words
        basics = self._basics(form.basics)
        read = {"goals": self._goal, "needs": self._need, "members": self._member}
        rows = {name: [read[name](row, at) for at, row in _filled(form, name)] for name in form.rows}
        for field, most in too_long(form):
            self._fault(
                field.id, "form.error.too_long", what=label_of(field, self._words), n=formats.number(most)
            )
        places = {field.id: place for place, field in enumerate(fields_of(form))}
        self.faults.sort(key=lambda fault: places[fault.field])
        self.profile: CoalitionCreate | None = None
        if not self.faults:
            slug = stored.slug if stored else slug_of(basics["name"], taken)
            old = stored.model_dump(include=set(CoalitionCreate.model_fields)) if stored else {}
            kept = {name: _kept(_named(row, name), old.get(name, ())) for name, row in rows.items()}
            self.profile = CoalitionCreate.model_validate(old | basics | kept | {"slug": slug})

    def _basics(self, row: Row) -> dict[str, Any]:
        read: dict[str, Callable[[str], Any]] = {
            "name": lambda value: self._required("name", value, "form.error.name"),
            "language": lambda value: self._choice("language", value, Language, "form.error.language"),
            "summary": str.strip,
            "country": lambda value: self._country("country", value),
            "regions": lambda value: self._regions("regions", value),
            "target_groups": _lines,
            "capacity": lambda value: value.strip() or None,
            "working_languages": lambda value: _lines(re.sub("[,;]", "\n", value)),
            "avoids": _lines,
        }
        return {STORED.get(name, name): read[name](value) for name, value in row.items()}

    def _member(self, row: Row, at: int) -> dict[str, Any]:
        n, here = at + 1, f"members-{at}"
        kind = self._choice(f"{here}-actor_type", row["actor_type"], ActorType, "form.error.member_type", n=n)
        role = row["role_wish"]
        return {
            "slug": row["slug"],
            "name": self._required(f"{here}-name", row["name"], "form.error.member_name", n=n),
            "actor_type": kind,
            "country": self._country(f"{here}-country", row["country"]),
            "nuts_region": self._region(f"{here}-region", row["region"]),
            "role_wish": role if role in list(PartnerRole) else None,
            "expertise": row["expertise"].strip() or None,
            "contribution": row["contribution"].strip() or None,
            "cannot_alone": row["cannot_alone"].strip() or None,
            "capacities": _lines(row["capacities"]),
            "represents": [one for one in row["represents"].split() if one in list(Represents)],
            **facts_of(row, lambda column, key: self._fault(f"{here}-{column}", key, n=n)),
        }

    def _goal(self, row: Row, at: int) -> dict[str, Any]:
        return {
            "slug": row["slug"],
            "text": self._required(f"goals-{at}-text", row["text"], "form.error.goal", n=at + 1),
            "indicator": row["indicator"].strip() or None,
        }

    def _need(self, row: Row, at: int) -> dict[str, Any]:
        return {
            "slug": row["slug"],
            "text": self._required(f"needs-{at}-text", row["text"], "form.error.need", n=at + 1),
            "nuts_region": self._region(f"needs-{at}-region", row["region"]),
            "figure": row["figure"].strip() or None,
            "evidence": row["evidence"].strip() or None,
        }

    def _required(self, field: str, value: str, error: str, **values: int) -> str:
        if not value.strip():
            self._fault(field, error, **values)
        return value.strip()

    def _choice(self, field: str, value: str, kind: type[StrEnum], error: str, **values: int) -> str:
        if value not in list(kind):
            self._fault(field, error, **values)
        return value

    def _country(self, field: str, value: str) -> str:
        if value not in {code for code, _ in country_choices(self._words.language)}:
            self._fault(field, "form.error.country")
        return value

    def _region(self, field: str, value: str) -> str | None:
        codes = self._regions(field, value)
        if len(codes) > 1:
            self._fault(field, "form.error.one_region")
        return codes[0] if codes else None

    def _regions(self, field: str, value: str) -> list[str]:
        codes: list[str] = []
        for name in filter(None, (part.strip() for part in re.split(r"[,;\n]", value))):
            code = region_code(name)
            if code is None:
                self._fault(field, "form.error.region", name=name)
            elif code not in codes:
                codes.append(code)
        return codes

    def _fault(self, field: str, key: str, **values: object) -> None:
        self.faults.append(Fault(field, self._words(key, **values)))


def _filled(form: ProfileForm, section: str) -> list[tuple[int, Row]]:
    return [(at, row) for at, row in enumerate(form.rows[section]) if not is_blank(row)]


def _lines(value: str) -> list[str]:
    return [line.strip() for line in value.split("\n") if line.strip()]


def _named(rows: list[dict[str, Any]], section: str) -> list[dict[str, Any]]:
    """The rows with slugs: a row keeps its own, so that what rests on it stays; new rows get a new one."""
    taken: set[str] = {row["slug"] for row in rows if _is_slug(row["slug"], section)}
    used: set[str] = set()
    for row in rows:
        slug = row["slug"]
        if not _is_slug(slug, section) or slug in used:
            slug = _new_slug(row, section, taken | used)
        used.add(slug)
        row["slug"] = slug
    return rows


def _kept(rows: list[dict[str, Any]], old: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with what is stored under their slug and has no field in the form."""
    known = {row["slug"]: row for row in old}
    return [known.get(row["slug"], {}) | row for row in rows]


def _is_slug(value: str, section: str) -> bool:
    return SLUG.fullmatch(value) is not None and len(value) <= (
        most_characters(section, "slug") or len(value)
    )


def _new_slug(row: dict[str, Any], section: str, taken: Container[str]) -> str:
    if section == "members":
        return slug_of(row["name"], taken, fallback="member")
    number = 1
    while f"{SINGULAR[section]}-{number}" in taken:
        number += 1
    return f"{SINGULAR[section]}-{number}"
