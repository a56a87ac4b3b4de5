"""Loads cost models from `cost_models/` and refuses unsound ones with file and line."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from proposal_templates.budget.model import CostModel
from proposal_templates.forms.files import read_shape
from proposal_templates.forms.positions import Position

MODELS_FOLDER = Path(__file__).parent / "cost_models"


@lru_cache(maxsize=1)
def load_models() -> tuple[CostModel, ...]:
    """All cost models, by file name; FormFileError with file and line for the first unsound one."""
    return tuple(load_model(path) for path in sorted(MODELS_FOLDER.glob("*.yaml")))


def cost_model(key: str) -> CostModel | None:
    """A cost model by its key; None when there is none such."""
    return next((model for model in load_models() if model.key == key), None)


def load_model(path: Path) -> CostModel:
    """One cost model from its YAML file; FormFileError with file and line when it breaks a rule."""
    model, refuse = read_shape(path, CostModel)
    for position, problem in _problems(model, path):
        raise refuse(position, problem)
    return model


def _problems(model: CostModel, path: Path) -> Iterable[tuple[Position, str]]:
    if model.key != path.stem:
        yield ("key",), f"the key is '{model.key}', the file is named '{path.stem}'"
    for position, source in _named_sources(model):
        if source not in model.sources:
            yield position, f"the source '{source}' is not listed under sources"
    keys = [category.key for category in model.categories]
    for i, key in enumerate(keys):
        if key in keys[:i]:
            yield ("categories", i, "key"), f"'{key}' stands twice"
    for i, key in enumerate(model.overhead.base if model.overhead else ()):
        if key not in keys:
            yield ("overhead", "base", i), f"the base names '{key}', which is no category"
    yield from _kind_problems(model)


def _kind_problems(model: CostModel) -> Iterable[tuple[Position, str]]:
    if model.kind == "lump_sum" and not model.lump_sums:
        yield ("kind",), "a lump sum needs lump_sums to choose from"
    if model.kind != "lump_sum" and not model.categories:
        yield ("kind",), f"{model.kind} needs categories"
    if model.kind == "flat_rate" and (model.overhead is None or len(model.categories) != 1):
        yield ("kind",), "a flat rate needs one category and an overhead on it"
    for i, each in enumerate(model.call_ranges):
        if each.least > each.greatest:
            yield ("call_ranges", i, "least"), "the least grant is above the greatest"


def _named_sources(model: CostModel) -> Iterable[tuple[Position, str]]:
    yield ("source",), model.source
    for name in ("categories", "lump_sums", "call_ranges"):
        for i, part in enumerate(getattr(model, name)):
            yield (name, i, "source"), part.source
    for name in ("overhead", "grant_rate", "management_most", "subcontracting_mark"):
        part = getattr(model, name)
        for field in ("source", "base_source", "rounding_source"):
            if part is not None and hasattr(part, field):
                yield (name, field), getattr(part, field)
