"""Reads field sheets back for tests."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook


def answers(page: Any) -> list[str]:
    """Answers of an HTML sheet as a browser has them: the first line break of a box does not count."""
    return [(box.text or "").removeprefix("\n") for box in page.xpath("//textarea")]


def book(data: bytes) -> Workbook:
    """A workbook opened again."""
    return load_workbook(BytesIO(data))


def rows(data: bytes, sheet: int = 0) -> list[tuple[Any, ...]]:
    """Rows of a sheet below its heading row."""
    return list(book(data).worksheets[sheet].iter_rows(min_row=2, values_only=True))
