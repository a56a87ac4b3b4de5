"""Theory of change: job-seekers come in, workers move up and stay, and both chains meet in the vacancies.

The two chains follow the idea of the SYNCLUSIVE project that mobility of present workers opens jobs for
job-seekers.
"""

from dataclasses import replace
from itertools import zip_longest
from typing import Literal

from proposal_templates.blocks import Block, GapBlock, TableBlock, TextBlock, TextStyle, Words, joined
from proposal_templates.context import StepFacts, TheoryFacts
from proposal_templates.desk import Desk
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.member_words import pointed_at
from proposal_templates.parts.tables import cell, own_table, row

Chain = Literal["inflow", "mobility"]


def theory_of_change(desk: Desk) -> list[Block]:
    """Both chains step by step, the vacancies where they meet, and what must hold.

    A document shows the chains side by side; a web form, which takes text alone, one after the other.
    """
    theory = desk.context.coalition.cooperation.theory
    lead = [TextBlock(words=desk.say("cooperation.theory"))] if theory.inflow and theory.mobility else []
    told = _lines(desk, theory) if desk.form.delivery == "copy_paste" else [_side_by_side(desk, theory)]
    return [*lead, *told, *_assumptions(desk, theory)]


def _side_by_side(desk: Desk, theory: TheoryFacts) -> TableBlock:
    inflow, mobility = (_numbered(desk, chain, steps) for chain, steps in _chains(theory))
    steps = [row(*pair) for pair in zip_longest(inflow, mobility, fillvalue=())]
    words = tuple(replace(span, strong=True) for span in _meeting_point(desk, theory))
    columns = {"inflow": 1, "mobility": 1}
    return own_table(desk, "theory", columns, [*steps, (cell(words, 2),)], "theory", words="cooperation")


def _numbered(desk: Desk, chain: Chain, steps: tuple[StepFacts, ...]) -> list[Words]:
    told = _chain(desk, chain, steps)
    return [joined([desk.words(str(i)), words], ". ") for i, words in enumerate(told, 1)] if steps else told


def _lines(desk: Desk, theory: TheoryFacts) -> list[Block]:
    blocks: list[Block] = []
    for chain, steps in _chains(theory):
        heading = desk.words(desk.label(f"cooperation.column_{chain}"))
        blocks.append(TextBlock(words=heading, style=TextStyle.LABEL))
        for i, words in enumerate(_chain(desk, chain, steps), 1):
            lead = desk.sentences.text("cooperation.step", number=str(i)) if steps else ""
            blocks.append(TextBlock(words=words, style=TextStyle.BULLET, lead=lead))
    return [*blocks, TextBlock(words=_meeting_point(desk, theory))]


def _chains(theory: TheoryFacts) -> tuple[tuple[Chain, tuple[StepFacts, ...]], ...]:
    return ("inflow", theory.inflow), ("mobility", theory.mobility)


def _meeting_point(desk: Desk, theory: TheoryFacts) -> Words:
    vacancies = desk.cooperation("theory.vacancies", theory.vacancies, "cooperation.need_vacancies_met")
    return desk.say("cooperation.meeting_point", vacancies=vacancies)


def _chain(desk: Desk, chain: Chain, steps: tuple[StepFacts, ...]) -> list[Words]:
    """The steps of one chain in order, each with the member that does it."""
    if not steps:
        return [desk.gap(f"cooperation.need_{chain}", "all_members")]
    return [_step(desk, f"theory.{chain}[{i}]", step) for i, step in enumerate(steps)]


def _step(desk: Desk, field: str, step: StepFacts) -> Words:
    return desk.say(
        "cooperation.chain_step",
        step=desk.cooperation(f"{field}.text", step.text, "cooperation.need_step"),
        member=pointed_at(desk, f"{field}.member", step.member, "cooperation.need_step_member"),
    )


def _assumptions(desk: Desk, theory: TheoryFacts) -> list[Block]:
    label = desk.label("cooperation.assumptions")
    if not theory.assumptions:
        (gap,) = desk.gap("cooperation.need_assumptions", "all_members")
        return [GapBlock(label=label, gap=gap)]
    return [
        TextBlock(words=desk.words(label), style=TextStyle.LABEL),
        *(
            TextBlock(
                words=desk.cooperation(f"theory.assumptions[{i}]", text, "cooperation.need_assumptions"),
                style=TextStyle.BULLET,
            )
            for i, text in enumerate(theory.assumptions)
        ),
    ]


PARTS: Parts = {
    "theory_of_change": theory_of_change,
}
