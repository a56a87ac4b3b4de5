"""Builds a draft: the form's sections in official order, filled with facts, gaps for the rest, and notes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from proposal_templates.about import about
from proposal_templates.blocks import Gap, Section, Span, SpanKind, TextBlock, words_of
from proposal_templates.context import DraftContext, Language
from proposal_templates.desk import Desk
from proposal_templates.errors import LanguageNotPermitted, QuoteNotInCall, UnknownAim
from proposal_templates.filled import Filled, count_filled
from proposal_templates.forms.model import Form, FormSection
from proposal_templates.origins import Origin
from proposal_templates.parts import PARTS
from proposal_templates.plan import work_packages
from proposal_templates.records import UsedRecord, used_records
from proposal_templates.sentences import sentences_in


@dataclass(frozen=True, kw_only=True)
class OpenGap:
    """A gap with the section it stands in."""

    section: str
    gap: Gap


@dataclass(frozen=True, kw_only=True)
class UsedOrigin:
    """An origin with its number, the first words it stands behind, and the sections it is used in."""

    number: int
    origin: Origin
    words: str
    language: str | None
    sections: tuple[str, ...]


@dataclass(frozen=True)
class Draft:
    """One draft as a tree, ready for a renderer."""

    context: DraftContext
    form: Form
    sections: tuple[Section, ...]
    about: tuple[TextBlock, ...] = ()
    """What a reader must know of the draft itself; not part of the form."""

    @property
    def language(self) -> Language:
        """The draft's language."""
        return self.context.language

    def walk(self) -> Iterator[Section]:
        """All sections in the form's order."""
        for section in self.sections:
            yield from section.walk()

    def section(self, name: str) -> Section:
        """A section by its number or key; KeyError when the form has none such."""
        for section in self.walk():
            if name in (section.number, section.key):
                return section
        raise KeyError(name)

    def gaps(self, name: str | None = None) -> tuple[OpenGap, ...]:
        """All gaps in reading order, or those of one section and all below it."""
        sections = self.section(name).walk() if name else self.walk()
        return tuple(
            OpenGap(section=section.number or section.heading, gap=span.gap)
            for section in sections
            for block in section.blocks
            for span in words_of(block)
            if span.gap
        )

    def filled(self, name: str | None = None) -> Filled:
        """How much is filled: of the whole draft, or of one section and all below it."""
        sections = self.section(name).walk() if name else self.walk()
        return count_filled(block for section in sections for block in section.blocks)

    @cached_property
    def numbers(self) -> Mapping[Origin, int]:
        """The number of each origin, in the order in which the draft first uses it."""
        found: dict[Origin, int] = {}
        for _, origin, _ in self._facts():
            found.setdefault(origin, len(found) + 1)
        return found

    @cached_property
    def origins(self) -> tuple[UsedOrigin, ...]:
        """Every origin with the words it stands behind and where it is used, by number."""
        first: dict[Origin, Span] = {}
        places: dict[Origin, dict[str, None]] = {}
        for place, origin, span in self._facts():
            first.setdefault(origin, span)
            places.setdefault(origin, {})[place] = None
        return tuple(
            UsedOrigin(
                number=number,
                origin=origin,
                words=first[origin].text,
                language=first[origin].language,
                sections=tuple(places[origin]),
            )
            for origin, number in self.numbers.items()
        )

    @cached_property
    def records(self) -> tuple[UsedRecord, ...]:
        """The records that the facts rest on, as a reader counts them, by number."""
        return used_records(self._facts())

    @cached_property
    def record_numbers(self) -> Mapping[Origin, int]:
        """The number of each record."""
        return {used.record: used.number for used in self.records}

    def _facts(self) -> Iterator[tuple[str, Origin, Span]]:
        """Every inserted fact in reading order: section, origin, span; the notes on the draft come last."""
        placed = [(s.number or s.heading, block) for s in self.walk() for block in s.blocks]
        for place, block in (*placed, *(("–", block) for block in self.about)):
            for span in words_of(block):
                if span.origin and span.kind is not SpanKind.GAP:
                    yield place, span.origin, span


