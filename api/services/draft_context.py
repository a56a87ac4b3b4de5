"""From stored call and coalition to what the drafting room is handed; nothing is added on the way."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from zoneinfo import ZoneInfo

from api.services.list_matches import ReasonPublic
from api.services.list_sources import source_title
from proposal_templates.context import (
    CallFacts,
    CoalitionFacts,
    CutOff,
    DraftContext,
    GoalFacts,
    MatchReason,
    MemberFacts,
    NeedFacts,
    ProjectFacts,
    Quote,
)
from store import clock
from store.labels import label
from store.models import Call, Coalition, Member, ProjectPlan
from store.regions import region_name
from store.vocabulary import Language, PartnerRole


def draft_context(
    coalition: Coalition,
    call: Call,
    reasons: Sequence[ReasonPublic],
    language: Language,
    line_up: Mapping[str, PartnerRole] | None = None,
    plan: ProjectPlan | None = None,
) -> DraftContext:
    """All that one draft is made from; what the store does not know stays None.

    line_up: role by slug; a member without one takes no part and is left out. Without a line-up all members
    are in, with the roles they wish for.
    """
    quotes = [Quote(text=r.passage, field="description", start=r.start, end=r.end) for r in reasons]
    return DraftContext(
        language=language.value,
        made_on=clock.today(),
        call=_call(call, quotes, language),
        coalition=_coalition(coalition, language),
        members=tuple(
            _member(member, line_up[member.slug] if line_up else member.role_wish, language)
            for member in coalition.members
            if not line_up or member.slug in line_up
        ),
        project=ProjectFacts(duration_months=plan.months if plan else None),
        reasons=tuple(MatchReason(aim=r.goal, quote=q) for r, q in zip(reasons, quotes, strict=True)),
    )


def _call(call: Call, quotes: Sequence[Quote], language: Language) -> CallFacts:
    texts = {"title": call.title, "description": call.description, "conditions": call.conditions or ""}
    return CallFacts(
        identifier=call.identifier,
        title=call.title,
        programme=call.programme,
        action=call.action,
        language=call.language,
        opening=call.opening_date,
        cut_offs=tuple(CutOff(day=c.date, hour=c.time, zone=c.zone) for c in call.cut_offs),
        budget=_amount(call.total_amount_available),
        grant_min=_amount(call.min_award_amount),
        grant_max=_amount(call.max_award_amount),
        rate=None if call.co_financing_rate is None else Decimal(str(call.co_financing_rate)) / 100,
        countries=tuple(call.countries or ()),
        url=call.url,
        source=source_title(call.source, language),
        fetched_at=call.fetched_at.astimezone(ZoneInfo(call.time_zone)),
        texts=texts,
        quotes=tuple(quotes),
    )


def _coalition(coalition: Coalition, language: Language) -> CoalitionFacts:
    return CoalitionFacts(
        name=coalition.name,
        language=coalition.language,
        summary=coalition.summary or None,
        country=coalition.country,
        regions=tuple(region_name(code, language) for code in coalition.nuts_regions),
        goals=tuple(GoalFacts(text=goal.text, indicator=goal.indicator) for goal in coalition.goals),
        needs=tuple(
            NeedFacts(text=need.text, region=_region(need.nuts_region, language), evidence=need.evidence)
            for need in coalition.needs
        ),
        target_groups=tuple(coalition.target_groups),
    )


def _member(member: Member, role: PartnerRole | None, language: Language) -> MemberFacts:
    return MemberFacts(
        name=member.name,
        actor_type=member.actor_type,
        actor_type_label=label(member.actor_type, language),
        country=member.country,
        region=_region(member.nuts_region, language),
        role=None if role is None else role.value,
        expertise=member.expertise,
        contribution=member.contribution,
        capacities=tuple(member.capacities),
    )


def _region(nuts: str | None, language: Language) -> str | None:
    return None if nuts is None else region_name(nuts, language)


def _amount(euros: int | None) -> Decimal | None:
    return None if euros is None else Decimal(euros)
