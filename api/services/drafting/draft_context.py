"""From stored call, coalition, line-up and project to what the drafting room is handed; nothing is added."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from api.services.calls.list_sources import source_title
from api.services.drafting.draft_facts import Places, facts_of
from api.services.drafting.finnish_programme import priorities, specific_objectives
from api.services.matching.list_matches import ReasonPublic
from api.services.members.member_inputs import RestsOn
from proposal_templates.context import (
    CallFacts,
    CoalitionFacts,
    CooperationFacts,
    CutOff,
    DraftContext,
    GoalFacts,
    IdentifierFacts,
    MatchReason,
    MemberFacts,
    NeedFacts,
    ProjectFacts,
    Quote,
    WeighedFacts,
)
from proposal_templates.context.words import Weight
from proposal_templates.formats import number
from store import clock
from store.labels import label
from store.models import Call, Coalition, Member, ProjectContent, ProjectPlan
from store.regions import municipality, region_name
from store.vocabulary import Identifier, Language, PartnerRole

WEIGHTS: Mapping[int, Weight] = {3: "most", 2: "much", 1: "some"}


def draft_context(
    coalition: Coalition,
    call: Call,
    reasons: Sequence[ReasonPublic],
    language: Language,
    line_up: Mapping[str, PartnerRole] | None = None,
    plan: ProjectPlan | None = None,
    content: ProjectContent | None = None,
    rests_on: Mapping[str, RestsOn] | None = None,
) -> DraftContext:
    """All that one draft is made from; what the store does not know stays None.

    line_up: role by slug; a member without one takes no part and is left out, and what points at it points
    at nobody. Without a line-up all members are in, with the roles they wish for.
    rests_on: whose input each goal and need is, as `member_inputs.rests_on_for_draft` tells it.
    """
    quotes = [Quote(text=r.passage, field="description", start=r.start, end=r.end) for r in reasons]
    members = [one for one in coalition.members if not line_up or one.slug in line_up]
    content = content or ProjectContent()
    at = Places(
        members=[one.slug for one in members],
        needs=[need.slug for need in coalition.needs],
        goals=[goal.slug for goal in coalition.goals],
        works=[work.slug for work in content.work_packages],
    )
    return DraftContext(
        language=language.value,
        made_on=clock.today(),
        call=_call(call, quotes, language),
        coalition=_coalition(coalition, language, at, rests_on or {}),
        members=tuple(
            _member(one, line_up[one.slug] if line_up else one.role_wish, language, at) for one in members
        ),
        project=_project(content, plan or ProjectPlan(), language, at),
        reasons=tuple(MatchReason(aim=r.goal, quote=q) for r, q in zip(reasons, quotes, strict=True)),
    )


def _call(call: Call, quotes: Sequence[Quote], language: Language) -> CallFacts:
    texts = {"title": call.title, "description": call.description, "conditions": call.conditions or ""}
    return CallFacts(
        identifier=call.identifier,
        title=call.title,
        programme=call.programme.value,
        action=call.action,
        language=call.language,
        opening=call.opening_date,
        cut_offs=tuple(CutOff(day=c.date, hour=c.time, zone=c.zone) for c in call.cut_offs),
        budget=_amount(call.total_amount_available),
        grant_min=_amount(call.min_award_amount),
        grant_max=_amount(call.max_award_amount),
        rate=None if call.co_financing_rate is None else Decimal(str(call.co_financing_rate)) / 100,
        countries=tuple(call.countries or ()),
        authority=_named(call.authority, language),
        priority=priorities(call.specific_objectives, language),
        specific_objective=specific_objectives(call.specific_objectives, language),
        duration_min=call.min_duration,
        duration_max=call.max_duration,
        url=call.url,
        source_key=call.source,
        source=source_title(call.source, language),
        fetched_at=call.fetched_at.astimezone(ZoneInfo(call.time_zone)),
        texts=texts,
        quotes=tuple(quotes),
    )


def _coalition(
    coalition: Coalition, language: Language, at: Places, rests_on: Mapping[str, RestsOn]
) -> CoalitionFacts:
    return facts_of(
        CoalitionFacts,
        coalition,
        at,
        summary=coalition.summary or None,
        regions=tuple(region_name(code, language) for code in coalition.nuts_regions),
        goals=tuple(
            facts_of(
                GoalFacts,
                goal,
                at,
                baseline=_measure(goal.baseline, language),
                target=_measure(goal.target, language),
                **_input(rests_on.get(f"goal:{goal.slug}")),
            )
            for goal in coalition.goals
        ),
        needs=tuple(
            facts_of(
                NeedFacts,
                need,
                at,
                region=_region(need.nuts_region, language),
                **_input(rests_on.get(f"need:{need.slug}")),
            )
            for need in coalition.needs
        ),
        cooperation=facts_of(CooperationFacts, coalition.cooperation, at),
    )


def _input(rests_on: RestsOn | None) -> dict[str, Any]:
    """Who proposed a goal or need, and those for whom it weighs."""
    if rests_on is None:
        return {}
    weighed = (WeighedFacts(name=one.name, weight=WEIGHTS[one.weight]) for one in rests_on.weighed_by)
    return {"given_by": rests_on.proposed_by, "weighed_by": tuple(weighed)}


def _measure(value: float | None, language: Language) -> str | None:
    return None if value is None else number(Decimal(str(value)), language.value)


def _member(member: Member, role: PartnerRole | None, language: Language, at: Places) -> MemberFacts:
    return facts_of(
        MemberFacts,
        member,
        at,
        actor_type_label=label(member.actor_type, language),
        legal_type=label(member.legal_type, language) if member.legal_type else None,
        identifiers=tuple(
            IdentifierFacts(name=label(one, language), number=member.identifiers[one])
            for one in Identifier
            if one in member.identifiers and one is not Identifier.SUOMI_FI_MANDATE
        ),
        region=_region(member.nuts_region, language),
        municipality=_municipality(member.municipality, language) if member.municipality else None,
        role=None if role is None else role.value,
    )


def _project(content: ProjectContent, plan: ProjectPlan, language: Language, at: Places) -> ProjectFacts:
    """The project's content, with what stands in the line-up's plan."""
    made = facts_of(ProjectFacts, content, at)
    budget = replace(
        made.budget,
        grant=_amount(plan.grant),
        total=_amount(plan.total_cost),
        investment=plan.investment,
    )
    return replace(
        made,
        duration_months=plan.months,
        municipalities=tuple(_municipality(code, language) for code in plan.municipalities),
        budget=budget,
    )


def _named(names: Mapping[str, str] | None, language: Language) -> str | None:
    """A body's name: in the draft's language, else as its source has it."""
    wanted = (language, Language.FI, Language.SV, *(names or ()))
    return next((names[one] for one in wanted if names.get(one)), None) if names else None


def _municipality(code: str, language: Language) -> str:
    found = municipality(code)
    return found.name(language) if found else code


def _region(nuts: str | None, language: Language) -> str | None:
    return None if nuts is None else region_name(nuts, language)


def _amount(euros: int | None) -> Decimal | None:
    return None if euros is None else Decimal(euros)
