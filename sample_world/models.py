"""The nouns of the sample world, as its YAML files spell them.

Every call says its `basis`: `recorded` (identifier, dates and amounts as the source gave them), `announced`
(dates, regions and amounts as a public announcement gave them, identifier ours) or `sample` (made up and
saying so).
Texts are retold in the light markup of `prose`. Amounts are whole euro; unknown is None.
"""

from datetime import date
from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Basis(StrEnum):
    """How much of a call stands in a record."""

    RECORDED = "recorded"
    ANNOUNCED = "announced"
    SAMPLE = "sample"


class SampleModel(BaseModel):
    """Frozen, and a misspelt field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Change(SampleModel):
    """From `day` on, the fields in `set` hold instead of the file's own; `topics.0.amount` reaches inside."""

    day: date
    set: dict[str, Any]


class Listed(SampleModel):
    """Common to all calls: what it rests on, and on which days the source lists it (both ends included)."""

    basis: Basis
    listed_from: date | None = None
    listed_until: date | None = None
    changes: list[Change] = []

    def is_listed_on(self, day: date) -> bool:
        """True when the source shows the call on `day`."""
        after = self.listed_from is None or self.listed_from <= day
        return after and (self.listed_until is None or day <= self.listed_until)


class Section(SampleModel):
    """One part of a portal description; the portal prints the heading `null` when it has none."""

    heading: str
    text: str


class News(SampleModel):
    """One change note of the portal; `at` is Brussels local time without offset, as the portal prints it."""

    at: str
    text: str


class Topic(SampleModel):
    """One portal topic: what a search result is about."""

    identifier: str
    ccm2_id: str
    title: str
    reference: str | None = None
    budget_id: str | None = None
    amount: int | None = None
    grants: int = 0
    min_grant: int = 0
    max_grant: int = 0
    keywords: list[str] = []
    priorities: list[str] = []
    sections: list[Section] = []
    other_languages: dict[str, str] = {}


class PortalCall(Listed):
    """A call of the portal with its sibling topics; one envelope shared by them is each topic's `amount`.

    `submission` is the number in the submission link; without it there is no link.
    """

    call: str
    title: str
    ccm2_id: str
    programme: Literal["esf_plus", "erasmus_plus", "jtm", "socpl", "horizon", "life"]
    division: str
    action: str
    budget_id: str
    budget_year: int | None
    opens: date
    deadlines: list[date]
    model: Literal["single-stage", "two-stage", "multiple cut-off"]
    submission: int | None = None
    first_ingested: str
    ingested: str
    claim: Literal["open", "forthcoming"] | None = None
    heading_tag: Literal["p", "span"] = "p"
    call_document: str | None = None
    conditions: dict[str, str] = {}
    news: list[News] = []
    topics: list[Topic] = Field(min_length=1)


class MirrorRecord(Listed):
    """An old record of the index: no text, a status nobody updates, and `copies` rows of one reference."""

    identifier: str
    title: str
    ccm2_id: str
    call: str
    call_ccm2_id: str
    programme: Literal["esf_plus", "erasmus_plus", "jtm", "socpl"]
    division: str
    action: str
    opens: date
    deadlines: list[date]
    model: Literal["single-stage", "multiple cut-off"]
    ingested: str
    copies: int = 1


class EuraNotice(Listed):
    """One EURA 2021 notice; `state` is the source's own word (`tila`), whatever the dates say."""

    identifier: str
    uuid: str | None = None
    title: str
    fund: Literal["ESR+", "JTF", "EAKR"]
    authority: str
    area: str
    regions: list[str]
    opens: date
    closes: date
    state: Literal["haettavissa", "paattynyt", "tulossa"]
    continuous: bool | None = None
    total_support: int | None = None
    text: str


class AgencyCall(Listed):
    """One call of the Erasmus+ national agency; it closes at 13:00 Helsinki time."""

    slug: str
    action: str
    title: str
    opens: date
    closes: date
    state: Literal["Haettavissa", "Tulossa", "Päättynyt"]
    tags: list[str]
    text: str
