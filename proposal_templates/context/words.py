"""Words that the facts of a draft share: languages, roles, and how members and work are pointed at."""

from typing import Literal, get_args

Language = Literal["en", "fi", "sv"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

Role = Literal["coordinator", "beneficiary", "affiliated_entity", "associated_partner", "subcontractor"]
Represents = Literal["job_seekers", "workers"]
Level = Literal["low", "medium", "high"]
LetterState = Literal["none", "asked", "promised", "signed"]
Size = Literal["micro", "small", "medium", "large"]
MeetingForm = Literal["on_site", "online", "hybrid"]
Counts = Literal["persons", "bodies", "qualitative"]
WorkKind = Literal["management", "goal", "impact"]
Weight = Literal["some", "much", "most"]
FundingKind = Literal["own", "municipal", "other_public", "private"]

MemberRef = int
"""Index into `DraftContext.members`."""
NeedRef = int
"""Index into `coalition.needs`."""
GoalRef = int
"""Index into `coalition.goals`."""
WorkRef = int
"""Index into `project.work_packages`."""
