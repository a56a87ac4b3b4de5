"""Codes of the EU Funding & Tenders Portal, as its records carry them."""

from typing import NamedTuple


class ActionType(NamedTuple):
    """A type of action with its model grant agreement."""

    label: str
    mga_id: str
    mga_code: str
    mga_label: str


class StatusCode(NamedTuple):
    """A status with its id, label and the index's own sorting number."""

    id: str
    label: str
    sort: str


FRAMEWORK_PROGRAMMES = {
    "esf_plus": "43254019",
    "erasmus_plus": "43353764",
    "jtm": "44773066",
    "socpl": "43252517",
    "horizon": "43108390",
    "life": "43252405",
}

ACTION_TYPES = {
    "ESF-PJG": ActionType("ESF Project Grants", "43252140", "ESF-AG", "ESF Action Grant Budget-Based"),
    "SOCPL-PJG": ActionType(
        "SOCPL Project Grants", "43251093", "SOCPL-AG", "SOCPL Action Grant Budget-Based"
    ),
    "ERASMUS-LS": ActionType(
        "ERASMUS Lump Sum Grants", "43341839", "ERASMUS-AG-LS", "ERASMUS Lump Sum Grant"
    ),
    "ERASMUS-CERT": ActionType("ERASMUS ECHE Charter", "43341854", "ERASMUS-CERT", "ERASMUS Certificate"),
    "JTM-LS": ActionType("JTM Lump Sum Grants", "44772026", "JTM-AG-LS", "JTM Lump Sum Grant"),
    "HORIZON-RIA": ActionType(
        "HORIZON  Research and Innovation Actions", "43027849", "HORIZON-AG-LS", "HORIZON Lump Sum Grant"
    ),
    "LIFE-PJG": ActionType("LIFE Project Grants", "43250283", "LIFE-AG", "LIFE Action Grant Budget-Based"),
}

STATUSES = {
    "forthcoming": StatusCode("31094501", "Forthcoming", "2"),
    "open": StatusCode("31094502", "Open", "1"),
    "closed": StatusCode("31094503", "Closed", "3"),
}

SUBMISSION_PROCEDURES = {
    "single-stage": 31094504,
    "two-stage": 31094505,
    "multiple cut-off": 31094506,
}

PORTAL = "https://ec.europa.eu/info/funding-tenders/opportunities"


def topic_page(identifier: str) -> str:
    """Address of a topic's page."""
    return f"{PORTAL}/portal/screen/opportunities/topic-details/{identifier}"


def mirror_page(identifier: str) -> str:
    """Address an old record carries instead of a page."""
    return f"{PORTAL}/data/topicDetails/{identifier}.json"
