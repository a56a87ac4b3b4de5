"""The shortlist as CSV for spreadsheets: UTF-8 with BOM, the separator that the reader's language expects."""

import csv
import io
from collections.abc import Sequence

from api.services.matching.weigh_matches import Weighed
from frontend.compare_rows import days_of, rate_of
from frontend.render import Reader, sentence
from frontend.standing import date_sentence
from store.vocabulary import Language

BOM = "\ufeff"
SEPARATORS = {Language.EN: ",", Language.FI: ";", Language.SV: ";"}
"""Spreadsheets of Finland read a comma as the decimal sign."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run (OWASP, CSV Injection)."""
COLUMNS = (
    "decision", "stage", "call", "identifier", "programme", "deadline", "days", "grant", "rate", "verdict",
    "possible", "gaps", "reason", "notes", "address",
)  # fmt: skip


def csv_of(listed: Sequence[Weighed], reader: Reader) -> str:
    """A head in the reader's words, then a line for each call; the column for notes is empty."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=SEPARATORS[reader.language], lineterminator="\r\n")
    writer.writerow(harmless(reader.words(f"shortlist.column.{name}")) for name in COLUMNS)
    for one in listed:
        cells = _cells(one, reader)
        writer.writerow(harmless(cells[name]) for name in COLUMNS)
    return BOM + written.getvalue()


def harmless(cell: str) -> str:
    """The cell as text that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("80 %")
    ("'=1+1", '80 %')
    """
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _cells(one: Weighed, reader: Reader) -> dict[str, str]:
    words, formats, call, decision = reader.words, reader.formats, one.call, one.decision
    unknown = words("not_known")
    known = {
        "deadline": date_sentence(call, formats),
        "days": days_of(call, reader),
        "grant": formats.between(call.min_award_amount, call.max_award_amount),
        "rate": rate_of(call, reader),
        "gaps": formats.number(one.effort.open) if one.effort else None,
    }
    return {name: value or unknown for name, value in known.items()} | {
        "decision": words(f"decision.is.{decision.choice}") if decision else "",
        "stage": sentence(words.label(decision.stage)) if decision and decision.stage else "",
        "call": call.title,
        "identifier": call.identifier,
        "programme": words.label(call.programme),
        "verdict": sentence(one.check.verdict_label),
        "possible": sentence(one.check.possible_with or ""),
        "reason": (decision.reason or "") if decision else "",
        "notes": "",
        "address": call.url,
    }
