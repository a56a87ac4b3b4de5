"""Drafts say whose input a need or goal is, how much it weighs for whom, and the number that shows it."""

from dataclasses import replace
from datetime import date

import pytest

from proposal_templates.blocks import SpanKind
from proposal_templates.context import CoalitionFacts, GoalFacts, Language, NeedFacts, WeighedFacts
from proposal_templates.draft import Draft, build_draft
from proposal_templates.forms import load_forms
from tests.proposal_templates import builders
from tests.proposal_templates.nonces import leaves, said_in

FORMS = {form.key: form for form in load_forms()}
WEIGHED = (WeighedFacts(name="Zx College", weight="most"), WeighedFacts(name="Zx Union", weight="some"))
NEED = NeedFacts(
    text="Night shifts stand empty",
    region="Lapland",
    evidence="own count 2026",
    figure="14 of 60 posts",
    given_by="Zx Care",
    weighed_by=WEIGHED,
)


def draft(key: str, language: Language, **facts: object) -> Draft:
    """A draft of a coalition with these facts beside the usual ones."""
    context = builders.context(language)
    changed: CoalitionFacts = replace(context.coalition, **facts)  # type: ignore[arg-type]
    return build_draft(replace(context, coalition=changed, reasons=()), FORMS[key])


def said(made: Draft) -> str:
    """All words of a draft."""
    return "".join(span.text for section in made.walk() for span in said_in(section.blocks))


@pytest.mark.parametrize("key", [key for key, form in FORMS.items() if "en" in form.languages])
def test_every_form_tells_whose_input_a_need_is(key: str) -> None:
    told = said(draft(key, "en", needs=(NEED,)))
    assert "Zx Care; weighed by: Zx College (most), Zx Union (some)" in told
    assert "14 of 60 posts; source: own count 2026" in told


@pytest.mark.parametrize(
    ("language", "weighed", "figure"),
    [
        (
            "fi",
            "painottajat: Zx College (eniten), Zx Union (jonkin verran)",
            "14 of 60 posts; lähde: own count",
        ),
        ("sv", "viktat av: Zx College (mest), Zx Union (en del)", "14 of 60 posts; källa: own count"),
    ],
)
def test_in_the_drafts_language(language: Language, weighed: str, figure: str) -> None:
    told = said(draft("eura_2021", language, needs=(NEED,)))
    assert weighed in told
    assert figure in told


def test_every_weight_leads_to_who_gave_it() -> None:
    made = draft("erasmus_part_b", "en", needs=(NEED,))
    paths = {
        each.path
        for section in made.walk()
        for span in said_in(section.blocks)
        if span.kind is SpanKind.FACT and span.origin
        for each in leaves(span.origin)
    }
    assert {
        f"coalition.needs[0].weighed_by[{i}].{field}" for i in (0, 1) for field in ("name", "weight")
    } <= paths
    assert "coalition.needs[0].figure" in paths


def test_a_need_that_nobody_weighed_and_no_number_shows_says_neither() -> None:
    told = said(draft("erasmus_part_b", "en", needs=(replace(NEED, weighed_by=(), figure=None),)))
    assert "weighed" not in told
    assert "source: own count" not in told
    assert "own count 2026" in told


def test_a_number_without_a_source_leaves_a_gap() -> None:
    made = draft("erasmus_part_b", "en", needs=(replace(NEED, evidence=None),))
    assert "14 of 60 posts; source: [" in said(made)


def test_goals_tell_for_whom_they_weigh_and_their_own_measures() -> None:
    goal = GoalFacts(
        text="Open care work", indicator="Adults who start", unit="adults", baseline="3", target="40",
        due=date(2029, 6, 30), weighed_by=WEIGHED,
    )  # fmt: skip
    told = said(draft("erasmus_part_b", "en", goals=(goal,)))
    assert "Goal 1 is weighed by: Zx College (most), Zx Union (some)." in told
    assert "40 (by 30 June 2029)" in told
    bare = said(draft("erasmus_part_b", "en", goals=(replace(goal, baseline=None, due=None),)))
    assert "baseline value" in bare
