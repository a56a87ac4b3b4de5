"""Reads the tables in `store/data`; their columns are explained by the module that reads them."""

import csv
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "data"


def rows(name: str) -> list[dict[str, str]]:
    """The table's rows by column name; empty cells are empty text."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
