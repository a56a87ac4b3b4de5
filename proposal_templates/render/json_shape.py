"""The shape of a draft as JSON; `docs/draft_json.md` tells what each key means."""

from __future__ import annotations

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict

SHAPE = 1
"""Version of the shape; it rises when a key goes away or changes its meaning, not when one is added."""


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PassageShape(_Shape):
    """A passage of the call, word for word, and where it stands."""

    field: str
    start: int
    end: int
    text: str


class OriginShape(_Shape):
    """What a fact rests on; `number` is its number in the list of origins, None below `rests_on`."""

    number: int | None
    kind: Literal["profile", "member", "project", "call", "quote", "form", "computed"]
    path: str
    told: str
    member: str | None
    quote: PassageShape | None
    source: str | None
    certainty: str | None
    rests_on: list[OriginShape]


class GapShape(_Shape):
    """Something not known: what is needed, and who can give it."""

    need: str
    ask: str


class SpanShape(_Shape):
    """A stretch of words of one kind; `origin` is the number of its origin."""

    text: str
    kind: Literal["wording", "fact", "quote", "gap"]
    language: str | None
    strong: bool
    origin: int | None
    gap: GapShape | None


class TextShape(_Shape):
    """A paragraph."""

    type: Literal["text"]
    style: Literal["paragraph", "bullet", "quote", "label", "note"]
    lead: str
    words: list[SpanShape]


class OpenShape(_Shape):
    """An open question of the form."""

    type: Literal["gap"]
    label: str
    words: list[SpanShape]


class ColumnShape(_Shape):
    """A column of a table."""

    key: str
    heading: str
    gloss: str | None
    width: int


class CellShape(_Shape):
    """A cell; `across` columns wide."""

    across: int
    words: list[SpanShape]


class TableShape(_Shape):
    """A table; a row whose first cell heads it stands in a table that is not `headed`."""

    type: Literal["table"]
    key: str
    caption: list[SpanShape]
    headed: bool
    columns: list[ColumnShape]
    rows: list[list[CellShape]]


class FilledShape(_Shape):
    """Slots filled and slots open, and the share of the filled ones from 0 to 1."""

    filled: int
    open: int
    share: float


class SectionShape(_Shape):
    """A section; what it says itself, and the sections below it."""

    key: str
    number: str | None
    heading: str
    gloss: str | None
    subject: list[SpanShape]
    level: int
    guidance: str
    criterion: str | None
    content: list[str]
    field: bool
    limit: int | None
    characters: int
    plain: str
    filled: FilledShape
    opens: list[str]
    closes: list[str]
    blocks: list[TextShape | TableShape | OpenShape]
    children: list[SectionShape]


class PartShape(_Shape):
    """One part of an award criterion."""

    name: str
    where: str
    filled: int
    open: int


class CriterionShape(_Shape):
    """One award criterion with its points in words."""

    name: str
    points: str
    source: str
    certainty: str
    sections: list[str]
    parts: list[PartShape]


class FormShape(_Shape):
    """The form a draft follows; `label` says what to check when it is no copy of the official one."""

    key: str
    title: str
    version: str
    label: str | None
    delivery: Literal["upload", "copy_paste"]
    heading_language: str | None


class CallShape(_Shape):
    """The call a draft answers."""

    identifier: str | None
    title: str | None


class OpenGapShape(_Shape):
    """A gap with the section it stands in."""

    section: str
    need: str
    ask: str


class DraftShape(_Shape):
    """One whole draft."""

    shape: Literal[1]
    language: str
    made_on: str
    form: FormShape
    call: CallShape
    filled: FilledShape
    partnership: FilledShape
    about: list[TextShape]
    sections: list[SectionShape]
    checklist: list[CriterionShape]
    checklist_notes: list[str]
    gaps: list[OpenGapShape]
    origins: list[OriginShape]


def schema() -> str:
    """The JSON schema of the shape, as `draft.schema.json` holds it."""
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **DraftShape.model_json_schema()}
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"
