"""The report of a check on the command line, in the reader's language."""

import shlex
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.services.checking.check_shapes import (
    CheckPublic,
    ConditionPublic,
    DecisionPublic,
    EvidencePublic,
    FindingPublic,
    MemberCheckPublic,
    QuestionPublic,
)
from api.services.checking.written_conditions import EXAMPLES, choices_of
from api.services.drafting.forms import has_form
from matcher.eligibility.conditions import Certainty
from matcher.eligibility.facts import Origin
from matcher.eligibility.judgement import Answer
from matcher.eligibility.judging.case import FUNDED
from store.clock import BRUSSELS
from store.labels import ORDER
from store.vocabulary import DecisionState, Language, Verdict

VERDICT_STYLES = {Verdict.ELIGIBLE: "green", Verdict.NEEDS_REVIEW: "yellow", Verdict.INELIGIBLE: "red"}
ANSWER_STYLES = {Answer.YES: "green", Answer.UNKNOWN: "yellow", Answer.NO: "red"}
CERTAINTIES: dict[Certainty, tuple[str, str, str]] = {
    Certainty.A: ("read in an official text", "virallisesta tekstistä luettu", "läst i officiell text"),
    Certainty.B: ("from a secondary source", "toissijaisesta lähteestä", "från en andrahandskälla"),
    Certainty.C: ("recalled, check it", "muistinvarainen, tarkista", "ur minnet, kontrollera"),
}
HEADINGS: dict[str, tuple[str, str, str]] = {
    "one_answer": ("One answer settles this", "Yksi vastaus ratkaisee tämän", "Ett svar avgör saken"),
    "one_open": ("One question is open", "Yksi kysymys on avoin", "En fråga är öppen"),
    "open": ("{} questions are open", "{} kysymystä on avoinna", "{} frågor är öppna"),
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
    "words": ("the call's words", "haun sanat", "utlysningens ord"),
    "otherwise": (
        "The call's authority has decided otherwise since: {}",
        "Hakua hallinnoiva viranomainen on sen jälkeen päättänyt toisin: {}",
        "Den myndighet som ansvarar för utlysningen har sedan dess beslutat annorlunda: {}",
    ),
    "warnings": ("To consider", "Huomattavaa", "Att beakta"),
    "what_ifs": ("What if", "Entä jos", "Tänk om"),
    "values": ("values", "arvot", "värden"),
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


WRITTEN = {"date": "1992-03-01", "number": "24", "region": "FI1D7", "municipality": "564"}
"""An answer to start from, by the kind of answer that is written."""


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
        yield from self._questions()
        yield from self._line_up()
        yield from self._conditions("conditions", self.found.findings)
        yield from self._conditions("to_keep", self.found.to_keep)
        yield from self._list("warnings", self.found.warnings)
        others = [one for one in self.found.what_ifs if one != self.found.what_if]
        yield from self._list("what_ifs", [one.text for one in others])
        if commands := self._commands():
            yield self._heading("next")
            yield from map(_command, commands)
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
        if found.what_if:
            lines.append(Text(f"{self.word('what_ifs')}: {found.what_if.text}", style="bold"))
        if found.possible_with:
            lines.append(Text(found.possible_with, style="bold"))
        return Text("\n").join(lines)

    def _failed(self) -> list[FindingPublic]:
        """What would have to come: nothing where nobody can cure, and no step that is still ahead."""
        if self.found.verdict is Verdict.INELIGIBLE and not self.found.curable:
            return []
        found = (*self.found.findings, *self.found.to_keep)
        return [f for f in found if f.answer is Answer.NO and not f.is_ahead]

    def _questions(self) -> Iterator[RenderableType]:
        """What is asked; only of a verdict that hangs on a single answer, that this one settles it."""
        asked = self.found.questions
        heading = "one_answer" if self.found.one_answer_settles else "one_open" if len(asked) == 1 else "open"
        if asked:
            yield Text(f"\n{self.word(heading, len(asked))}", style="bold")
        for one in asked:
            yield from self._question(one)

    def _list(self, heading: str, lines: Sequence[str]) -> Iterator[RenderableType]:
        if lines:
            yield self._heading(heading)
            yield from (Padding(Text(f"- {line}"), (0, 0, 0, 2)) for line in lines)

    def _heading(self, key: str, more: str = "") -> Text:
        return Text.assemble("\n", (self.word(key), "bold"), f" ({more})" if more else "")

    def _question(self, asked: QuestionPublic) -> Iterator[RenderableType]:
        """The question, a command that answers it, to paste and to change, and the values it takes."""
        example, values = _answers(asked)
        place = f"{self.found.coalition.slug} {self.found.call.identifier}"
        member = f" --member {asked.member}" if asked.member else ""
        yield Padding(Text(f"- {asked.text}"), (0, 0, 0, 2))
        yield _command(f"koalitio answer {place} {asked.fact} {shlex.quote(example)}{member}")
        if values:
            yield Padding(Text(f"{self.word('values')}: {values}", style="dim"), (0, 0, 0, 4))

    def _line_up(self) -> Iterator[RenderableType]:
        yield self._heading("line_up", self.word("proposed" if self.found.proposed else "decided"))
        table = Table()
        for column in ("member", "role", "verdict", "reason"):
            table.add_column(self.word(column), overflow="fold")
        for member in self.found.members:
            role = member.role_label or self.word("no_part")
            plain = member.verdict is Verdict.ELIGIBLE and member.role in FUNDED and not self.full
            why = Text("" if plain else member.reason)
            table.add_row(Text(f"{member.name} ({member.slug})"), role, verdict_word(member), why)
        yield table

    def _conditions(self, heading: str, findings: Sequence[FindingPublic]) -> Iterator[RenderableType]:
        if findings:
            yield self._heading(heading)
            yield from (Padding(self._finding(one), (0, 0, 0, 2)) for one in findings)

    def _finding(self, found: FindingPublic) -> Text:
        value = f": {found.value}" if found.value else ""
        style = ANSWER_STYLES[Answer.UNKNOWN if found.is_ahead else found.answer]
        told = Text.assemble((found.answer_label, style), f" · {found.label}{value}")
        if self.full or found.answer is not Answer.YES:
            told.append(f"\n  {found.reason}")
            told.append(f"\n  {self._evidence(found)}", style="dim")
        if otherwise := decided_otherwise(found.decision, self.language):
            told.append(f"\n  {otherwise}", style="yellow")
        return told

    def _evidence(self, found: FindingPublic) -> str:
        return evidence_words(found, self.language, full=self.full)

    def _commands(self) -> list[str]:
        found = self.found
        place = f"{found.coalition.slug} {found.call.identifier}"
        commands = [f"koalitio line-up {place} --keep-proposal"] if found.proposed else []
        if any(finding.read for finding in (*found.findings, *found.to_keep)):
            commands.append(f"koalitio conditions {found.call.identifier} --coalition {found.coalition.slug}")
        if found.verdict is Verdict.ELIGIBLE and has_form(found.call):
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


def _answers(asked: QuestionPublic) -> tuple[str, str]:
    """An answer to start from, and the values that can be chosen, if there are such."""
    about, _, kind = asked.fact.partition(".")
    if asked.choices:
        return asked.choices[0].value, ", ".join(choice.value for choice in asked.choices)
    if about == "call":
        return EXAMPLES[kind], "; ".join(choices_of(kind))
    return WRITTEN.get(str(asked.kind), "…"), ""


def _command(text: str) -> Text:
    """A command that no line break parts, so that it can be pasted; print it without cropping."""
    return Text(f"    {text}", no_wrap=True, overflow="ignore")


def decided_otherwise(decision: DecisionPublic | None, language: Language) -> str | None:
    """That the call's authority has decided otherwise since the coalition's own decision."""
    if decision is None or decision.authority_value is None:
        return None
    return HEADINGS["otherwise"][ORDER.index(language)].format(decision.authority_value)


def evidence_words(shown: FindingPublic | ConditionPublic, language: Language, *, full: bool = False) -> str:
    """Where a condition comes from in one line: the source and how sure it is, or the words of the call.

    Of the decision it may come from, only one that confirms says the same as the words of the call.
    full: with the reference to look up as well.
    """
    place = ORDER.index(language)
    found, decision = shown.evidence, shown.decision
    marks = [HEADINGS["unconfirmed"][place]] if shown.read else []
    if decision and decision.source_changed:
        marks.append(HEADINGS["changed"][place])
    parts = [found.source_title, *_where(found, full)]
    if found.origin in (Origin.RULE, Origin.SOURCE):
        parts.append(CERTAINTIES[found.certainty][place])
    if found.document:
        parts.append(found.document)
    if found.page:
        parts.append(HEADINGS["page"][place].format(found.page))
    if found.by:
        parts.append(f"{found.by}, {found.at.astimezone(BRUSSELS):%Y-%m-%d}" if found.at else found.by)
    told = ", ".join([part for part in parts if part] + marks)
    note = decision.note if decision else found.note
    told = f"{told} ({note})" if note else told
    if not found.quote:
        return told
    agrees = decision is None or decision.state is DecisionState.CONFIRMED
    words = "" if agrees else f", {HEADINGS['words'][place]}"
    return f"{told}{words}: “{' '.join(found.quote.split())}”"
