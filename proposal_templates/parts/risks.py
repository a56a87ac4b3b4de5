"""Risks: what can go wrong, how likely and how grave it stays after the measure, and who watches it."""

from proposal_templates.blocks import Block, Words
from proposal_templates.context import RiskFacts
from proposal_templates.context.words import Level
from proposal_templates.desk import Desk
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.tables import Row, cell, fixed_table, row
from proposal_templates.parts.work_words import named
from proposal_templates.plan import code_of, decided, work_packages

COLUMNS = {"risk": 1, "description": 6, "wp": 1, "measures": 6}


def risks(desk: Desk) -> list[Block]:
    """One row a risk, numbered; while there is none, one row asks the members for them."""
    rows = [_risk(desk, i, each) for i, each in enumerate(desk.context.project.risks)]
    if not rows:
        rows = [(cell(desk.words("1")), cell(desk.gap("risk", "all_members")))]
    return [fixed_table(desk, "risks", rows, own=COLUMNS, words="work")]


def _risk(desk: Desk, index: int, facts: RiskFacts) -> Row:
    path = f"risks[{index}]"
    description = desk.say(
        "work.risk",
        text=desk.project(f"{path}.text", facts.text, "work.need_risk", "all_members"),
        impact=_level(desk, f"{path}.impact", facts.impact, "work.need_impact"),
        likelihood=_level(desk, f"{path}.likelihood", facts.likelihood, "work.need_likelihood"),
    )
    measures = desk.say(
        "work.risk_measure",
        measure=desk.project(f"{path}.measure", facts.measure, "work.need_measure", "all_members"),
        owner=named(desk, f"{path}.owner", facts.owner, "work.need_owner"),
    )
    return row(desk.words(str(index + 1)), description, _work(desk, path, facts), measures)


def _level(desk: Desk, path: str, level: Level | None, need: str) -> Words:
    text = desk.sentences.text(f"work.level_{level}") if level else None
    return desk.project(path, text, need, "all_members", named=True)


def _work(desk: Desk, path: str, facts: RiskFacts) -> Words:
    """The work package that a risk belongs to, by its code."""
    found = [work for work in work_packages(desk) if facts.work is not None and work.facts == facts.work]
    if not found:
        return desk.gap("work.need_risk_work", "all_members")
    return desk.computed(code_of(desk, found[0]), "plan.code", (decided(f"{path}.work"),))


PARTS: Parts = {"risks": risks}
