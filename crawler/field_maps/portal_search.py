"""How the portal's search service is asked for one programme."""

from collections.abc import Mapping
from typing import Any

GRANT_TYPES = ("1", "2", "8")
FORTHCOMING_AND_OPEN = ("31094501", "31094502")

URL_PARAMETERS = {"apiKey": "SEDIA", "text": "***"}
"""The key is public. Without `text` the service answers 400."""

SORT = {"order": "DESC", "field": "startDate"}
"""Without a sort part records are lost and repeated between pages."""

PLAUSIBLE_TOTAL = 5_000
"""All programmes together had 600 to 1,800 results in 2026; the whole index has hundreds of thousands."""


def programme_query(framework_programme: str) -> Mapping[str, Any]:
    """The filter for grants of one programme that the portal marks forthcoming or open."""
    return {
        "bool": {
            "must": [
                {"terms": {"type": list(GRANT_TYPES)}},
                {"terms": {"status": list(FORTHCOMING_AND_OPEN)}},
                {"terms": {"frameworkProgramme": [framework_programme]}},
            ]
        }
    }
