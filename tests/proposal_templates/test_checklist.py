"""The checklist: points at stake, where each thing is answered, and what is answered nowhere."""

from dataclasses import replace

import pytest

from proposal_templates.checklist import CriterionRow, SubRow, checklist, checklist_notes
from proposal_templates.context import CallFacts, Language, ProjectFacts
from proposal_templates.criteria import Grid, load_grids
from proposal_templates.draft import Draft, build_draft
from proposal_templates.forms import find_form
from proposal_templates.forms.loader import load_forms
from tests.proposal_templates.builders import call, context, draft

KA210 = CallFacts(identifier="KA210-ADU", programme="erasmus_plus", action="KA210-ADU")
EURA = CallFacts(identifier="PSUEVK-105", programme="esf_plus", source_key="fi_eura_esf_plus")


def _draft(made: CallFacts, language: Language = "en", **changes: object) -> Draft:
    form = find_form(made.programme, made.action, made.identifier, made.source_key)
    return build_draft(context(language, None, call=made, reasons=(), **changes), form)


def _row(drafted: Draft, name: str) -> CriterionRow:
    return next(row for row in checklist(drafted) if name in row.name)


def _item(drafted: Draft, criterion: str, name: str) -> SubRow:
    return next(item for item in _row(drafted, criterion).items if name in item.name)


def test_points_at_stake_and_where_they_are_answered() -> None:
    row = _row(draft(), "partnership")
    assert (row.kind, row.most, row.least, row.certainty) == ("points", 20, 11, "B")
    assert "letter" in row.source
    assert row.sections == ("2.2.1", "2.2.2")
    assert [item.name for item in row.items] == [
        "Configuration",
        "Upward convergence",
        "Geographical dimension",
        "Collaboration",
    ]


def test_a_sub_criterion_names_every_section_that_answers_it() -> None:
    assert _item(draft(), "partnership", "Geographical").sections == ("1.3", "2.2.1")
    assert _item(draft(), "partnership", "Collaboration").sections == ("2.2.1", "2.2.2", "4.1")


@pytest.mark.parametrize("grid", load_grids(), ids=lambda grid: grid.key)
def test_each_sub_criterion_is_found_or_said_to_be_answered_nowhere(grid: Grid) -> None:
    form = next(form for form in load_forms() if form.key == grid.forms[0])
    rule = grid.applies_to[0]
    made = CallFacts(
        programme=rule.programme,
        action=next(iter(rule.action_contains), None),
        identifier=next(iter(rule.identifier_contains), None),
        source_key=next(iter(rule.from_sources), None),
    )
    drafted = build_draft(context(form.languages[0], call=made, reasons=()), form)
    places = {section.number or section.heading for section in drafted.walk()}
    rows = checklist(drafted)
    assert len(rows) == len(grid.criteria)
    for item in (item for row in rows for item in row.items):
        assert set(item.sections) <= places
        assert item.sections or (item.filled, item.open) == (0, 0)


def test_what_the_form_does_not_ask_is_answered_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    (grid,) = [grid for grid in load_grids() if grid.key == "cove_2026"]
    relevance = grid.criteria[0]
    unasked = grid.criteria[2].parts[0].model_copy(update={"answered_by": ("state_aid",)})
    changed = grid.model_copy(update={"criteria": (relevance.model_copy(update={"parts": (unasked,)}),)})
    monkeypatch.setattr("proposal_templates.checklist.find_grid", lambda *_: changed)
    (row,) = checklist(draft())
    assert row.items[0] == SubRow(name="Configuration", sections=(), filled=0, open=0)


def test_an_answer_moves_a_slot_from_open_to_filled() -> None:
    before = _item(_draft(KA210), "design", "Green")
    project = ProjectFacts(answers={"green": "By train."})
    after = _item(_draft(KA210, project=project), "design", "Green")
    assert (before.filled, before.open) == (0, 1)
    assert (after.filled, after.open) == (1, 0)


def test_points_that_are_not_known_are_none() -> None:
    unknown = replace(call(), identifier="ERASMUS-EDU-2026-CB-VET")
    drafted = _draft(unknown)
    assert [(row.most, row.least) for row in checklist(drafted)] == [(None, None)] * 4
    assert all(row.items and row.sections for row in checklist(drafted))
    assert "not known here" in checklist_notes(drafted)[0]


def test_the_finnish_checklist_is_in_the_language_of_the_draft() -> None:
    row = _row(_draft(EURA, "fi"), "sukupuolten tasa-arvo")
    assert (row.kind, row.most, row.least) == ("scale", 3, None)
    assert row.sections == ("Sukupuolten tasa-arvo",)
    assert _row(_draft(EURA, "sv"), "Allmänna").kind == "pass_fail"
    assert "100" in " ".join(checklist_notes(_draft(EURA, "sv")))


def test_sub_criteria_that_are_not_known_follow_the_questions_of_the_form() -> None:
    made = CallFacts(identifier="KA220-ADU", programme="erasmus_plus", action="KA220-ADU")
    names = [item.name for item in _row(_draft(made, "fi"), "Vaikuttavuus").items]
    assert names[0] == "Miten tavoitteiden saavuttamista arvioidaan"
    assert len(names) == 4


def test_notes_tell_the_conflict_and_what_is_paid_in_the_end() -> None:
    made = CallFacts(identifier="KA220-ADU", programme="erasmus_plus", action="KA220-ADU")
    said = " ".join(checklist_notes(_draft(made)))
    assert "60 and 70" in said
    assert "55–69 points: 90%" in said
    assert "at least 60 are needed" in " ".join(checklist_notes(_draft(KA210)))
