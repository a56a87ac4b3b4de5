"""Reads the common indicators of the funds and refuses unsound files with file and line."""

from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from proposal_templates.forms.files import read_shape
from proposal_templates.forms.model import Certainty, Key, Trilingual

FOLDER = Path(__file__).parent

Code = Annotated[str, StringConstraints(pattern=r"^(EECO|EECR|RCO|RCR)[0-9]{2,3}$")]


class CommonIndicator(BaseModel):
    """One common indicator; `usual` ones are proposed to a coalition for inclusive work.

    counts: persons or bodies, which are never added up, or things (jobs, hectares, euros, tonnes).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: Code
    kind: Literal["output", "result"]
    counts: Literal["persons", "bodies", "things"]
    name: Trilingual
    usual: bool = False


class Catalogue(BaseModel):
    """Common indicators of one regulation; `programmes` are those whose projects report them.

    certainty: of the codes and English names; gloss_certainty: of the Finnish and Swedish names.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: Key
    source: Trilingual
    certainty: Certainty
    gloss_certainty: Certainty
    programmes: tuple[Key, ...] = Field(min_length=1)
    indicators: tuple[CommonIndicator, ...] = Field(min_length=1)


def load_catalogue(path: Path) -> Catalogue:
    """One catalogue from its YAML file; FormFileError with file and line when it breaks a rule."""
    catalogue, refuse = read_shape(path, Catalogue)
    seen: set[str] = set()
    for i, indicator in enumerate(catalogue.indicators):
        if indicator.code in seen:
            raise refuse(("indicators", i, "code"), f"'{indicator.code}' stands twice")
        seen.add(indicator.code)
    return catalogue


@lru_cache(maxsize=1)
def catalogues() -> tuple[Catalogue, ...]:
    """All catalogues, by file name."""
    return tuple(load_catalogue(path) for path in sorted(FOLDER.glob("*.yaml")))


def catalogues_for(programme: str | None) -> tuple[Catalogue, ...]:
    """The catalogues whose indicators a programme's projects report; none for a programme without."""
    return tuple(each for each in catalogues() if programme in each.programmes)


def common_indicator(code: str | None) -> tuple[Catalogue, CommonIndicator] | None:
    """An indicator by its code, with the catalogue it stands in; None for a code that no catalogue has."""
    wanted = (code or "").strip().upper()
    for catalogue in catalogues():
        for indicator in catalogue.indicators:
            if indicator.code == wanted:
                return catalogue, indicator
    return None
