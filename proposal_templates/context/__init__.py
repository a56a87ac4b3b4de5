"""What a draft is made from: everything is handed in, nothing is looked up.

Every field may be None (an empty tuple for lists): that means *not known* and becomes a visible gap.
Texts of the coalition stay in its own words and language; quotations stay in the call's.
The names of fields here are the paths that origins show, for example `coalition.goals[0].text`; members,
needs, goals and work packages are pointed at by their index.
"""

from dataclasses import dataclass, field
from datetime import date

from proposal_templates.context.budget import (
    BudgetFacts,
    CostLineFacts,
    FundingFacts,
    ShareFacts,
    SubcontractFacts,
)
from proposal_templates.context.call import CallFacts, CutOff, MatchReason, Quote
from proposal_templates.context.coalition import (
    AnswerFacts,
    CoalitionFacts,
    EmployerFacts,
    GoalFacts,
    IdentifierFacts,
    MemberFacts,
    NeedFacts,
    PastProjectFacts,
    StaffFacts,
    WeighedFacts,
)
from proposal_templates.context.cooperation import (
    CooperationFacts,
    EmployerBaseFacts,
    GovernanceFacts,
    MeetingFacts,
    NewcomerSupportFacts,
    PeerLearningFacts,
    SeatFacts,
    StepFacts,
    TheoryFacts,
)
from proposal_templates.context.project import (
    CommitmentFacts,
    DeliverableFacts,
    EffectFacts,
    EventFacts,
    IndicatorFacts,
    MilestoneFacts,
    PartFacts,
    ProjectFacts,
    RiskFacts,
    TaskFacts,
    WorkPackageFacts,
)
from proposal_templates.context.words import LANGUAGES, Language, Role

__all__ = [
    "LANGUAGES",
    "AnswerFacts",
    "BudgetFacts",
    "CallFacts",
    "CoalitionFacts",
    "CommitmentFacts",
    "CooperationFacts",
    "CostLineFacts",
    "CutOff",
    "DeliverableFacts",
    "DraftContext",
    "EffectFacts",
    "EmployerBaseFacts",
    "EmployerFacts",
    "EventFacts",
    "FundingFacts",
    "GoalFacts",
    "GovernanceFacts",
    "IdentifierFacts",
    "IndicatorFacts",
    "Language",
    "MatchReason",
    "MeetingFacts",
    "MemberFacts",
    "MilestoneFacts",
    "NeedFacts",
    "NewcomerSupportFacts",
    "PartFacts",
    "PastProjectFacts",
    "PeerLearningFacts",
    "ProjectFacts",
    "Quote",
    "RiskFacts",
    "Role",
    "SeatFacts",
    "ShareFacts",
    "StaffFacts",
    "StepFacts",
    "SubcontractFacts",
    "TaskFacts",
    "TheoryFacts",
    "WeighedFacts",
    "WorkPackageFacts",
]


@dataclass(frozen=True, kw_only=True)
class DraftContext:
    """All that one draft is made from."""

    language: Language
    made_on: date
    call: CallFacts
    coalition: CoalitionFacts
    members: tuple[MemberFacts, ...] = ()
    reasons: tuple[MatchReason, ...] = ()
    project: ProjectFacts = field(default_factory=ProjectFacts)
