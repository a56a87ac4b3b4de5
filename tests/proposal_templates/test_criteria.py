"""Criteria files: the facts they hold, unsound ones refused with file and line, calls find their grid."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from proposal_templates.context import CallFacts
from proposal_templates.criteria import Grid, find_grid, grid_files, load_grid, load_grids
from proposal_templates.errors import FormFileError
from proposal_templates.forms import find_form

KA210 = next(path for path in grid_files() if path.name == "ka210_2026.yaml")


def _grid(key: str) -> Grid:
    return next(grid for grid in load_grids() if grid.key == key)


@pytest.mark.parametrize(
    ("key", "most", "least", "overall"),
    [
        ("ka220_2026", (25, 30, 20, 25), (13, 15, 10, 13), None),
        ("ka210_2026", (30, 30, 20, 20), (15, 15, 10, 10), 60),
        ("cove_2026", (35, 25, 20, 20), (18, 13, 11, 11), 70),
        ("easi_2026", (40, 20, 20, 20), (28, 14, 14, 14), 70),
        ("youth_together_2026", (30, 30, 20, 20), (15, 15, 10, 10), 60),
        ("policy_experimentation", (30, 30, 20, 20), (None,) * 4, None),
    ],
)
def test_points_and_minimums(
    key: str, most: tuple[int, ...], least: tuple[int | None, ...], overall: int | None
) -> None:
    grid = _grid(key)
    assert tuple(criterion.most for criterion in grid.criteria) == most
    assert tuple(criterion.least for criterion in grid.criteria) == least
    assert grid.overall is not None
    assert grid.overall.least == overall


def test_a_minimum_in_conflict_stays_open_and_is_told() -> None:
    overall = _grid("ka220_2026").overall
    assert overall is not None
    assert overall.least is None
    assert overall.note is not None
    for language in ("en", "fi", "sv"):
        assert "60" in overall.note[language]
        assert "70" in overall.note[language]


def test_the_finnish_model_has_no_total() -> None:
    grid = _grid("fi_esf_plus")
    kinds = [(criterion.kind, criterion.most) for criterion in grid.criteria]
    assert grid.overall is None
    assert kinds == [("pass_fail", None), ("scale", 5), ("scale", 5), *[("scale", 3)] * 4]
    assert len(_grid("fi_jtf").criteria) == len(grid.criteria) - 1


@pytest.mark.parametrize("key", ["ka210_2026", "ka220_2026"])
def test_what_is_paid_by_the_final_report_leaves_no_score_out(key: str) -> None:
    steps = sorted(_grid(key).final_report, key=lambda step: step.from_points)
    scores = [score for step in steps for score in range(step.from_points, step.to_points + 1)]
    assert scores == list(range(101))
    assert [step.share for step in steps] == sorted(step.share for step in steps)
    assert (steps[0].share, steps[-1].share) == (Decimal(0), Decimal(1))


@pytest.mark.parametrize(
    ("programme", "action", "identifier", "source", "key"),
    [
        ("erasmus_plus", "KA220-ADU", "KA220-ADU", None, "ka220_2026"),
        ("erasmus_plus", "KA210-ADU", "KA210-ADU", "fi_erasmus_agency", "ka210_2026"),
        ("erasmus_plus", "ERASMUS-LS", "ERASMUS-EDU-2026-PEX-COVE", None, "cove_2026"),
        ("erasmus_plus", "ERASMUS-LS", "ERASMUS-EDU-2024-PI-ALL-INNO-BLUEPRINT", None, "alliances_2026"),
        ("erasmus_plus", "ERASMUS-LS", "ERASMUS-EDU-2026-POL-EXP-SSEF", None, "policy_experimentation"),
        ("erasmus_plus", "ERASMUS-LS", "ERASMUS-EDU-2026-CB-VET", None, None),
        ("esf_plus", "ESF-PJG", "ESF-2026-POW", "eu_esf_plus", "easi_2026"),
        ("esf_plus", "ESF-PJG", "ESF-2026-SE-INCUBATION", "eu_esf_plus", "se_incubation_2026"),
        ("esf_plus", "ESF-PJG", "ESF-2026-AG-TCS", "eu_esf_plus", None),
        ("esf_plus", None, "PSUEVK-105", "fi_eura_esf_plus", "fi_esf_plus"),
        ("just_transition_fund", None, "SATLII-004", "fi_eura_jtf", "fi_jtf"),
    ],
)
def test_calls_find_their_grid(
    programme: str, action: str | None, identifier: str, source: str | None, key: str | None
) -> None:
    call = CallFacts(programme=programme, action=action, identifier=identifier, source_key=source)
    grid = find_grid(call, find_form(programme, action, identifier, source))
    assert (grid.key if grid else None) == key


BROKEN: dict[str, tuple[Callable[[str], str], str, str]] = {
    "points that do not add up": (
        lambda text: text.replace("most: 30", "most: 35", 1),
        "most: 100",
        "the criteria add up to 105, not to 100",
    ),
    "a minimum above the points": (
        lambda text: text.replace("least: 15", "least: 31", 1),
        "least: 31",
        "the minimum 31 is above",
    ),
    "no points at all": (lambda text: text.replace("most: 30", "most: 0", 1), "most: 0", "greater than"),
    "an unknown key": (lambda text: text.replace("year: 2026", "yaer: 2026"), "yaer", "yaer"),
    "a source that is not listed": (
        lambda text: text.replace(
            "source: expert_notes\n    certainty: B\n    parts",
            "source: a_friend\n    certainty: B\n    parts",
            1,
        ),
        "source: a_friend",
        "the source 'a_friend' is not listed",
    ),
    "a form that is none": (lambda text: text.replace("[ka210]", "[ka999]"), "[ka999]", "there is no form"),
    "a criterion that stands twice": (
        lambda text: text.replace("- key: impact", "- key: design"),
        "- key: design",
        "'design' stands twice",
    ),
    "an answer that nothing gives": (
        lambda text: text.replace("answered_by: [eu_values]", "answered_by: [goodwill]"),
        "goodwill",
        "'goodwill' is neither a content part nor a question",
    ),
    "another name than the file's": (
        lambda text: text.replace("key: ka210_2026", "key: ka210_2027"),
        "key: ka210_2027",
        "is not the file's name",
    ),
    "points for pass or fail": (
        lambda text: text.replace("    most: 30\n    least: 15", "    kind: pass_fail\n    most: 30", 1),
        "most: 30",
        "a pass-or-fail criterion has no points",
    ),
    "payment upside down": (
        lambda text: text.replace("from_points: 60, to_points: 100", "from_points: 101, to_points: 100"),
        "from_points: 101",
        "ends below its start",
    ),
    "hole in the payment": (
        lambda text: text.replace("from_points: 45, to_points: 59", "from_points: 45, to_points: 55"),
        "to_points: 55",
        "the step before this one starts at 60",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_an_unsound_grid_is_refused_with_file_and_line(name: str, tmp_path: Path) -> None:
    breaking, where, said = BROKEN[name]
    sound = KA210.read_text(encoding="utf-8")
    broken = breaking(sound)
    assert broken != sound
    path = tmp_path / KA210.name
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(FormFileError) as refused:
        load_grid(path)
    lines = [number for number, line in enumerate(broken.splitlines(), 1) if where in line]
    assert said in str(refused.value)
    assert refused.value.line in lines, str(refused.value)
