"""The conditions of one call on the command line, in the reader's language."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from api.services.checking.check_shapes import CallConditions, ConditionPublic
from api.show_check import HEADINGS, decided_otherwise, evidence_words
from store.labels import ORDER
from store.vocabulary import Language

REJECTED = ("Not conditions", "Eivät ole ehtoja", "Är inga villkor")
DOCUMENTS = ("Call documents", "Hakuasiakirjat", "Utlysningsdokument")


def conditions_report(found: CallConditions, language: Language) -> Group:
    """Rules, readings and decisions of the call, each with what it rests on; then what was rejected."""
    return Group(*_parts(found, language))


def _parts(found: CallConditions, language: Language) -> Iterator[RenderableType]:
    place = ORDER.index(language)
    rules = f"{found.rules.name} ({found.rules.action})" if found.rules else HEADINGS["no_rules"][place]
    yield Text(found.call.title, style="bold")
    yield Text(f"{found.call.identifier} · {HEADINGS['rules'][place]}: {rules}\n", style="dim")
    yield from _lines(found.conditions, language)
    if found.rejected:
        yield Text(f"\n{REJECTED[place]}", style="bold")
        yield from _lines(found.rejected, language)
    if found.documents:
        yield Text(f"\n{DOCUMENTS[place]}", style="bold")
        for document in found.documents:
            pages = HEADINGS["page"][place].format(f"1–{document.page_count}")
            yield Padding(Text(f"{document.name}, {pages}"), (0, 0, 0, 2))


def _lines(conditions: Sequence[ConditionPublic], language: Language) -> Iterator[RenderableType]:
    for one in conditions:
        value = f": {one.value}" if one.value else ""
        told = Text.assemble((one.label, "bold"), value, f"  [{one.type}]")
        told.append(f"\n  {evidence_words(one, language)}", style="dim")
        if otherwise := decided_otherwise(one.decision, language):
            told.append(f"\n  {otherwise}", style="yellow")
        yield Padding(told, (0, 0, 0, 2))
