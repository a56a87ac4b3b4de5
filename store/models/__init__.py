"""The nouns, one file each, in four shapes: Base, Create, table, Public."""

from store.models.account import Account, AccountPublic, CoalitionRole, Officer, Organisation, WebSession
from store.models.audit_entry import AuditEntry
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
from store.models.consent import Consent
from store.models.cooperation import Cooperation
from store.models.crawl_run import CrawlRun, CrawlRunPublic
from store.models.goal_value import GoalValue
from store.models.invitation import Attempt, Invitation, MemberLink
from store.models.job import Job
from store.models.line_up import LineUp, LineUpPart, LineUpPublic, ProjectPlan
from store.models.member_input import MemberInput, Weighing
from store.models.member_work import Comment, MemberQuestion, MemberTask
from store.models.profile_step import ProfileStep
from store.models.project import Project, ProjectContent, ProjectPublic
from store.models.pursuit import Mute, Pursuit, PursuitBase, PursuitChange
from store.models.vector import Vector

__all__ = [
    "Account",
    "AccountPublic",
    "Attempt",
    "AuditEntry",
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
    "CoalitionRole",
    "Comment",
    "Consent",
    "Cooperation",
    "CrawlRun",
    "CrawlRunPublic",
    "CutOff",
    "Doubt",
    "Goal",
    "GoalCreate",
    "GoalValue",
    "Invitation",
    "Job",
    "LineUp",
    "LineUpPart",
    "LineUpPublic",
    "Link",
    "Member",
    "MemberCreate",
    "MemberInput",
    "MemberLink",
    "MemberQuestion",
    "MemberTask",
    "Mute",
    "Need",
    "NeedCreate",
    "Officer",
    "Organisation",
    "ProfileStep",
    "Project",
    "ProjectContent",
    "ProjectPlan",
    "ProjectPublic",
    "Pursuit",
    "PursuitBase",
    "PursuitChange",
    "Vector",
    "WebSession",
    "Weighing",
]
