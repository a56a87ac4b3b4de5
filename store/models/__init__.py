"""The nouns, one file each, in four shapes: Base, Create, table, Public."""

from store.models.call import Call, CallBase, CallCreate, CallPublic, CutOff, Doubt, Link
from store.models.call_condition import (
    CallDecision,
    CallDecisionCreate,
    CallRead,
    CallReading,
    CallReadingCreate,
    CallReadingPublic,
)
from store.models.call_document import CallDocument, CallDocumentCreate, CallDocumentPublic
from store.models.change import Change, ChangePublic
from store.models.coalition import (
    Coalition,
    CoalitionCreate,
    CoalitionPublic,
    Goal,
    GoalCreate,
    Member,
    MemberCreate,
    Need,
    NeedCreate,
)
from store.models.cooperation import Cooperation
from store.models.crawl_run import CrawlRun, CrawlRunPublic
from store.models.line_up import LineUp, LineUpPart, LineUpPublic, ProjectPlan
from store.models.project import Project, ProjectContent, ProjectPublic
from store.models.vector import Vector

__all__ = [
    "Call",
    "CallBase",
    "CallCreate",
    "CallDecision",
    "CallDecisionCreate",
    "CallDocument",
    "CallDocumentCreate",
    "CallDocumentPublic",
    "CallPublic",
    "CallRead",
    "CallReading",
    "CallReadingCreate",
    "CallReadingPublic",
    "Change",
    "ChangePublic",
    "Coalition",
    "CoalitionCreate",
    "CoalitionPublic",
    "Cooperation",
    "CrawlRun",
    "CrawlRunPublic",
    "CutOff",
    "Doubt",
    "Goal",
    "GoalCreate",
    "LineUp",
    "LineUpPart",
    "LineUpPublic",
    "Link",
    "Member",
    "MemberCreate",
    "Need",
    "NeedCreate",
    "Project",
    "ProjectContent",
    "ProjectPlan",
    "ProjectPublic",
    "Vector",
]
