"""The report of a check on the command line, in the reader's language."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.services.check_shapes import (
    CheckPublic,
    EvidencePublic,
    FindingPublic,
    MemberCheckPublic,
    QuestionPublic,
)
from api.services.written_conditions import keys_of
from matcher.eligibility.conditions import Certainty
from matcher.eligibility.facts import Origin
from matcher.eligibility.judgement import Answer
from store.clock import BRUSSELS
from store.labels import ORDER
from store.vocabulary import Language, Verdict

VERDICT_STYLES = {Verdict.ELIGIBLE: "green", Verdict.NEEDS_REVIEW: "yellow", Verdict.INELIGIBLE: "red"}
ANSWER_STYLES = {Answer.YES: "green", Answer.UNKNOWN: "yellow", Answer.NO: "red"}
CERTAINTIES: dict[Certainty, tuple[str, str, str]] = {
    Certainty.A: ("read in an official text", "virallisesta tekstistä luettu", "läst i officiell text"),
    Certainty.B: ("from a secondary source", "toissijaisesta lähteestä", "från en andrahandskälla"),
    Certainty.C: ("recalled, check it", "muistinvarainen, tarkista", "ur minnet, kontrollera"),
}
HEADINGS: dict[str, tuple[str, str, str]] = {
    "questions": ("What would settle it", "Mikä ratkaisisi asian", "Vad som skulle avgöra saken"),
    "missing": ("What is missing", "Mitä puuttuu", "Vad som saknas"),
    "line_up": ("Line-up", "Kokoonpano", "Sammansättning"),
    "proposed": (
        "proposed by Koalitio; nobody has decided it yet",
        "Koalitio-palvelun ehdotus; kukaan ei ole vielä päättänyt siitä",
        "förslag från tjänsten Koalitio; ingen har ännu beslutat om den",
    ),
    "decided": ("decided by the coalition", "koalition päättämä", "beslutad av koalitionen"),
    "member": ("Member", "Jäsen", "Medlem"),
    "role": ("Role", "Rooli", "Roll"),
    "verdict": ("Verdict", "Arvio", "Bedömning"),
    "reason": ("Reason", "Perustelu", "Motivering"),
    "no_part": ("takes no part", "ei osallistu", "deltar inte"),
    "conditions": ("Conditions of the partnership", "Kumppanuuden ehdot", "Villkor för partnerskapet"),
    "to_keep": (
        "What the proposal has to keep to",
        "Mitä hakemuksessa on noudatettava",
        "Vad ansökan ska följa",
    ),
    "page": ("page {}", "sivu {}", "sida {}"),
    "unconfirmed": ("not confirmed", "ei vahvistettu", "inte bekräftat"),
    "changed": (
        "the call's words have changed since",
        "haun sanat ovat muuttuneet sen jälkeen",
        "utlysningens ord har ändrats sedan dess",
    ),
    "warnings": ("To consider", "Huomattavaa", "Att beakta"),
    "what_ifs": ("What if", "Entä jos", "Tänk om"),
    "next": ("Next", "Seuraavaksi", "Nästa steg"),
    "rules": ("Rules", "Säännöt", "Regler"),
    "no_rules": (
        "no rules are known for this kind of call",
        "tällaisen haun sääntöjä ei tunneta",
        "inga regler är kända för en sådan utlysning",
    ),
    "no_promise": (
        "The verdict promises no acceptance of the application: read what the proposal has to keep to.",
        "Arvio ei lupaa, että hakemus hyväksytään: lue, mitä hakemuksessa on noudatettava.",
        "Bedömningen lovar inte att ansökan godkänns: läs vad ansökan ska följa.",
    ),
}


STEP = "identifiers"
"""The condition type that no verdict hangs on: registering is a step before the application is sent."""


def check_report(found: CheckPublic, language: Language, *, full: bool = False) -> Group:
    """What the verdict says and rests on, most deciding first, and the commands that lead on.

    full: of the conditions that are met, too, why and what they rest on.
    """
    return Group(*_Report(found, language, full).parts())


def check_lines(found: CheckPublic) -> Text:
    """The verdict in a few lines: the word, the reason, what it would be possible with, the question."""
    lines = [Text.assemble(verdict_word(found), f" · {found.call.title} ({found.call.identifier})")]
    lines.append(Text(f"  {found.reason}"))
    if found.possible_with:
        lines.append(Text(f"  {found.possible_with}", style="bold"))
    lines += [Text(f"  {one.text}") for one in found.what_ifs[:1]]
    lines += [Text(f"  ? {one.text}", style="yellow") for one in found.questions[:1]]
    return Text("\n").join(lines)


def verdict_word(found: CheckPublic | MemberCheckPublic) -> Text:
    """The verdict's word in its colour."""
    return Text(found.verdict_label, style=f"bold {VERDICT_STYLES[found.verdict]}")


