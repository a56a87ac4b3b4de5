"""What a reader must be told of a budget: limits it crosses, sums that differ, lines left out, rounding."""

from proposal_templates.blocks import Block, TextBlock, TextStyle, Words, joined
from proposal_templates.budget.model import CostModel
from proposal_templates.desk import Desk
from proposal_templates.formats import money, share
from proposal_templates.origins import Origin
from proposal_templates.parts.money.figures import Figure, fact, in_text, model_origin, project_origin, summed
from proposal_templates.parts.money.ledger import Ledger


def notes(said: list[Words]) -> list[Block]:
    """Sentences as notes."""
    return [TextBlock(words=words, style=TextStyle.NOTE) for words in said]


def budget_notes(desk: Desk, ledger: Ledger) -> list[Block]:
    """All that must be told of the budget as a whole; nothing is corrected silently."""
    return notes(
        [
            *_known_so_far(desk, ledger),
            *_no_indirect(desk, ledger),
            *_left_out(desk, ledger),
            *_differences(desk, ledger),
            *_limits(desk, ledger),
            *_rounding(desk, ledger),
        ]
    )


def _known_so_far(desk: Desk, ledger: Ledger) -> list[Words]:
    if not ledger.entries or ledger.complete:
        return []
    known = summed(entry.figure for entry in ledger.entries)
    return [desk.say("money.so_far", known=in_text(desk, known, "budget.sum"))]


def _no_indirect(desk: Desk, ledger: Ledger) -> list[Words]:
    """That totals are of the cost lines alone, where nobody knows the rate of indirect costs."""
    if ledger.model.kind != "cost_categories" or ledger.model.overhead or not ledger.entries:
        return []
    return [desk.say("money.no_indirect", rate=desk.gap("money.indirect_rate", "call_document"))]


def _left_out(desk: Desk, ledger: Ledger) -> list[Words]:
    """Cost lines that were not counted, by reason."""
    found: list[Words] = []
    for reason in ("no_member", "no_grant", "no_category", "negative"):
        lines = [index for index, why in ledger.left_out if why == reason]
        if lines:
            told = [_line(desk, index) for index in lines]
            found.append(desk.say(f"money.left_out_{reason}", lines=joined(told, "; ")))
    return found


def _line(desk: Desk, index: int) -> Words:
    """A cost line by number, with its amount where it is known."""
    line = desk.context.project.budget.costs[index]
    number_words = desk.words(desk.sentences.text("money.line", number=str(index + 1)))
    if line.amount is None:
        return number_words
    amount = fact(desk, money(line.amount, desk.language), project_origin(f"budget.costs[{index}].amount"))
    return (*number_words, *desk.words(": "), *amount)


def _differences(desk: Desk, ledger: Ledger) -> list[Words]:
    """The plan's total and grant beside the computed ones, when they differ."""
    budget, found = desk.context.project.budget, list[Words]()
    if not ledger.complete:
        return found
    total, grant = ledger.total(), ledger.grant()
    if budget.total is not None and budget.total != total.value:
        planned = fact(desk, money(budget.total, desk.language), project_origin("budget.total"))
        found.append(
            desk.say("money.total_differs", planned=planned, computed=in_text(desk, total, "budget.total"))
        )
    if grant is not None and budget.grant is not None and budget.grant != grant.value:
        planned = fact(desk, money(budget.grant, desk.language), project_origin("budget.grant"))
        found.append(
            desk.say("money.grant_differs", planned=planned, computed=in_text(desk, grant, "budget.grant"))
        )
    return found


def _limits(desk: Desk, ledger: Ledger) -> list[Words]:
    budget = desk.context.project.budget
    grant = (
        Figure(budget.grant, (project_origin("budget.grant"),))
        if budget.grant is not None
        else ledger.grant()
        if ledger.complete
        else None
    )
    said = _rate_limit(desk, ledger.model)
    if grant is not None:
        said += [*_call_limits(desk, grant), *_set_sums(desk, ledger.model, grant)]
        said += _planned_rate(desk, ledger, grant)
    return said


def _call_limits(desk: Desk, grant: Figure) -> list[Words]:
    """The grant beside the least and greatest that the call gives."""
    call, found = desk.context.call, list[Words]()
    told = in_text(desk, grant, "budget.grant")
    if call.grant_max is not None and grant.value > call.grant_max:
        limit = desk.call("grant_max", money(call.grant_max, desk.language))
        found.append(desk.say("money.above_call", grant=told, limit=limit))
    if call.grant_min is not None and grant.value < call.grant_min:
        limit = desk.call("grant_min", money(call.grant_min, desk.language))
        found.append(desk.say("money.below_call", grant=told, limit=limit))
    return found


