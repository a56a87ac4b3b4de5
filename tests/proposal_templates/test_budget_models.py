"""Cost models as data: what ships is whole and as documented, unsound files are refused with their line."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from proposal_templates.budget.models import MODELS_FOLDER, cost_model, load_model, load_models
from proposal_templates.errors import FormFileError

DOCS = Path(__file__).parents[2] / "docs" / "cost_models.md"


def test_every_model_loads_and_is_found_by_its_key() -> None:
    keys = [model.key for model in load_models()]
    assert keys == [
        "easi",
        "fi_flat_rate_1_5",
        "fi_flat_rate_40",
        "ka210_lump_sum",
        "ka220_lump_sum",
        "ls2",
        "si_plus",
    ]
    assert all(cost_model(key) is not None for key in keys)
    assert cost_model("nonce") is None


def test_numbers_are_those_of_their_sources() -> None:
    sums = {model.key: [int(each.value) for each in model.lump_sums] for model in load_models()}
    assert (sums["ka220_lump_sum"], sums["ka210_lump_sum"]) == ([120_000, 250_000, 400_000], [30_000, 60_000])
    rates = {m.key: (m.grant_rate.value, m.grant_rate.certainty) for m in load_models() if m.grant_rate}
    assert rates["fi_flat_rate_40"] == (Decimal("0.8"), "A")
    assert rates["fi_flat_rate_1_5"] == (Decimal("0.7"), "A")
    assert rates["ls2"] == (Decimal("0.8"), "B")
    assert rates["si_plus"][0] is None
    assert rates["easi"][0] is None
    overheads = {m.key: (m.overhead.value, m.overhead.base_certainty) for m in load_models() if m.overhead}
    assert overheads == {
        "fi_flat_rate_40": (Decimal("0.4"), "A"),
        "fi_flat_rate_1_5": (Decimal("0.015"), "C"),
        "ls2": (Decimal("0.07"), "C"),
    }


@pytest.mark.parametrize(
    ("change", "line", "problem"),
    [
        (lambda text: text.replace("kind: lump_sum", "kind: lump_sum\ncolour: red"), "colour: red", "colour"),
        (lambda text: text.replace("source: wiki, ", ""), "management_most", "source: this key is missing"),
        (lambda text: text.replace("source: wiki", "source: hearsay"), "hearsay", "'hearsay' is not listed"),
        (lambda text: text.replace("key: ka220_lump_sum", "key: other"), "key: other", "the file is named"),
        (lambda text: text.replace('"0.2"', '"1.2"'), "1.2", "less than or equal to 1"),
        (
            lambda text: text.replace("kind: lump_sum", "kind: flat_rate"),
            "kind: flat_rate",
            "needs categories",
        ),
        (lambda text: re.sub(r"lump_sums:\n(  - .*\n)+", "", text), "kind: lump_sum", "needs lump_sums"),
        (lambda text: text.replace("{value: 120000", "{value: 120000, value: 1"), "120000", "stands twice"),
    ],
)
def test_an_unsound_model_is_refused_with_file_and_line(
    change: Callable[[str], str], line: str, problem: str, tmp_path: Path
) -> None:
    text = change((MODELS_FOLDER / "ka220_lump_sum.yaml").read_text(encoding="utf-8"))
    path = tmp_path / "ka220_lump_sum.yaml"
    path.write_text(text, encoding="utf-8")
    number = next(i for i, each in enumerate(text.splitlines(), 1) if line in each)
    with pytest.raises(FormFileError, match=re.escape(problem)) as refused:
        load_model(path)
    assert (refused.value.path, refused.value.line) == (path, number)


def test_a_base_of_unknown_categories_is_refused(tmp_path: Path) -> None:
    text = (MODELS_FOLDER / "fi_flat_rate_40.yaml").read_text(encoding="utf-8")
    path = tmp_path / "fi_flat_rate_40.yaml"
    path.write_text(text.replace("base: [salaries]", "base: [wages]"), encoding="utf-8")
    with pytest.raises(FormFileError, match="the base names 'wages'"):
        load_model(path)


def test_a_category_in_a_column_that_no_budget_table_has_is_refused(tmp_path: Path) -> None:
    text = (MODELS_FOLDER / "fi_flat_rate_40.yaml").read_text(encoding="utf-8")
    path = tmp_path / "fi_flat_rate_40.yaml"
    path.write_text(text.replace("column: base", "column: bse"), encoding="utf-8")
    with pytest.raises(FormFileError, match="column"):
        load_model(path)


def test_the_documentation_names_every_model_category_and_number() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for model in load_models():
        section = text.partition(f"## `{model.key}`")[2].partition("\n## ")[0]
        assert section, model.key
        for category in model.categories:
            assert f"`{category.key}`" in section
        for each in model.lump_sums:
            assert f"{int(each.value):,}".replace(",", " ") in section
        for rule in (model.overhead, model.grant_rate, model.management_most, model.subcontracting_mark):
            if rule is not None and rule.value is not None:
                assert f"{(rule.value * 100).normalize():f} % ({rule.certainty})" in section
