"""What a draft says of itself: how full it is, who can fill the rest, and which criteria it answers."""

from collections import Counter
from collections.abc import Iterable

from pydantic import BaseModel

from proposal_templates import Draft
from proposal_templates.checklist import CriterionRow, checklist, checklist_notes
from proposal_templates.filled import Filled
from store.vocabulary import Language


class FilledPublic(BaseModel):
    """Places of a draft that are filled and open; share of the filled ones, from 0 to 1."""

    filled: int
    open: int
    share: float


class AskedPublic(BaseModel):
    """Who can fill gaps: how many, in which sections, and what is asked for, each once."""

    ask: str
    count: int
    sections: list[str]
    needs: list[str]


class SubCriterionPublic(BaseModel):
    """One thing a criterion looks at: the sections that answer it, and what of them is filled and open."""

    name: str
    sections: list[str]
    filled: int
    open: int


class CriterionPublic(BaseModel):
    """One award criterion; most and least points None are not known, and none of them where it is met or not.

    kind: `points` add up to a total, `scale` is scored alone, `pass_fail` is met or not.
    """

    name: str
    kind: str
    most: int | None
    least: int | None
    certainty: str
    source: str
    sections: list[str]
    items: list[SubCriterionPublic]
    filled: int
    open: int

    @property
    def answered(self) -> bool:
        """Whether anything in the form answers it."""
        return bool(self.filled or self.open)


class DraftSummary(BaseModel):
    """A draft's form, how much of it and of its partnership section is filled, and what is left to do.

    notes: what must be known beside the criteria, such as the least points of all together.
    label: what the draft must be checked against when the form here is no copy of the official one.
    """

    form: str
    title: str
    version: str
    label: str | None
    delivery: str
    language: Language
    whole: FilledPublic
    partnership: FilledPublic
    partnership_section: str
    gaps: int
    partnership_gaps: int
    asks: list[AskedPublic]
    checklist: list[CriterionPublic]
    notes: list[str]


def summary_of(draft: Draft) -> DraftSummary:
    """The summary, in the draft's language."""
    form, section = draft.form, draft.section(draft.form.partnership_section)
    return DraftSummary(
        form=form.short_title,
        title=form.title,
        version=form.version,
        label=form.label[draft.language] if form.label else None,
        delivery=form.delivery,
        language=Language(draft.language),
        whole=_filled(draft.filled()),
        partnership=_filled(draft.filled(section.key)),
        partnership_section=section.heading,
        gaps=len(draft.gaps()),
        partnership_gaps=len(draft.gaps(section.key)),
        asks=_asks(draft),
        checklist=[_criterion(row) for row in checklist(draft)],
        notes=list(checklist_notes(draft)),
    )


def _filled(found: Filled) -> FilledPublic:
    return FilledPublic(filled=found.filled, open=found.open, share=found.share)


def _asks(draft: Draft) -> list[AskedPublic]:
    """Those who can fill gaps, who can fill the most first."""
    gaps = draft.gaps()
    counted = Counter(gap.gap.ask for gap in gaps)
    return [
        AskedPublic(
            ask=ask,
            count=count,
            sections=_once(gap.section for gap in gaps if gap.gap.ask == ask),
            needs=_once(gap.gap.need for gap in gaps if gap.gap.ask == ask),
        )
        for ask, count in counted.most_common()
    ]


def _criterion(row: CriterionRow) -> CriterionPublic:
    items = [
        SubCriterionPublic(name=one.name, sections=list(one.sections), filled=one.filled, open=one.open)
        for one in row.items
    ]
    return CriterionPublic(
        name=row.name,
        kind=row.kind,
        most=row.most,
        least=row.least,
        certainty=row.certainty,
        source=row.source,
        sections=list(row.sections),
        items=items,
        filled=sum(one.filled for one in items),
        open=sum(one.open for one in items),
    )


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
