"""Indicators: persons and bodies apart, a qualitative one for each goal, codes of the funds' lists."""

from dataclasses import replace
from pathlib import Path

import pytest

from proposal_templates.blocks import TextBlock
from proposal_templates.context import DraftContext, IndicatorFacts
from proposal_templates.errors import FormFileError
from proposal_templates.indicators import catalogues, catalogues_for, common_indicator
from proposal_templates.indicators.catalogue import FOLDER, load_catalogue
from tests.proposal_templates import builders, planned
from tests.proposal_templates.test_work_plan import notes, part, rows, said

USUAL = [f"EECO{number}" for number in ("01", "02", "03", "04", "05", "12", "14", "18", "19")]


def _for(programme: str, **changes: object) -> DraftContext:
    made = planned.context(**changes)  # type: ignore[arg-type]
    return replace(made, call=builders.call(programme=programme))


def test_the_catalogues_hold_the_lists_of_the_two_funds() -> None:
    found = {each.key: [one.code for one in each.indicators] for each in catalogues()}
    assert found["esf_plus"] == [f"EECO{i:02}" for i in range(1, 20)] + [f"EECR{i:02}" for i in range(1, 7)]
    assert len(found["jtf"]) == 19
    assert [each.key for each in catalogues_for("just_transition_fund")] == ["esf_plus", "jtf"]
    assert catalogues_for("erasmus_plus") == ()
    usual = [one.code for each in catalogues() for one in each.indicators if one.usual]
    assert usual == USUAL


def test_organisations_are_the_only_ones_of_the_social_fund_that_are_not_people() -> None:
    (esf,) = catalogues_for("esf_plus")
    assert [each.code for each in esf.indicators if each.counts != "persons"] == ["EECO18", "EECO19"]
    assert {each.certainty for each in catalogues()} == {"C"}


def test_a_code_is_found_however_it_is_written() -> None:
    found = common_indicator(" eeco03 ")
    assert found
    assert found[1].name["fi"] == "Pitkäaikaistyöttömät"
    assert common_indicator("EECO99") is common_indicator(None) is None


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("code: EECO02", "code: EECO01", 20, "'EECO01' stands twice"),
        ("code: EECO02", "code: XX02", 20, "indicators.1.code"),
        ("certainty: C", "certainty: D", 8, "certainty"),
    ],
)
def test_an_unsound_catalogue_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, problem: str
) -> None:
    text = (FOLDER / "esf_plus.yaml").read_text(encoding="utf-8")
    path = tmp_path / "esf_plus.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FormFileError) as refused:
        load_catalogue(path)
    assert refused.value.line == line
    assert problem in refused.value.problem


def test_people_and_organisations_never_share_a_table() -> None:
    blocks = part("indicators", planned.context())
    assert [row[0] for row in rows(blocks, "indicators_persons")] == ["EECO02"]
    assert [row[0] for row in rows(blocks, "indicators_bodies")] == ["EECO19"]


def test_a_goal_without_a_qualitative_indicator_is_a_gap() -> None:
    found = rows(part("indicators", planned.context()), "indicators_qualitative")
    assert found[0][:2] == ["Goal 1", "Employers say that starters are ready for work"]
    assert [row[1].startswith("[TO COMPLETE: a qualitative indicator") for row in found] == [
        False,
        True,
        True,
    ]


def test_an_indicator_that_says_not_what_it_counts_is_asked() -> None:
    made = planned.context(indicators=(IndicatorFacts(text="Courses held", goal=0),))
    (row,) = rows(part("indicators", made), "indicators_unsorted")
    assert row[0] == "–"
    assert "whether this counts people or organisations" in row[3]


def test_unknown_codes_and_contradictions_are_told() -> None:
    made = _for(
        "esf_plus",
        indicators=(replace(planned.COUNTED, code="EECO77"), replace(planned.BODIES, counts="persons")),
    )
    told = notes(part("indicators", made))
    assert any("This code is in no list" in note and "EECO77" in note for note in told)
    assert any("counts something else" in note and "EECO19" in note for note in told)
    assert rows(part("indicators", made), "indicators_bodies")[0][0] == "EECO19"


def test_usual_indicators_are_a_proposal_for_the_funds_that_have_them() -> None:
    (proposal,) = [
        note for note in notes(part("indicators", _for("esf_plus"))) if "suit many projects" in note
    ]
    assert "EECO01 Total number of participants" in proposal
    assert "EECO02" not in proposal
    assert not any("suit many" in note for note in notes(part("indicators", _for("erasmus_plus"))))


def test_a_name_from_a_catalogue_shows_how_sure_it_is() -> None:
    assert any(
        "Certainty of codes and English names: C" in note
        for note in notes(part("indicators", planned.context()))
    )


def test_a_goal_is_told_by_the_profiles_own_indicator_while_the_project_counts_nothing() -> None:
    blocks = part("goal_indicators", planned.context(indicators=()))
    told = [said(block.words) for block in blocks if isinstance(block, TextBlock)]
    assert "adults who start work or training in care" in told
    assert sum("a quantitative indicator" in text for text in told) == 1
    assert sum("a qualitative indicator" in text for text in told) == 3


def test_an_indicator_of_a_goal_that_is_not_there_asks_for_its_goal_and_is_not_lost() -> None:
    observed = IndicatorFacts(text="how people see care work", counts="qualitative", goal=9)
    counted = IndicatorFacts(text="people who moved up", counts="persons", goal=-1)
    blocks = part("indicators", planned.context(indicators=(observed, counted)))
    found = [*rows(blocks, "indicators_qualitative"), *rows(blocks, "indicators_persons")]
    told = [" ".join(each) for each in found]
    for text in ("how people see care work", "people who moved up"):
        (line,) = [each for each in told if text in each]
        assert "which goal this measures" in line
    assert not any("Goal 10" in line or "Goal 0" in line for line in told)
