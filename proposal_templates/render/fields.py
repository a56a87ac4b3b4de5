"""A draft field by field: what is asked, the answer as plain text, its length and what it rests on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from babel.numbers import format_decimal

from proposal_templates.blocks import Section, Span, SpanKind, TextBlock, TextStyle, words_of
from proposal_templates.draft import Draft
from proposal_templates.records import records_of
from proposal_templates.render.plain import characters, plain
from proposal_templates.sentences import Sentences, sentences_in


@dataclass(frozen=True)
class Field:
    """One section as a field; `place` counts the sections of the draft from 1 and is unique in it."""

    draft: Draft
    section: Section
    place: int

    @cached_property
    def asks(self) -> bool:
        """Whether something is written here; other sections are headings over those below."""
        return self.section.field or bool(self.section.blocks)

    @cached_property
    def name(self) -> str:
        """Number, heading and, where the section repeats, whom or what it is about."""
        section = self.section
        counted = section.number and not section.heading.startswith(section.number)
        name = f"{section.number} {section.heading}" if counted else section.heading
        return f"{name}: {self.subject}" if self.subject else name

    @cached_property
    def subject(self) -> str:
        """The member or work package that a repeated section is about."""
        return "".join(span.text for span in self.section.subject)

    @cached_property
    def criterion(self) -> str | None:
        """Name of the award criterion that the section answers, in the draft's language."""
        answers = self.section.answers
        return self.draft.form.criteria[answers][self.draft.language] if answers else None

    @cached_property
    def answer(self) -> str:
        """The answer as plain text; empty while nothing is written."""
        return plain(self.section)

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What the writer should see beside the answer and the funder not."""
        notes = (b for b in self.section.blocks if isinstance(b, TextBlock) and b.style is TextStyle.NOTE)
        return tuple("".join(span.text for span in block.words) for block in notes)

    @cached_property
    def count(self) -> int:
        """Characters of the answer as a web form counts them."""
        return characters(self.answer)

    @property
    def over(self) -> int:
        """Characters above the field's limit; 0 within it, and where the form has none."""
        return max(0, self.count - self.section.limit) if self.section.limit else 0

    @cached_property
    def open(self) -> int:
        """Open places in the answer."""
        return sum(span.kind is SpanKind.GAP for span in self._words())

    @cached_property
    def origins(self) -> tuple[int, ...]:
        """Numbers of the records that the answer rests on."""
        facts = (s.origin for s in self._words() if s.origin and s.kind is not SpanKind.GAP)
        used = {record for origin in facts for record in records_of(origin)}
        return tuple(sorted(self.draft.record_numbers[record] for record in used))

    @cached_property
    def language(self) -> str:
        """Language of most of the answer's letters; the draft's when none is known."""
        letters = Counter[str]()
        for span in self._words():
            if span.language:
                letters[span.language] += len(span.text)
        return letters.most_common(1)[0][0] if letters else self.draft.language

    def _words(self) -> Iterator[Span]:
        for block in self.section.blocks:
            yield from words_of(block)


def fields(draft: Draft) -> tuple[Field, ...]:
    """All sections of a draft as fields, in the form's order; headings without an answer too."""
    return tuple(Field(draft, section, place) for place, section in enumerate(draft.walk(), 1))


def number(value: int, draft: Draft) -> str:
    """A whole number as the draft's language groups it."""
    return format_decimal(value, locale=draft.language)


def told_length(field: Field, sentences: Sentences | None = None) -> str:
    """How long an answer is against its limit; too long is said in words."""
    draft, limit = field.draft, field.section.limit
    sentences = sentences or sentences_in(draft.language)
    count = number(field.count, draft)
    if limit is None:
        return sentences.text("sheet.count", count=count)
    told = sentences.text("sheet.count_of", count=count, limit=number(limit, draft))
    if not field.over:
        return told
    return f"{told}. {sentences.text('sheet.over', number=number(field.over, draft))}"
