"""Nothing invented, nothing lost: nonces, values taken away, origins of every fact, quotations."""

import itertools
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from proposal_templates.blocks import SpanKind
from proposal_templates.context import DraftContext, Language, ProjectFacts
from proposal_templates.draft import Draft, build_draft
from proposal_templates.forms import load_forms
from proposal_templates.origins import Origin, OriginKind
from proposal_templates.plan import first_words
from proposal_templates.render.docx import render_docx
from proposal_templates.render.markdown import render_markdown
from tests.proposal_templates import builders
from tests.proposal_templates.reading import at, docx_text, spans

NOT_SHOWN = {"language", "role"}
"""Fields that steer the draft and are not words in it."""
REWORDED = {"country", "actor_type", "role"}
"""Fields shown by name in the draft's language, not as they are stored."""


def _noncify(value: Any, counter: "itertools.count[int]") -> Any:
    if isinstance(value, str):
        return f"Nonce{next(counter):04d}x"
    if isinstance(value, tuple):
        return tuple(_noncify(each, counter) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            f.name: _noncify(getattr(value, f.name), counter)
            for f in fields(value)
            if f.name not in NOT_SHOWN
        }
        return replace(value, **changes)
    return value


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in _strings(each)]
    if is_dataclass(value):
        shown = [f.name for f in fields(value) if f.name not in NOT_SHOWN]
        if getattr(value, "actor_type_label", None):
            shown.remove("actor_type")
        return [text for name in shown for text in _strings(getattr(value, name))]
    return []


def _profile(context: DraftContext) -> list[str]:
    return _strings((context.coalition, context.members, context.project))


def _full(language: Language) -> DraftContext:
    project = ProjectFacts(name="Open Doors", acronym="DOORS", contact="Contact Person", duration_months=24)
    first, *others = builders.members(language)
    named = replace(first, actor_type_label="Label of an employment area")
    return builders.context(language, project=project, members=(named, *others))


def _nonces(context: DraftContext) -> DraftContext:
    counter = itertools.count()
    goals = {goal.text: i for i, goal in enumerate(context.coalition.goals)}
    coalition = _noncify(context.coalition, counter)
    reasons = tuple(replace(r, aim=coalition.goals[goals[r.aim]].text) for r in context.reasons)
    return replace(
        context,
        coalition=coalition,
        members=_noncify(context.members, counter),
        project=_noncify(context.project, counter),
        reasons=reasons,
    )


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_with_every_profile_value_replaced_no_original_is_left_and_every_nonce_is_found(
    language: Language,
) -> None:
    original = _full(language)
    replaced = _nonces(original)
    draft = build_draft(replaced, load_forms()[0])
    for text in (docx_text(render_docx(draft)), render_markdown(draft)):
        left = [value for value in _profile(original) if len(value) > 2 and value in text]
        assert left == []
        assert "Finland" not in text
        assert "Suomi," not in text
        lost = [value for value in _profile(replaced) if value not in text]
        assert lost == []


def test_template_wording_never_holds_a_profile_value() -> None:
    draft = build_draft(_nonces(_full("en")), load_forms()[0])
    assert not [s.text for s in spans(draft) if s.kind is SpanKind.WORDING and "Nonce" in s.text]


