"""The portal's facet answer: counted values with labels, damaged as the portal damages them."""

from collections import Counter
from typing import Any
from urllib.parse import quote

from sample_world.shapes.portal_codes import FRAMEWORK_PROGRAMMES, STATUSES
from sample_world.shapes.portal_record import Record

PROGRAMME_NAMES = {
    "esf_plus": "European Social Fund + (ESF)",
    "erasmus_plus": "Erasmus+ (ERASMUS+)",
    "jtm": "Just Transition Mechanism (JTM)",
    "socpl": "Social Prerogative and Specific Competencies Lines (SOCPL)",
    "horizon": "Horizon Europe (HORIZON)",
    "life": "Programme for the Environment & Climate Action (LIFE)",
}


def facets(rows: list[Record]) -> dict[str, Any]:
    """Facets of status and framework programme over `rows`."""
    programmes = {code: damaged(PROGRAMME_NAMES[name]) for name, code in FRAMEWORK_PROGRAMMES.items()}
    statuses = {status.id: status.label for status in STATUSES.values()}
    return {"facets": [_facet(rows, "frameworkProgramme", programmes), _facet(rows, "status", statuses)]}


def damaged(label: str) -> str:
    """A label as the facet service prints it: `+` as a space, `&` and non-ASCII percent-encoded."""
    return quote(label.replace("+", " "), safe=" ()',-/")


def _facet(rows: list[Record], name: str, labels: dict[str, str]) -> dict[str, Any]:
    counted = Counter(value for row in rows for value in row["metadata"].get(name) or [])
    values = [
        {"rawValue": code, "value": labels.get(code, code), "count": count}
        for code, count in counted.most_common()
    ]
    return {"name": name, "rawName": name, "count": len(values), "values": values}
