"""Sources as a reader counts them: a member, a goal, a work package, the budget, a passage of the call.

Each fact of a draft has its exact origin, field by field. On paper that many numbers help nobody: there,
facts of the same record share one number, and the closing notes list the fields that were used of it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from proposal_templates.blocks import Cell, Span, SpanKind, Words
from proposal_templates.origins import Origin, OriginKind

MOST_APART = 3
"""A fact that rests on more members, or more items of a list, than these has one number for them all."""
_RECORD = re.compile(
    r"members\[\d+\]|coalition\.(?:goals|needs)\[\d+\]|coalition\.cooperation\.[a-z_]+|coalition\.target_groups"
    r"|project\.work_packages\[\d+\]|project\.answers\.[a-z0-9_]+|project\.[a-z_]+(?=\[)|project\.budget"
    r"|coalition|project|call"
)
_INDEX = re.compile(r"\[\d+\]")


@dataclass(frozen=True, kw_only=True)
class UsedRecord:
    """A record with its number, the exact origins used of it, its first words, and where it is used."""

    number: int
    record: Origin
    origins: tuple[Origin, ...]
    words: str
    language: str | None
    sections: tuple[str, ...]


def leaves(origin: Origin) -> Iterator[Origin]:
    """What a fact rests on in the end: itself, or for a computed one all that it was computed from."""
    if origin.kind is not OriginKind.COMPUTED:
        yield origin
    for each in origin.rests_on:
        yield from leaves(each)


def record_of(origin: Origin) -> Origin:
    """The record that an exact origin is a field of; a quotation and a rule of the form are their own."""
    if origin.kind is OriginKind.QUOTE:
        return origin
    if origin.kind is OriginKind.FORM:
        return replace(origin, path="form")
    found = _RECORD.match(origin.path)
    return replace(origin, path=found.group() if found else origin.path)


def records_of(origin: Origin) -> tuple[Origin, ...]:
    """The records that a fact rests on, each once; many of one list are told as the list."""
    found = tuple(dict.fromkeys(record_of(leaf) for leaf in leaves(origin)))
    count = Counter(_listed(record) for record in found)
    return tuple(
        dict.fromkeys(_listed(each) if count[_listed(each)] > MOST_APART else each for each in found)
    )


def used_records(facts: Iterator[tuple[str, Origin, Span]]) -> tuple[UsedRecord, ...]:
    """Every record of a draft's facts, numbered in the order in which the draft first uses it."""
    used: dict[Origin, list[tuple[str, Origin, Span]]] = {}
    for fact in facts:
        for record in records_of(fact[1]):
            used.setdefault(record, []).append(fact)
    return tuple(
        UsedRecord(
            number=number,
            record=record,
            origins=tuple(dict.fromkeys(leaf for _, origin, _ in of for leaf in _within(record, origin))),
            words=of[0][2].text,
            language=of[0][2].language,
            sections=tuple(dict.fromkeys(place for place, _, _ in of)),
        )
        for number, (record, of) in enumerate(used.items(), 1)
    )


def numbers_after(words: Words, numbers: Mapping[Origin, int], later: Words = ()) -> list[tuple[int, ...]]:
    """For each span, the numbers of its records that nothing after it, or in `later`, rests on as well.

    later: words that stand behind these in the same row of a table.
    """
    each = [_numbers(span, numbers) for span in words]
    following = {number for span in later for number in _numbers(span, numbers)}
    found: list[tuple[int, ...]] = []
    for of in reversed(each):
        found.append(tuple(number for number in of if number not in following))
        following |= set(of)
    return found[::-1]


def words_behind(cells: Sequence[Cell], index: int) -> Words:
    """All words of a row behind one of its cells."""
    return tuple(span for cell in cells[index + 1 :] for span in cell.words)


def _numbers(span: Span, numbers: Mapping[Origin, int]) -> tuple[int, ...]:
    if span.origin is None or span.kind is SpanKind.GAP:
        return ()
    return tuple(numbers[record] for record in records_of(span.origin))


def _listed(record: Origin) -> Origin:
    """The list that a record is an item of, as one record."""
    return replace(record, path=_INDEX.sub("", record.path), member=None)


def _within(record: Origin, origin: Origin) -> Iterator[Origin]:
    for leaf in leaves(origin):
        if record in (record_of(leaf), _listed(record_of(leaf))):
            yield leaf
