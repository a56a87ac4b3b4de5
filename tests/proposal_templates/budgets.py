"""Budgets with valid defaults for tests, the desk they are drafted at, and blocks as plain lines."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from proposal_templates.blocks import Block, Span, TableBlock, TextBlock, words_of
from proposal_templates.context import (
    BudgetFacts,
    CallFacts,
    CostLineFacts,
    Language,
    MemberFacts,
    PartFacts,
    ProjectFacts,
    ShareFacts,
    WorkPackageFacts,
)
from proposal_templates.desk import Desk
from proposal_templates.forms.loader import FORMS_FOLDER, load_form
from proposal_templates.parts.money import PARTS
from proposal_templates.sentences import sentences_in
from tests.proposal_templates import builders

PART_B = load_form(FORMS_FOLDER / "erasmus_part_b.yaml")
AREA, COLLEGE, EMPLOYERS, PEERS, ABROAD = range(5)
PAID = (COLLEGE, AREA, PEERS, ABROAD)
"""Members of the builders whose role does not rule out grant, in the order of participants."""

_PARTS = (PartFacts(member=AREA), PartFacts(member=PEERS))
WORK = (
    WorkPackageFacts(kind="management", title="Steering", parts=_PARTS),
    WorkPackageFacts(kind="goal", title="Paths", parts=_PARTS),
    WorkPackageFacts(kind="impact", title="Reach", parts=_PARTS),
)


def cost(member: int, amount: int | str | None, category: str = "employees", **more: object) -> CostLineFacts:
    """One cost line."""
    value = None if amount is None else Decimal(amount)
    return replace(CostLineFacts(member=member, category=category, amount=value), **more)  # type: ignore[arg-type]


def salaries(*amounts: int | None) -> tuple[CostLineFacts, ...]:
    """Salaries of the paid members, in the order of participants."""
    return tuple(cost(member, amount, "salaries") for member, amount in zip(PAID, amounts, strict=True))


def shared(*amounts: int, reason: str | None = "does the work") -> tuple[ShareFacts, ...]:
    """Shares of the paid members, one work package after the other."""
    return tuple(
        ShareFacts(member=member, work=i % len(WORK), amount=Decimal(amount), reason=reason)
        for i, (member, amount) in enumerate(zip(PAID, amounts, strict=True))
    )


def desk(
    model: str | Sequence[str],
    budget: BudgetFacts,
    language: Language = "en",
    *,
    call: CallFacts | None = None,
    members: tuple[MemberFacts, ...] | None = None,
) -> Desk:
    """A desk with Part B on these cost models; three work packages are planned."""
    keys = (model,) if isinstance(model, str) else tuple(model)
    form = PART_B.model_copy(update={"cost_models": keys})
    context = builders.context(
        language,
        project=ProjectFacts(work_packages=WORK, budget=budget),
        call=call or builders.call(rate=None, grant_max=None),
        members=builders.members(language) if members is None else members,
    )
    return Desk(context, form, sentences_in(language))


def blocks(at: Desk, part: str) -> list[Block]:
    """The blocks of one part of the money."""
    return PARTS[part](at)  # type: ignore[index]


def lines(at: Desk, part: str) -> list[str]:
    """A part as plain text: one line a table row or paragraph, no-break spaces as spaces."""
    found: list[str] = []
    for block in blocks(at, part):
        if isinstance(block, TableBlock):
            found.append(_text(block.caption))
            found.append(" | ".join(each.heading for each in block.columns))
            found += [" | ".join(_text(cell.words) for cell in row) for row in block.rows]
        elif isinstance(block, TextBlock):
            found.append(_text(block.words))
    return [line.replace("\u00a0", " ") for line in found]


def told(at: Desk, part: str) -> str:
    """A part as one plain text."""
    return "\n".join(lines(at, part))


def spans(at: Desk, part: str) -> list[Span]:
    """All words of a part."""
    return [span for block in blocks(at, part) for span in words_of(block)]


def _text(words: Sequence[Span]) -> str:
    return "".join(span.text for span in words)