class _Report:
    """Builds the report part by part."""

    def __init__(self, found: CheckPublic, language: Language, full: bool) -> None:
        self.found, self.language, self.full = found, language, full

    def word(self, key: str, *values: object) -> str:
        """A heading or little word in the reader's language."""
        return HEADINGS[key][ORDER.index(self.language)].format(*values)

    def parts(self) -> Iterator[RenderableType]:
        """The parts in order; those with nothing to say are left out."""
        yield self._head()
        yield from self._list("missing", [f.cure or f.reason for f in self._failed()])
        yield from self._list("questions", [self._question(one) for one in self.found.questions])
        yield from self._line_up()
        yield from self._conditions("conditions", self.found.findings)
        yield from self._conditions("to_keep", self.found.to_keep)
        yield from self._list("warnings", self.found.warnings)
        yield from self._list("what_ifs", [one.text for one in self.found.what_ifs])
        yield from self._list("next", self._commands())
        yield Text(f"\n{self.word('no_promise')}", style="dim")

    def _head(self) -> Text:
        found = self.found
        rules = f"{found.rules.name} ({found.rules.action})" if found.rules else self.word("no_rules")
        lines = [
            Text(found.call.title, style="bold"),
            Text(f"{found.call.identifier} · {found.coalition.name}", style="dim"),
            Text(f"{self.word('rules')}: {rules}", style="dim"),
            Text.assemble(verdict_word(found), f": {found.reason}"),
        ]
        if found.possible_with:
            lines.append(Text(found.possible_with, style="bold"))
        return Text("\n").join(lines)

    def _failed(self) -> list[FindingPublic]:
        """What stands in the way; a registration that is missing is a step ahead, told where it belongs."""
        found = (*self.found.findings, *self.found.to_keep)
        return [f for f in found if f.answer is Answer.NO and f.type != STEP]

    def _list(self, heading: str, lines: Sequence[str]) -> Iterator[RenderableType]:
        if lines:
            yield self._heading(heading)
            yield from (Padding(Text(f"- {line}"), (0, 0, 0, 2)) for line in lines)

    def _heading(self, key: str, more: str = "") -> Text:
        return Text.assemble("\n", (self.word(key), "bold"), f" ({more})" if more else "")

    def _question(self, asked: QuestionPublic) -> str:
        place = f"{self.found.coalition.slug} {self.found.call.identifier}"
        member = f" --member {asked.member}" if asked.member else ""
        choices = "|".join(choice.value for choice in asked.choices or ()) or _open_answer(asked.fact)
        return f"{asked.text}\n  koalitio answer {place} {asked.fact} {choices}{member}"

    def _line_up(self) -> Iterator[RenderableType]:
        yield self._heading("line_up", self.word("proposed" if self.found.proposed else "decided"))
        table = Table()
        for column in ("member", "role", "verdict", "reason"):
            table.add_column(self.word(column), overflow="fold")
        for member in self.found.members:
            role = member.role_label or self.word("no_part")
            plain = member.verdict is Verdict.ELIGIBLE and member.question is None and not self.full
            why = Text("" if plain else member.reason)
            table.add_row(Text(f"{member.name} ({member.slug})"), role, verdict_word(member), why)
        yield table

    def _conditions(self, heading: str, findings: Sequence[FindingPublic]) -> Iterator[RenderableType]:
        if findings:
            yield self._heading(heading)
            yield from (Padding(self._finding(one), (0, 0, 0, 2)) for one in findings)

    def _finding(self, found: FindingPublic) -> Text:
        value = f": {found.value}" if found.value else ""
        told = Text.assemble((found.answer_label, ANSWER_STYLES[found.answer]), f" · {found.label}{value}")
        if self.full or found.answer is not Answer.YES:
            told.append(f"\n  {found.reason}")
            told.append(f"\n  {self._evidence(found)}", style="dim")
        return told

    def _evidence(self, found: FindingPublic) -> str:
        return evidence_words(found.evidence, self.language, self._marks(found), full=self.full)

    def _marks(self, found: FindingPublic) -> list[str]:
        marks = [self.word("unconfirmed")] if found.read else []
        return [*marks, self.word("changed")] if found.decision and found.decision.source_changed else marks

    def _commands(self) -> list[str]:
        found = self.found
        place = f"{found.coalition.slug} {found.call.identifier}"
        commands = [f"koalitio line-up {place} --keep-proposal"] if found.proposed else []
        if any(finding.read for finding in (*found.findings, *found.to_keep)):
            commands.append(f"koalitio conditions {found.call.identifier} --coalition {found.coalition.slug}")
        if found.verdict is Verdict.ELIGIBLE:
            commands.append(
                f"koalitio draft --coalition {found.coalition.slug} --call {found.call.identifier}"
            )
        return commands


def _where(found: EvidencePublic, full: bool) -> list[str]:
    """The place within the source, and if `full` the reference; what both tell is told once."""
    place, reference = found.place, found.reference if full else None
    if place and reference and place.casefold() in reference.casefold():
        return [reference]
    return [part for part in (reference, place) if part]


def _open_answer(fact: str) -> str:
    """What stands for an answer that is written: of a condition, the values it can have."""
    about, _, kind = fact.partition(".")
    return " ".join(f"{key}=…" for key in keys_of(kind)) if about == "call" else "…"


def evidence_words(
    found: EvidencePublic, language: Language, marks: Sequence[str] = (), *, full: bool = False
) -> str:
    """Where a condition comes from in one line: the source and how sure it is, or the words of the call.

    full: with the reference to look up as well.
    """
    place = ORDER.index(language)
    parts = [found.source_title, *_where(found, full)]
    if found.origin in (Origin.RULE, Origin.SOURCE):
        parts.append(CERTAINTIES[found.certainty][place])
    if found.document:
        parts.append(found.document)
    if found.page:
        parts.append(HEADINGS["page"][place].format(found.page))
    if found.by:
        parts.append(f"{found.by}, {found.at.astimezone(BRUSSELS):%Y-%m-%d}" if found.at else found.by)
    told = ", ".join([part for part in parts if part] + list(marks))
    return f"{told}: “{' '.join(found.quote.split())}”" if found.quote else told
