"""Sentences from Jinja2 templates, one folder a language, that keep track of what was put into them.

A template file holds macros; `partnership.overview` is the macro `overview` of `partnership.jinja`. Facts
go in as marks and come out as spans of their own, so no fact can enter a sentence without its origin. A field
that a macro prints and was not handed is an error (StrictUndefined); templates run in Jinja's sandbox.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from proposal_templates.blocks import SENTENCE_ENDS, Span, SpanKind, Words
from proposal_templates.context import Language
from proposal_templates.errors import SentenceError

TEMPLATES_FOLDER = Path(__file__).parent / "templates"
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_BREAKS = re.compile(r"[ \t\n]+")


class Slot:
    """A fact on its way through a template: prints as a mark, and tells whether it is known."""

    def __init__(self, index: int, words: Words) -> None:
        self._mark = f"{_OPEN}{index}{_CLOSE}"
        self.known = all(span.kind is not SpanKind.GAP for span in words)

    def __str__(self) -> str:
        return self._mark


def _printable(value: Any) -> Any:
    if isinstance(value, int):
        raise SentenceError("A template may count with a bare number but not print it; hand it in as a fact.")
    return value


class Sentences:
    """The sentences of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(TEMPLATES_FOLDER / language),
            undefined=StrictUndefined,
            finalize=_printable,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
        )

    def say(self, name: str, /, **values: Words | int) -> Words:
        """A sentence with facts in it; bare numbers are only for choosing between singular and plural."""
        slots: list[Words] = []
        filled: dict[str, Slot | int] = {}
        for key, value in values.items():
            if isinstance(value, int):
                filled[key] = value
            else:
                filled[key] = Slot(len(slots), value)
                slots.append(value)
        return self._spans(self._render(name, filled), slots)

    def text(self, name: str, /, **values: str | int) -> str:
        """A label or a part of a gap: words only, no facts."""
        return self._render(name, values)

    def _render(self, name: str, values: dict[str, Any]) -> str:
        file, _, macro = name.partition(".")
        try:
            module = self._environment.get_template(f"{file}.jinja").module
            rendered = str(getattr(module, macro)(**values))
        except (TemplateError, TemplateNotFound, AttributeError, TypeError) as error:
            raise SentenceError(f"templates/{self.language}/{file}.jinja, macro {macro}: {error}") from error
        return _BREAKS.sub(" ", rendered).strip()

    def _spans(self, rendered: str, slots: list[Words]) -> Words:
        spans: list[Span] = []
        for i, piece in enumerate(_MARK.split(rendered)):
            if i % 2:
                spans += slots[int(piece)]
            elif piece := _after(spans, piece):
                spans.append(Span(text=piece, kind=SpanKind.WORDING, language=self.language))
        return tuple(spans)


def _after(spans: list[Span], piece: str) -> str:
    """A template's words after what was filled in; a fact that ends its own sentence needs no second stop."""
    ended = bool(spans) and spans[-1].kind is not SpanKind.GAP and spans[-1].text.endswith(SENTENCE_ENDS)
    return piece.removeprefix(".") if ended else piece


@cache
def sentences_in(language: Language) -> Sentences:
    """The sentences of a language, loaded once."""
    return Sentences(language)
