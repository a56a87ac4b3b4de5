"""Which judge judges which condition: one entry for each class of the closed list."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from matcher.eligibility import conditions as c
from matcher.eligibility.facts import Party
from matcher.eligibility.judging import budget, composition, form, lead, people, steps, territory, timing
from matcher.eligibility.judging.case import FUNDED, Case, Outcome, Standing
from store.vocabulary import PartnerRole

LineUpJudge = Callable[[Any, Case], Outcome]
MemberJudge = Callable[[Any, Party, PartnerRole, Case], Standing]

LEADING = (PartnerRole.COORDINATOR,)


@dataclass(frozen=True, slots=True)
class MemberRule:
    """A condition that each member meets or fails by itself, in one of `roles`.

    sinks: when none of the coalition's members could meet it, nobody can cure it. dated: the call's cut-off
    decides too, so that a standing holds for this call alone.
    """

    judge: MemberJudge
    roles: tuple[PartnerRole, ...] = FUNDED
    sinks: bool = False
    dated: bool = False

    @property
    def asked_as(self) -> PartnerRole:
        """The role in which a member that has none is asked whether it could."""
        return PartnerRole.COORDINATOR if self.roles == LEADING else PartnerRole.BENEFICIARY


MEMBER_RULES: Mapping[type[c.ConditionBase], MemberRule] = MappingProxyType(
    {
        c.Region: MemberRule(territory.region, sinks=True),
        c.ApplicantType: MemberRule(people.applicant_type, sinks=True),
        c.AssociatedOnly: MemberRule(people.associated_only, sinks=True),
        c.CountryScope: MemberRule(people.country, tuple(PartnerRole)),
        c.Lead: MemberRule(lead.lead, LEADING),
        c.CoordinatorAge: MemberRule(lead.coordinator_age, LEADING, dated=True),
    }
)
"""Conditions that are judged member by member, the most deciding first."""

LINE_UP_JUDGES: Mapping[type[c.ConditionBase], LineUpJudge] = MappingProxyType(
    {
        c.Deadline: timing.deadline,
        lead.OneCoordinator: lead.one_coordinator,
        c.CountryCount: composition.country_count,
        c.ConsortiumSize: composition.consortium_size,
        c.ActorTypes: composition.actor_types,
        c.ApplicationCount: steps.application_count,
        c.Grant: budget.grant,
        c.CoFinancing: budget.co_financing,
        c.CostShare: budget.management_share,
        c.FlatRate: budget.flat_rate,
        c.Duration: form.duration,
        c.ApplicationLanguage: form.language,
        c.Priorities: form.priorities,
        c.Statements: form.statements,
        c.ExcludedActivities: form.excluded_activities,
        c.TextLength: form.text_length,
        c.Identifiers: steps.identifiers,
        c.Declarations: form.declarations,
    }
)
"""Conditions that the line-up or the plan meets as a whole."""

ORDER: tuple[type[c.ConditionBase], ...] = (
    c.Deadline,
    *MEMBER_RULES,
    *(kind for kind in LINE_UP_JUDGES if kind is not c.Deadline),
)
"""The order in which findings of the same answer are told."""