TAKEN = {
    "coalition.name": "name of the coalition",
    "coalition.summary": "what the coalition is and why it formed",
    "coalition.country": "country of the coalition",
    "coalition.regions": "regions of the coalition",
    "coalition.goals": "goals of the project",
    "coalition.needs": "needs of the region",
    "coalition.goals[0].indicator": "indicator, unit, baseline and target",
    "coalition.needs[0].region": "region",
    "coalition.needs[0].evidence": "figure or study that shows the need",
    "members": "members of the consortium",
    "members[1].name": "name of the member",
    "members[1].actor_type": "kind of actor",
    "members[1].country": "country",
    "members[1].region": "region",
    "members[1].role": "role in the project",
    "members[1].expertise": "expertise that the project needs from this member",
    "members[1].contribution": "what this member brings that no other does",
    "members[1].capacities": "staff, premises, networks or tools for its role",
    "project.name": "name of the project",
    "project.acronym": "project acronym",
    "project.contact": "contact person, e-mail and telephone",
    "project.duration_months": "length of the project in months; up to 24 the timetable counts months, above "
    "that quarters",
    "reasons": "which aim of the call this goal serves",
    "call.identifier": "identifier of the call",
    "call.title": "title of the call",
    "call.action": "type of action",
    "call.opening": "opening day",
    "call.cut_offs": "deadline",
    "call.budget": "budget of the call",
    "call.grant_max": "least and greatest grant per project",
    "call.rate": "co-financing rate",
    "call.countries": "countries whose organisations may apply",
    "call.url": "address of the call",
    "call.source": "where the call was published",
    "call.fetched_at": "day on which the call was read",
}


def _without(root: Any, path: str) -> Any:
    head, _, rest = path.partition(".")
    name, _, index = head.partition("[")
    value = getattr(root, name)
    changed: Any
    if index:
        i = int(index.rstrip("]"))
        changed = (*value[:i], _without(value[i], rest), *value[i + 1 :])
    else:
        changed = _without(value, rest) if rest else () if isinstance(value, tuple) else None
    return replace(root, **{name: changed})


def _needs(draft: Draft) -> list[str]:
    return [gap.gap.need for gap in draft.gaps()]


@pytest.mark.parametrize("path", TAKEN)
def test_a_value_taken_away_turns_into_a_gap(path: str) -> None:
    form = load_forms()[0]
    whole = _full("en")
    whole = replace(whole, call=replace(whole.call, countries=("FI", "SE")))
    less = _without(whole, path)
    if path == "coalition.goals":
        less = replace(less, reasons=())
    before, after = _needs(build_draft(whole, form)), _needs(build_draft(less, form))
    assert after.count(TAKEN[path]) > before.count(TAKEN[path])


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_every_fact_carries_an_origin_that_leads_to_it(language: Language) -> None:
    draft = build_draft(_full(language), load_forms()[0])
    facts = [span for span in spans(draft) if span.kind in (SpanKind.FACT, SpanKind.QUOTE)]
    assert len(facts) > 100
    for span in facts:
        assert span.origin is not None, span.text
        assert span.origin in draft.numbers
        _leads_to(draft.context, span.origin, span.text)


def _leads_to(context: DraftContext, origin: Origin, text: str) -> None:
    if origin.kind is OriginKind.QUOTE:
        quote = origin.quote
        assert quote is not None
        assert text == quote.text == context.call.texts[quote.field][quote.start : quote.end]
    elif origin.kind is OriginKind.FORM:
        assert origin.source
        assert origin.certainty in ("A", "B", "C")
    elif origin.kind is OriginKind.COMPUTED:
        assert origin.rests_on
    else:
        value = at(context, origin.path)
        assert value, origin.path
        own_words = isinstance(value, str) and origin.path.rpartition(".")[2] not in REWORDED
        if own_words and origin.kind in (OriginKind.PROFILE, OriginKind.MEMBER):
            assert text in (value, first_words(value))


def test_the_table_of_origins_numbers_each_once_and_says_where_it_is_used() -> None:
    draft = builders.draft()
    assert [used.number for used in draft.origins] == list(range(1, len(draft.numbers) + 1))
    assert all(used.sections and used.words for used in draft.origins)
    assert len({used.origin for used in draft.origins}) == len(draft.origins)


def test_every_gap_says_what_is_needed_and_who_can_give_it() -> None:
    for gap in builders.draft().gaps():
        assert gap.gap.need
        assert gap.gap.ask


def test_nothing_is_claimed_of_budget_or_effort() -> None:
    said = "".join(
        span.text for span in spans(builders.draft(call=builders.call(budget=None, grant_max=None)), "4.2")
    )
    assert "EUR 0" not in said
    assert "M1" not in said
