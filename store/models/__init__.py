"""The nouns, one file each, in four shapes: Base, Create, table, Public."""

from store.models.call import Call, CallBase, CallCreate, CallPublic, CutOff, Doubt, Link
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
from store.models.crawl_run import CrawlRun, CrawlRunPublic
from store.models.vector import Vector

__all__ = [
    "Call",
    "CallBase",
    "CallCreate",
    "CallPublic",
    "Change",
    "ChangePublic",
    "Coalition",
    "CoalitionCreate",
    "CoalitionPublic",
    "CrawlRun",
    "CrawlRunPublic",
    "CutOff",
    "Doubt",
    "Goal",
    "GoalCreate",
    "Link",
    "Member",
    "MemberCreate",
    "Need",
    "NeedCreate",
    "Vector",
]
