"""The plan that a draft starts from: work packages, and project time computed without words."""

from proposal_templates.plan.meetings import Meeting, meeting_months, meetings_of
from proposal_templates.plan.packages import (
    LONGEST_NAME,
    SHORT_NAME,
    code_of,
    decided,
    facts_of,
    first_words,
    goal_numbers,
    goal_origin,
    goal_words,
    lead_of,
    leader_of,
    name_of,
    path_of,
    work_packages,
)

__all__ = [
    "LONGEST_NAME",
    "SHORT_NAME",
    "Meeting",
    "code_of",
    "decided",
    "facts_of",
    "first_words",
    "goal_numbers",
    "goal_origin",
    "goal_words",
    "lead_of",
    "leader_of",
    "meeting_months",
    "meetings_of",
    "name_of",
    "path_of",
    "work_packages",
]
