"""A call on its way through the cleaning steps: born of a field map, finished by `validate`."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from store.models import CutOff, Doubt, Link
from store.vocabulary import BudgetScope, CallFlag, CallStatus, Programme


@dataclass
class CallDraft:
    """Facts of one call as its source gives them; texts may still be HTML, None is *not known*.

    Money is whole EUR, durations are months. The spider stamps the last five fields, the same for all
    calls of a source or a page.
    """

    external_id: str
    identifier: str
    title: str
    language: str
    url: str
    raw: dict[str, Any]
    description: str = ""
    conditions: str | None = None
    call_identifier: str | None = None
    call_title: str | None = None
    action: str | None = None
    opening_date: date | None = None
    cut_offs: list[CutOff] = field(default_factory=list)
    continuous: bool | None = None
    deadline_model: str | None = None
    source_status: CallStatus | None = None
    source_status_text: str | None = None
    total_amount_available: int | None = None
    budget_scope: BudgetScope | None = None
    min_award_amount: int | None = None
    max_award_amount: int | None = None
    estimated_award_count: int | None = None
    co_financing_rate: float | None = None
    min_duration: int | None = None
    max_duration: int | None = None
    countries: list[str] | None = None
    nuts_regions: list[str] | None = None
    area: dict[str, str] | None = None
    authority: dict[str, str] | None = None
    specific_objectives: list[str] | None = None
    links: list[Link] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    version: datetime | None = None
    source: str = ""
    programme: Programme | None = None
    time_zone: str = "Europe/Brussels"
    source_url: str = ""
    fetched_at: datetime | None = None

    def doubt(self, flag: CallFlag, note: str) -> None:
        """Notes a disagreement once; the note names both sides."""
        found = Doubt(flag=flag, note=note)
        if found not in self.doubts:
            self.doubts.append(found)

    @property
    def text(self) -> str:
        """Title, description and conditions as one text."""
        return "\n".join(part for part in (self.title, self.description, self.conditions) if part)
