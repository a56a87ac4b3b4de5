"""The closing notes of a draft: who can fill what, and where each fact comes from."""

from dataclasses import dataclass

from babel.numbers import format_decimal

from proposal_templates.checklist import CriterionRow, SubRow, checklist
from proposal_templates.draft import Draft
from proposal_templates.origin_words import told_record
from proposal_templates.sentences import Sentences, sentences_in

EXCERPT = 90
"""Most characters of a fact's words that the table of origins repeats."""


@dataclass(frozen=True, kw_only=True)
class OpenFrom:
    """What one person or body can fill: how many places, in which sections."""

    ask: str
    count: int
    sections: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OriginRow:
    """One row of the table of origins, in the draft's language: one record with what was used of it."""

    number: int
    words: str
    language: str | None
    origin: str
    sections: tuple[str, ...]


def open_by_person(draft: Draft) -> tuple[OpenFrom, ...]:
    """The gaps of a draft by who can fill them, the most asked first."""
    sections: dict[str, list[str]] = {}
    for gap in draft.gaps():
        sections.setdefault(gap.gap.ask, []).append(gap.section)
    found = [
        OpenFrom(ask=ask, count=len(places), sections=tuple(dict.fromkeys(places)))
        for ask, places in sections.items()
    ]
    return tuple(sorted(found, key=lambda each: -each.count))


def origin_rows(draft: Draft) -> tuple[OriginRow, ...]:
    """Every record that facts rest on, by number, told in words with the fields that were used of it."""
    sentences = sentences_in(draft.language)
    return tuple(
        OriginRow(
            number=used.number,
            words=_excerpt(used.words),
            language=used.language,
            origin=told_record(used.record, used.origins, sentences),
            sections=used.sections,
        )
        for used in draft.records
    )


@dataclass(frozen=True, kw_only=True)
class PartRow:
    """One part of an award criterion: where it is answered, and how far."""

    name: str
    where: str
    filled: int
    open: int


@dataclass(frozen=True, kw_only=True)
class CriterionTold:
    """One award criterion in words: points at stake, where that was read, and its parts."""

    name: str
    points: str
    source: str
    certainty: str
    sections: tuple[str, ...]
    parts: tuple[PartRow, ...]


def criteria_rows(draft: Draft) -> tuple[CriterionTold, ...]:
    """The checklist of award criteria, told in words; empty while no criteria of the call are known."""
    sentences = sentences_in(draft.language)
    return tuple(
        CriterionTold(
            name=row.name,
            points=_points(row, draft, sentences),
            source=row.source,
            certainty=row.certainty,
            sections=row.sections,
            parts=tuple(
                PartRow(
                    name=part.name,
                    where="; ".join(part.sections) or sentences.text("sheet.nowhere"),
                    filled=part.filled,
                    open=part.open,
                )
                for part in row.items or (_whole(row, sentences),)
            ),
        )
        for row in checklist(draft)
    )


def _whole(row: CriterionRow, sentences: Sentences) -> SubRow:
    """The one row of a criterion that has no parts."""
    return SubRow(name=sentences.text("sheet.whole"), sections=row.sections, filled=0, open=0)


def _points(row: CriterionRow, draft: Draft, sentences: Sentences) -> str:
    if row.kind == "pass_fail":
        return sentences.text("sheet.pass_fail")
    if row.most is None:
        return sentences.text("sheet.not_known")
    most = format_decimal(row.most, locale=draft.language)
    if row.least is None:
        return sentences.text("sheet.points", most=most)
    return sentences.text(
        "sheet.points_least", most=most, least=format_decimal(row.least, locale=draft.language)
    )


def form_label(draft: Draft) -> str | None:
    """What a draft on a form that is no copy of the official one must be checked against."""
    return draft.form.label[draft.language] if draft.form.label else None


def _excerpt(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= EXCERPT else f"{flat[:EXCERPT].rstrip()}…"