def _set_sums(desk: Desk, model: CostModel, grant: Figure) -> list[Words]:
    if not model.lump_sums or grant.value in [each.value for each in model.lump_sums]:
        return []
    told = in_text(desk, grant, "budget.grant")
    return [desk.say("money.not_a_lump_sum", grant=told, sums=lump_sums(desk, model))]


def lump_sums(desk: Desk, model: CostModel) -> Words:
    """The sums that a model lets choose from, each with its source."""
    return joined(
        [
            fact(
                desk,
                money(each.value, desk.language),
                model_origin(model, f"lump_sums[{i}]", each.source, each.certainty),
            )
            for i, each in enumerate(model.lump_sums)
        ]
    )


def _rate_limit(desk: Desk, model: CostModel) -> list[Words]:
    """The call's rate above what the law allows at most."""
    rule, rate = model.grant_rate, desk.context.call.rate
    if rule is None or rule.value is None or not rule.most or rate is None or rate <= rule.value:
        return []
    most = model_origin(model, "grant_rate", rule.source, rule.certainty)
    return [
        desk.say(
            "money.rate_above",
            rate=desk.call("rate", share(rate, desk.language)),
            most=fact(desk, share(rule.value, desk.language), most),
        )
    ]


def _planned_rate(desk: Desk, ledger: Ledger, grant: Figure) -> list[Words]:
    """The grant asked for above what the rate gives of the costs."""
    computed = ledger.grant() if ledger.complete else None
    if computed is None or grant.value <= computed.value or ledger.rate is None or ledger.rate_origin is None:
        return []
    rate = fact(desk, share(ledger.rate, desk.language), ledger.rate_origin)
    return [desk.say("money.above_rate", grant=in_text(desk, grant, "budget.grant"), rate=rate)]


def _subcontracting(desk: Desk, ledger: Ledger) -> list[Words]:
    """Subcontracting above the share of the total from which it needs reasons."""
    rule, bought = ledger.model.subcontracting_mark, _subcontracted(desk, ledger)
    total = ledger.total() if ledger.complete else None
    if rule is None or bought is None or total is None or bought.value <= rule.value * total.value:
        return []
    mark = model_origin(ledger.model, "subcontracting_mark", rule.source, rule.certainty)
    return [
        desk.say(
            "money.much_subcontracting",
            cost=in_text(desk, bought, "budget.sum"),
            mark=fact(desk, share(rule.value, desk.language), mark),
            total=in_text(desk, total, "budget.total"),
        )
    ]


def subcontracting_notes(desk: Desk, ledger: Ledger) -> list[Block]:
    """That there is much subcontracting, and that its cost lines and its list tell different sums."""
    budget = desk.context.project.budget
    lines = [entry.figure for entry in ledger.entries if entry.line.category == "subcontracting"]
    listed = _listed(desk)
    said = _subcontracting(desk, ledger)
    whole = all(each.cost is not None for each in budget.subcontracts)
    if lines and listed and whole and summed(lines).value != summed(listed).value:
        said.append(
            desk.say(
                "money.subcontracts_differ",
                lines=in_text(desk, summed(lines), "budget.sum"),
                listed=in_text(desk, summed(listed), "budget.sum"),
            )
        )
    return notes(said)


def _listed(desk: Desk) -> list[Figure]:
    """Known costs of the list of subcontracts."""
    return [
        Figure(each.cost, (project_origin(f"budget.subcontracts[{i}].cost"),))
        for i, each in enumerate(desk.context.project.budget.subcontracts)
        if each.cost is not None
    ]


def _subcontracted(desk: Desk, ledger: Ledger) -> Figure | None:
    """Cost of subcontracting: its cost lines, or what the list of subcontracts says, whichever is more."""
    lines = [entry.figure for entry in ledger.entries if entry.line.category == "subcontracting"]
    found = [summed(figures) for figures in (lines, _listed(desk)) if figures]
    return max(found, key=lambda figure: figure.value) if found else None


def _rounding(desk: Desk, ledger: Ledger) -> list[Words]:
    """How the computed figures were rounded, with the source of it."""
    overhead, grant = ledger.model.overhead, ledger.model.grant_rate
    found: list[Words] = []
    if not ledger.entries:
        return found
    if overhead:
        origin = model_origin(
            ledger.model, "overhead.rounding", overhead.rounding_source, overhead.rounding_certainty
        )
        found.append(_rounded(desk, "overhead", overhead.rounding, origin))
    if grant and ledger.rate is not None:
        origin = model_origin(
            ledger.model, "grant_rate.rounding", grant.rounding_source, grant.rounding_certainty
        )
        found.append(_rounded(desk, "grant", grant.rounding, origin))
    return found


def _rounded(desk: Desk, what: str, rounding: str, origin: Origin) -> Words:
    rule = fact(desk, desk.label(f"money.rounding_{rounding}"), origin)
    return desk.say(f"money.rounded_{what}", rule=rule)
