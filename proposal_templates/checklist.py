"""The checklist of a draft: what it is judged by, the points at stake, and where each thing is answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from proposal_templates.blocks import Section
from proposal_templates.context import Language
from proposal_templates.criteria import Criterion, Grid, SubCriterion, find_grid
from proposal_templates.criteria.model import Kind, PaidShare
from proposal_templates.draft import Draft
from proposal_templates.filled import Filled, count_filled
from proposal_templates.formats import share
from proposal_templates.forms.model import Certainty
from proposal_templates.sentences import Sentences, sentences_in


@dataclass(frozen=True, kw_only=True)
class SubRow:
    """One thing looked at: sections that answer it (none when nothing does), slots filled and open."""

    name: str
    sections: tuple[str, ...]
    filled: int
    open: int


@dataclass(frozen=True, kw_only=True)
class CriterionRow:
    """One criterion in the draft's language; `most` and `least` None are not known, never nought.

    kind: `points` add up to a total, `scale` is scored alone, `pass_fail` is met or not.
    """

    name: str
    kind: Kind
    most: int | None
    least: int | None
    certainty: Certainty
    source: str
    sections: tuple[str, ...]
    items: tuple[SubRow, ...]


def checklist(draft: Draft) -> tuple[CriterionRow, ...]:
    """A row for each criterion of the call's grid; without one, for each of the form's, points not known."""
    grid = find_grid(draft.context.call, draft.form)
    if grid is None:
        return tuple(_of_form(draft, key) for key in draft.form.criteria)
    return tuple(_of_grid(draft, grid, criterion) for criterion in grid.criteria)


def _of_form(draft: Draft, key: str) -> CriterionRow:
    sections = _under(draft, (key,))
    return CriterionRow(
        name=draft.form.criteria[key][draft.language],
        kind="points",
        most=None,
        least=None,
        certainty=draft.form.certainty,
        source=draft.form.sources[draft.form.source],
        sections=_places(sections),
        items=_asked(sections),
    )


def _of_grid(draft: Draft, grid: Grid, criterion: Criterion) -> CriterionRow:
    under = _under(draft, criterion.form_criteria)
    items = tuple(_looked_at(draft, part) for part in criterion.parts) or _asked(under)
    answered = tuple(dict.fromkeys(place for item in items for place in item.sections))
    return CriterionRow(
        name=criterion.name[draft.language],
        kind=criterion.kind,
        most=criterion.most,
        least=criterion.least,
        certainty=criterion.certainty,
        source=grid.sources[criterion.source],
        sections=answered if criterion.covers and criterion.parts else _places(under),
        items=items,
    )


def _under(draft: Draft, keys: Sequence[str]) -> tuple[Section, ...]:
    """The sections with something in them that answer some of the form's criteria."""
    return tuple(section for section in draft.walk() if section.answers in keys and section.blocks)


def _looked_at(draft: Draft, part: SubCriterion) -> SubRow:
    """A sub-criterion with every section that holds what answers it."""
    answering = [(section, section.blocks_of(part.answered_by)) for section in draft.walk()]
    answering = [(section, blocks) for section, blocks in answering if blocks]
    filled = count_filled(block for _, blocks in answering for block in blocks)
    return _row(part.name[draft.language], _places(section for section, _ in answering), filled)


def _asked(sections: Sequence[Section]) -> tuple[SubRow, ...]:
    """What the form asks under a criterion whose sub-criteria are not known, once for a repeated section."""
    by_heading: dict[str, list[Section]] = {}
    for section in sections:
        by_heading.setdefault(section.heading, []).append(section)
    return tuple(
        _row(
            same[0].gloss or heading,
            _places(same),
            count_filled(b for section in same for b in section.blocks),
        )
        for heading, same in by_heading.items()
    )


def _row(name: str, sections: tuple[str, ...], filled: Filled) -> SubRow:
    return SubRow(name=name, sections=sections, filled=filled.filled, open=filled.open)


def _places(sections: Iterable[Section]) -> tuple[str, ...]:
    """Numbers of sections, or headings where they have none, each once."""
    return tuple(dict.fromkeys(section.number or section.heading for section in sections))


def checklist_notes(draft: Draft) -> tuple[str, ...]:
    """What must be known beside the criteria: minimum of the total, what is paid in the end, knock-outs."""
    sentences = sentences_in(draft.language)
    grid = find_grid(draft.context.call, draft.form)
    if grid is None:
        return (sentences.text("checklist.no_grid"),)
    paid = [_paid(step, draft.language, sentences) for step in grid.final_report]
    lead = [sentences.text("checklist.paid_lead", certainty=grid.final_report[0].certainty)] if paid else []
    notes = [note[draft.language] for note in grid.notes]
    return (*_overall(grid, draft.language, sentences), *notes, *lead, *paid)


def _overall(grid: Grid, language: Language, sentences: Sentences) -> tuple[str, ...]:
    if grid.overall is None:
        return ()
    most, least, certainty = str(grid.overall.most), grid.overall.least, grid.overall.certainty
    if least is not None:
        return (sentences.text("checklist.overall", most=most, least=str(least), certainty=certainty),)
    unknown = sentences.text("checklist.overall_unknown", most=most)
    return (unknown, grid.overall.note[language]) if grid.overall.note else (unknown,)


def _paid(step: PaidShare, language: Language, sentences: Sentences) -> str:
    points = f"{step.from_points}–{step.to_points}"
    return sentences.text("checklist.paid", points=points, share=share(step.share, language))
