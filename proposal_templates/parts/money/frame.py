"""What call and cost model say on money, as the frame of the cost argument."""

from proposal_templates.blocks import Block, TextBlock, TextStyle, Words
from proposal_templates.budget.model import CallRange, CostModel
from proposal_templates.desk import Desk
from proposal_templates.formats import money, share
from proposal_templates.parts.cover import grant_range
from proposal_templates.parts.money.figures import fact, model_origin
from proposal_templates.parts.money.ledger import model_of
from proposal_templates.parts.money.notes import lump_sums


def cost_frame(desk: Desk) -> list[Block]:
    """The call's grant and rate, then the rules of the cost model with their sources."""
    model = model_of(desk)
    blocks: list[Block] = []
    if (model is None or model.kind != "lump_sum") and not _asked_before(desk):
        blocks.append(TextBlock(words=_of_call(desk, model)))
    if model is None:
        return [*blocks, TextBlock(words=desk.gap("money.model", "call_document"))]
    return [*blocks, *(TextBlock(words=words, style=TextStyle.NOTE) for words in _rules(desk, model))]


def _asked_before(desk: Desk) -> bool:
    """Whether the call in brief, on the form's cover, already asks for all that this would ask for."""
    call = desk.context.call
    unknown = call.rate is None and call.grant_min is None and call.grant_max is None
    return unknown and desk.form.with_content("call_brief") is not None


def _of_call(desk: Desk, model: CostModel | None) -> Words:
    """Grant and rate that the call sets; a rate that only the cost model knows is told by its own rule."""
    rate = desk.context.call.rate
    if rate is None and model and model.grant_rate and model.grant_rate.value is not None:
        return desk.say("cover.grant_frame", grant=grant_range(desk))
    told = desk.call("rate", share(rate, desk.language) if rate is not None else None)
    return desk.say("cover.cost_frame", grant=grant_range(desk), rate=told)


def _rules(desk: Desk, model: CostModel) -> list[Words]:
    name = fact(desk, model.name[desk.language], model_origin(model, "name", model.source, model.certainty))
    said = [desk.say("money.frame_model", model=name)]
    if model.lump_sums:
        said.append(desk.say("money.frame_sums", sums=lump_sums(desk, model)))
    if model.overhead:
        rule = model.overhead
        origin = model_origin(model, "overhead", rule.source, rule.certainty)
        said.append(
            desk.say(
                "money.frame_overhead",
                name=desk.words(rule.name[desk.language]),
                rate=fact(desk, share(rule.value, desk.language), origin),
                base=_base(desk, model),
            )
        )
    if model.grant_rate and model.grant_rate.value is not None:
        rate = model.grant_rate
        origin = model_origin(model, "grant_rate", rate.source, rate.certainty)
        told = fact(desk, share(model.grant_rate.value, desk.language), origin)
        said.append(desk.say("money.frame_most" if rate.most else "money.frame_rate", rate=told))
    if model.management_most:
        most = model.management_most
        origin = model_origin(model, "management_most", most.source, most.certainty)
        said.append(
            desk.say("money.frame_management", most=fact(desk, share(most.value, desk.language), origin))
        )
    return [*said, *(_range(desk, model, i, each) for i, each in enumerate(model.call_ranges))]


def _base(desk: Desk, model: CostModel) -> Words:
    """What the overhead is computed on, with the source of that."""
    rule = model.overhead
    if rule is None:
        return ()
    origin = model_origin(model, "overhead.base", rule.base_source, rule.base_certainty)
    inside = [each.name[desk.language] for each in model.categories if each.key in rule.base]
    outside = [each.name[desk.language] for each in model.categories if each.key not in rule.base]
    if len(inside) == 1:
        return fact(desk, inside[0], origin)
    if outside:
        text = desk.sentences.text("money.base_without", names=", ".join(outside))
        return fact(desk, text, origin)
    return fact(desk, desk.label("money.base_all"), origin)


def _range(desk: Desk, model: CostModel, index: int, each: CallRange) -> Words:
    origin = model_origin(model, f"call_ranges[{index}]", each.source, each.certainty)
    return desk.say(
        "money.frame_range",
        call=fact(desk, each.call[desk.language], origin),
        least=fact(desk, money(each.least, desk.language), origin),
        greatest=fact(desk, money(each.greatest, desk.language), origin),
    )
