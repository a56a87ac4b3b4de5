"""Reads and writes a coalition as a YAML file that people keep, send and edit.

koalitio: 1
coalition:
  id: lapland-care
  name: ...
  language: en
  ...
"""

from pathlib import Path

from store.errors import BadCoalitionFile
from store.models.coalition import CoalitionCreate
from store.references import unknown_within
from store.yaml_file import FileKind

KIND = FileKind(
    top="coalition",
    wrong=BadCoalitionFile,
    start="`koalitio coalition example` prints a file to start from",
    names={"slug": "id", "nuts_region": "region", "nuts_regions": "regions"},
)


def read_coalition(path: Path) -> CoalitionCreate:
    """The coalition of a YAML file.

    Raises BadCoalitionFile with one line: file, place and what to do.
    """
    return parse_coalition(KIND.read(path), str(path))


def parse_coalition(text: str, name: str) -> CoalitionCreate:
    """The coalition of a YAML text; `name` is how errors call it.

    Raises BadCoalitionFile, also for a member or a need that is pointed at and is not there.
    """
    coalition = KIND.as_shape(CoalitionCreate, KIND.parse(text, name)[KIND.top], name)
    if unknown := unknown_within(coalition):
        raise BadCoalitionFile(f"{name}: {unknown[0]}")
    return coalition


def write_coalition(coalition: CoalitionCreate) -> str:
    """The YAML text of a coalition; `read_coalition` of it gives the same coalition back."""
    return KIND.text(coalition=coalition)
