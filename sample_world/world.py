"""Reads the data files and answers what the sources show on a given day."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import yaml
from pydantic import ValidationError

from sample_world.errors import BadSampleData
from sample_world.models import AgencyCall, EuraNotice, Listed, MirrorRecord, PortalCall

HERE = Path(__file__).resolve().parent
CALLS = HERE / "calls"
COALITIONS = HERE / "coalitions"
PROJECTS = HERE / "projects"

PINNED_DAY = date(2026, 5, 20)
"""The day the sample world shows unless told otherwise."""

SECOND_DAY = date(2026, 6, 28)
"""A later day on which cut-offs, dates and budgets have changed and calls have come and gone."""

Call = TypeVar("Call", bound=Listed)


class SampleProject(NamedTuple):
    """A project file, whose coalition it is, and the call's official identifier in small letters."""

    coalition: str
    call: str
    path: Path


@dataclass(frozen=True)
class World:
    """What the three sources list on one day."""

    day: date
    portal: list[PortalCall]
    mirrors: list[MirrorRecord]
    eura: list[EuraNotice]
    agency: list[AgencyCall]


@cache
def load_world(day: date = PINNED_DAY) -> World:
    """Every call listed on `day`, with the changes made by then. Raises BadSampleData for a broken file."""
    return World(
        day=day,
        portal=_listed(PortalCall, "portal", day),
        mirrors=_listed(MirrorRecord, "portal_mirror", day),
        eura=_listed(EuraNotice, "eura", day),
        agency=_listed(AgencyCall, "agency", day),
    )


@cache
def load_eura_codes() -> dict[str, Any]:
    """EURA's code lists (`koodisto`): funds, authorities, areas and regions with their names by language."""
    loaded = _read(CALLS / "eura_codes.yaml")
    return {
        name: {code: {"koodi": code, **row} for code, row in rows.items()} for name, rows in loaded.items()
    }


def coalition_files() -> list[Path]:
    """The sample coalitions' YAML files, sorted by name."""
    return sorted(COALITIONS.glob("*.yaml"))


def projects() -> list[SampleProject]:
    """The sample projects, sorted: each is `projects/COALITION/CALL.yaml`."""
    found = sorted(PROJECTS.glob("*/*.yaml"))
    return [SampleProject(path.parent.name, path.stem, path) for path in found]


def _listed(model: type[Call], folder: str, day: date) -> list[Call]:
    calls = [_call(model, path, day) for path in sorted((CALLS / folder).glob("*.yaml"))]
    return [call for call in calls if call.is_listed_on(day)]


def _call(model: type[Call], path: Path, day: date) -> Call:
    raw = _read(path)
    for change in raw.get("changes") or []:
        if change["day"] <= day:
            for spot, value in change["set"].items():
                _put(raw, spot.split("."), value)
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise BadSampleData(f"{path.name}: {field}: {first['msg']}; mend the field in that file") from error


def _put(held: Any, spot: list[str], value: Any) -> None:
    """Set a field by its path: names in mappings, numbers in lists."""
    key = int(spot[0]) if isinstance(held, list) else spot[0]
    if len(spot) == 1:
        held[key] = value
    else:
        _put(held[key], spot[1:], value)


def _read(path: Path) -> dict[str, Any]:
    try:
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise BadSampleData(f"{path.name} is not YAML: {error}") from error
    if not isinstance(loaded, dict):
        raise BadSampleData(f"{path.name} must hold one mapping at the top")
    return loaded