def build_draft(context: DraftContext, form: Form) -> Draft:
    """A draft on a form from what is handed in.

    Raises QuoteNotInCall or UnknownAim when the context contradicts itself, LanguageNotPermitted when the
    form is not written in the draft's language.
    """
    if context.language not in form.languages:
        permitted = ", ".join(form.languages)
        raise LanguageNotPermitted(
            f"{form.short_title} is not written in '{context.language}'. Use {permitted}."
        )
    _check_quotes(context)
    _check_aims(context)
    desk = Desk(context, form, sentences_in(context.language))
    draft = Draft(context, form, _Tree(desk).sections())
    partnership = draft.filled(form.partnership_section)
    return replace(draft, about=about(desk, draft.filled(), partnership, len(draft.gaps())))


def _check_quotes(context: DraftContext) -> None:
    for quote in (*context.call.quotes, *(reason.quote for reason in context.reasons)):
        text = context.call.texts.get(quote.field)
        if text is None or text[quote.start : quote.end] != quote.text or not quote.text:
            raise QuoteNotInCall(
                f"'{quote.text[:60]}' is not at {quote.start}-{quote.end} of the call's field "
                f"'{quote.field}'. Hand in that field's full text, and the passage unchanged."
            )


def _check_aims(context: DraftContext) -> None:
    goals, needs = context.coalition.goals, context.coalition.needs
    aims = {goal.text for goal in goals} | {need.text for need in needs}
    for reason in context.reasons:
        if reason.aim not in aims:
            raise UnknownAim(
                f"'{reason.aim[:60]}' is none of the coalition's goals or needs; hand it in unchanged."
            )


class _Tree:
    """Nests the form's flat list of sections by their parents, repeats some, and places the tags."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._all = desk.form.sections

    def sections(self) -> tuple[Section, ...]:
        return self._below(None, self._desk, 1, None)

    def _below(
        self, parent: FormSection | None, desk: Desk, level: int, above: str | None
    ) -> tuple[Section, ...]:
        names = tuple(name for name in (parent.number, parent.key) if name) if parent else (None,)
        return tuple(
            self._section(section, at, level, above)
            for section in self._all
            if section.parent in names
            for at in _repeated(desk, section)
        )

    def _section(self, section: FormSection, desk: Desk, level: int, above: str | None) -> Section:
        """A section with all below it; its criterion is told once, where it differs from the one above."""
        written = [tuple(PARTS[part](desk)) for part in section.content]
        written += [(desk.question(question),) for question in section.questions]
        told = section.criterion if section.criterion != above else None
        return Section(
            key=section.key,
            number=section.number,
            heading=desk.heading(section.heading),
            gloss=section.gloss.get(desk.language) if section.gloss else None,
            level=level,
            guidance=section.guidance[desk.language],
            subject=desk.subject() if section.repeat else (),
            field=section.field,
            limit=section.limit.value if section.limit else None,
            content=(*section.content, *(question.key for question in section.questions)),
            extents=tuple(len(blocks) for blocks in written),
            answers=section.criterion,
            criterion=desk.form.criteria[told][desk.language] if told else None,
            opens=(section.tag,) if section.tag else (),
            blocks=tuple(block for blocks in written for block in blocks),
            children=self._below(section, desk, level + 1, section.criterion),
            closes=self._closed_after(section),
        )

    def _closed_after(self, section: FormSection) -> tuple[str, ...]:
        """Tags that end with this section, innermost first."""
        here = section.number or section.key
        ending = [s.tag for s in self._all if s.tag and (s.tag_until or s.number or s.key) == here]
        return tuple(reversed(ending))


def _repeated(desk: Desk, section: FormSection) -> tuple[Desk, ...]:
    """The desk as it is, or one for each member or work package that the section repeats for."""
    if section.repeat is None:
        return (desk,)
    if section.repeat in ("work_package", "any_work_package"):
        first = 1 if section.repeat == "any_work_package" else 2
        return tuple(replace(desk, work=work) for work in work_packages(desk) if work.number >= first)
    applies = section.repeat == "applicant"
    return tuple(replace(desk, about=member) for member in desk.members if (member.number == 1) is applies)
