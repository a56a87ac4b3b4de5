"""The closing notes of a draft: who can fill what, and where each fact comes from."""

import re
from collections import Counter
from dataclasses import dataclass

from proposal_templates.draft import Draft
from proposal_templates.origins import Origin, OriginKind
from proposal_templates.sentences import Sentences, sentences_in

EXCERPT = 90
"""Most characters of a fact's words that the table of origins repeats."""
_PATH = re.compile(r"^([a-z_]+)(?:\[([0-9]+)\])?(?:\.([a-z_]+))?(?:\[([0-9]+)\])?(?:\.([a-z_]+))?$")


@dataclass(frozen=True, kw_only=True)
class OpenFrom:
    """What one person or body can fill: how many places, in which sections."""

    ask: str
    count: int
    sections: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OriginRow:
    """One row of the table of origins, in the draft's language."""

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
    """Every origin by number, told in words."""
    sentences = sentences_in(draft.language)
    return tuple(
        OriginRow(
            number=used.number,
            words=_excerpt(used.words),
            language=used.language,
            origin=told(used.origin, sentences),
            sections=used.sections,
        )
        for used in draft.origins
    )


def _excerpt(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= EXCERPT else f"{flat[:EXCERPT].rstrip()}…"


def told(origin: Origin, sentences: Sentences) -> str:
    """An origin in words: field, member, passage with its position, rule with its source, or computed."""
    kind = origin.kind
    if kind is OriginKind.QUOTE and origin.quote:
        quote = origin.quote
        return sentences.text("origins.quote", field=quote.field, start=str(quote.start), end=str(quote.end))
    if kind is OriginKind.FORM:
        return sentences.text("origins.form", source=origin.source or "", certainty=origin.certainty or "")
    if kind is OriginKind.COMPUTED:
        return sentences.text("origins.computed", fields=_grounds(origin, sentences))
    field = _field(origin.path, sentences)
    if kind is OriginKind.MEMBER:
        return sentences.text(
            "origins.member", name=origin.member or _unnamed(origin, sentences), field=field
        )
    return sentences.text(f"origins.{kind.value}", field=field)


def _grounds(origin: Origin, sentences: Sentences) -> str:
    """What a computed fact rests on; the same field of several members is told once."""
    fields = Counter(_field(o.path, sentences) for o in origin.rests_on if o.kind is OriginKind.MEMBER)
    several = [field for field, count in fields.items() if count > 1]
    parts = [sentences.text("origins.members", count=str(fields[field]), field=field) for field in several]
    parts += [
        told(each, sentences) for each in origin.rests_on if _field(each.path, sentences) not in several
    ]
    return "; ".join(dict.fromkeys(parts))


def _field(path: str, sentences: Sentences) -> str:
    """A path into the context in words; the last index in it is the number a reader counts by."""
    match = _PATH.match(path)
    if not match:
        return path
    names = [name for name in match.group(1, 3, 5) if name]
    indexes = [index for index in match.group(2, 4) if index]
    number = str(int(indexes[-1]) + 1) if indexes else ""
    return sentences.text(f"fields.{'_'.join(names)}", n=number)


def _unnamed(origin: Origin, sentences: Sentences) -> str:
    match = _PATH.match(origin.path)
    index = int(match.group(2)) if match and match.group(2) else 0
    return sentences.text("origins.unnamed", number=str(index + 1))
