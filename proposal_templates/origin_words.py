"""Origins in words: where a fact comes from, so that a reader finds the place.

A path is told from the outside in: `project.work_packages[1].tasks[0].title` is *work package 2, task 1,
title*. Each name in it is a macro of `fields.jinja`; with an index it is one of a list, without it all of it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from proposal_templates.forms import load_forms
from proposal_templates.forms.model import Trilingual
from proposal_templates.origins import Origin, OriginKind
from proposal_templates.sentences import Sentences

MOST_TOLD_APART = 3
"""The same field of more places than these is told once, with their number."""
_STEP = re.compile(r"([a-z_]+)(?:\[([0-9]+)\])?")
_ANSWER = "project.answers."
_INDEX = re.compile(r"\[[0-9]+\]")
_LAST = re.compile(r"\.([a-z_]+)$")
_UNTOLD = ("text", "cooperation")
"""Names that say nothing to a reader: the text of a goal is the goal."""


def told(origin: Origin, sentences: Sentences) -> str:
    """An origin in words: field, member, passage with its position, rule with its source, or computed."""
    kind = origin.kind
    if kind is OriginKind.QUOTE and origin.quote:
        quote = origin.quote
        field = sentences.text(f"fields.{quote.field}", n="")
        return sentences.text("origins.quote", field=field, start=str(quote.start), end=str(quote.end))
    if kind is OriginKind.FORM:
        return sentences.text("origins.form", source=origin.source or "", certainty=origin.certainty or "")
    if kind is OriginKind.COMPUTED:
        return sentences.text("origins.computed", fields="; ".join(_grounds(origin, sentences)))
    return _placed(origin, path_words(origin.path, sentences), sentences)


def told_record(record: Origin, origins: Sequence[Origin], sentences: Sentences) -> str:
    """A record in words, and in brackets the fields that were used of it."""
    if record.kind in (OriginKind.QUOTE, OriginKind.FORM):
        return told(record, sentences)
    here = path_words(record.path, sentences) if "." in record.path else ""
    inside = (origin.path.removeprefix(record.path) for origin in origins)
    last = (_LAST.search(_INDEX.sub("", path)) for path in inside)
    names = (
        sentences.text(f"fields.{found.group(1)}", n="")
        for found in last
        if found and found.group(1) not in _UNTOLD
    )
    used = ", ".join(dict.fromkeys(names))
    if record.kind is OriginKind.MEMBER:
        if record.member is None and "[" not in record.path:
            return sentences.text("origins.all_members", field=used)
        return _placed(record, used, sentences)
    whole = _placed(record, here, sentences) if here else ""
    if not whole:
        return _placed(record, used, sentences)
    return f"{whole} ({used})" if used else whole


def path_words(path: str, sentences: Sentences) -> str:
    """A path into the context in words, without its first name, which the origin's kind says.

    Raises SentenceError for a name that `fields.jinja` does not know.
    """
    if path.startswith(_ANSWER):
        key = path.removeprefix(_ANSWER)
        label = question_labels().get(key)
        return sentences.text("origins.answer", label=label[sentences.language] if label else key)
    steps = _STEP.findall(path)
    names = [
        sentences.text(f"fields.{name}", n=str(int(index) + 1) if index else "")
        for name, index in (steps[1:] or steps)
        if name not in _UNTOLD
    ]
    return ", ".join(dict.fromkeys(names))


@cache
def question_labels() -> Mapping[str, Trilingual]:
    """What each question of any form is called, by its key."""
    questions = (each for form in load_forms() for section in form.sections for each in section.questions)
    return {question.key: question.label for question in questions}


def _placed(origin: Origin, field: str, sentences: Sentences) -> str:
    """Words for a field under what it is a field of: a member, or the kind of origin."""
    if origin.kind is OriginKind.MEMBER:
        name = origin.member or _unnamed(origin, sentences)
        return sentences.text("origins.member", name=name, field=field)
    return sentences.text(f"origins.{origin.kind.value}", field=field)


def _grounds(origin: Origin, sentences: Sentences) -> list[str]:
    """What a computed fact rests on; the same field of several members or many places is told once."""
    grounds = list(dict.fromkeys(_leaves(origin)))
    count = Counter(_pattern(each) for each in grounds)
    return list(dict.fromkeys(_ground(each, count[_pattern(each)], sentences) for each in grounds))


def _leaves(origin: Origin) -> Iterator[Origin]:
    """What a computed fact rests on in the end, through others that are computed."""
    for each in origin.rests_on:
        if each.kind is OriginKind.COMPUTED:
            yield from _leaves(each)
        else:
            yield each


def _pattern(origin: Origin) -> tuple[OriginKind, str]:
    """The field that an origin is of, whichever place in its lists; of a member, of whichever member."""
    if origin.kind is OriginKind.MEMBER:
        return origin.kind, origin.path.partition(".")[2]
    return origin.kind, _INDEX.sub("", origin.path)


def _ground(origin: Origin, count: int, sentences: Sentences) -> str:
    if origin.kind is OriginKind.MEMBER and count > 1:
        field = path_words(origin.path, sentences)
        return sentences.text("origins.members", count=str(count), field=field)
    if origin.kind in (OriginKind.FORM, OriginKind.QUOTE) or count <= MOST_TOLD_APART:
        return told(origin, sentences)
    fields = _placed(origin, path_words(_pattern(origin)[1], sentences), sentences)
    return sentences.text("origins.several", fields=fields, count=str(count))


def _unnamed(origin: Origin, sentences: Sentences) -> str:
    """A member without a name, by its place in the profile."""
    (_, index), *_ = _STEP.findall(origin.path)
    return sentences.text("origins.unnamed", number=str(int(index or 0) + 1))
