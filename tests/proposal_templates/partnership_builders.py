"""A partnership with everything arranged: the builders' members, and how they work together."""

from dataclasses import replace

from proposal_templates.blocks import Block, GapBlock, SpanKind, TableBlock, TextBlock, words_of
from proposal_templates.context import (
    AnswerFacts,
    CoalitionFacts,
    CommitmentFacts,
    CooperationFacts,
    DraftContext,
    EmployerBaseFacts,
    EmployerFacts,
    GovernanceFacts,
    IdentifierFacts,
    Language,
    MeetingFacts,
    MemberFacts,
    NewcomerSupportFacts,
    PastProjectFacts,
    PeerLearningFacts,
    ProjectFacts,
    SeatFacts,
    StaffFacts,
    StepFacts,
    TheoryFacts,
)
from proposal_templates.desk import Desk
from proposal_templates.forms import load_forms
from proposal_templates.forms.model import ContentPart
from proposal_templates.parts import PARTS
from proposal_templates.sentences import sentences_in
from tests.proposal_templates import builders

AREA, COLLEGE, ENTREPRENEURS, PEERS, ABROAD, CARE, UNION = range(7)
"""Members by their place in the context."""


def cooperation() -> CooperationFacts:
    """Standing arrangements between the seven members."""
    return CooperationFacts(
        governance=GovernanceFacts(
            steering_group=(
                SeatFacts(member=COLLEGE, seat="principal"),
                SeatFacts(member=AREA, seat="head of services"),
                SeatFacts(member=ENTREPRENEURS, seat="managing director"),
                SeatFacts(member=PEERS, seat="chair of the board", represents="job_seekers"),
                SeatFacts(member=ABROAD, seat="project manager"),
                SeatFacts(member=CARE, seat="head of personnel"),
                SeatFacts(member=UNION, seat="regional secretary", represents="workers"),
            ),
            chair=AREA,
            quorum="Five of the seven seats, among them one of job-seekers or workers.",
            majority="Two thirds of those present; the budget needs everybody's consent.",
            escalation=(
                "The leader of the work package talks with both sides within five working days.",
                "The coordinator mediates within two weeks.",
                "The steering group decides at its next meeting.",
            ),
            meetings=(
                MeetingFacts(
                    body="steering group",
                    purpose="decides on plan and money",
                    first_month=2,
                    every_months=3,
                    form="on_site",
                    place="Lakeside",
                    days=1,
                    attendees=9,
                ),
                MeetingFacts(
                    body="work package leaders",
                    purpose="keep the work together",
                    first_month=1,
                    every_months=1,
                    form="online",
                ),
                MeetingFacts(
                    body="all members",
                    purpose="start the work",
                    first_month=1,
                    form="hybrid",
                    place="Lakeside",
                ),
            ),
            communication="One shared workspace; questions are answered within two working days.",
        ),
        peer_learning=(
            PeerLearningFacts(
                teacher=COLLEGE,
                learners=(ABROAD, ENTREPRENEURS),
                subject="modular courses for adults",
                month=6,
                output="course plan",
            ),
            PeerLearningFacts(
                teacher=PEERS,
                learners=(AREA, CARE, UNION),
                subject="meeting people who have been out of work for years",
                month=9,
                output="guide of ten pages",
            ),
        ),
        newcomers=(
            NewcomerSupportFacts(
                member=PEERS, mentor=COLLEGE, support="A monthly clinic on reports and accounts."
            ),
        ),
        employers=EmployerBaseFacts(
            employers=540,
            small_employers=486,
            source="business register, 2025",
            shortage="Practical nurses and cleaners, occupational barometer of spring 2026.",
        ),
        languages="Meetings in English; materials in Finnish and Swedish.",
        theory=TheoryFacts(
            inflow=(
                StepFacts(text="Find and hear job-seekers", member=PEERS),
                StepFacts(text="Short training with a work trial", member=COLLEGE),
                StepFacts(text="Coaching in the first months of work", member=AREA),
            ),
            mobility=(
                StepFacts(text="Map the skills of present workers", member=UNION),
                StepFacts(text="Train workers for demanding tasks", member=COLLEGE),
            ),
            vacancies="assistants' posts in care homes",
            assumptions=("Care homes hire within three months of a work trial.",),
        ),
    )


def members(language: Language = "en") -> tuple[MemberFacts, ...]:
    """The builders' five members, an employer and a union, each with all that a member can say."""
    listed = list(builders.members(language))
    listed[ABROAD] = replace(listed[ABROAD], role="beneficiary", region="Norrby")
    care = replace(listed[AREA], name="Lakeside Care Homes", actor_type="employer", role="associated_partner")
    union = replace(
        listed[AREA], name="Lakeside Care Union", actor_type="trade_union", role="affiliated_entity"
    )
    made = [_complete(member, i) for i, member in enumerate([*listed, care, union])]
    made[PEERS] = replace(made[PEERS], represents=("job_seekers",), newcomer=True)
    made[UNION] = replace(made[UNION], represents=("workers",))
    made[ENTREPRENEURS] = replace(made[ENTREPRENEURS], employer=employer(vacancies=1, letter="promised"))
    made[CARE] = replace(made[CARE], employer=employer())
    return tuple(made)


def employer(**changes: object) -> EmployerFacts:
    """What an employer commits to, its letter signed."""
    facts = EmployerFacts(
        size="medium",
        vacancies=12,
        work_trials=6,
        mentors=3,
        retention="Permanent contracts after four months.",
        contact_owner=ENTREPRENEURS,
        letter="signed",
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def _complete(member: MemberFacts, index: int) -> MemberFacts:
    return replace(
        member,
        legal_type="association",
        identifiers=(IdentifierFacts(name="Business ID", number=f"123456{index}-0"),),
        expertise=member.expertise or "Has trained adults at work for twenty years.",
        contribution=member.contribution or "Experience of the same change in another country.",
        capacities=member.capacities or ("two trainers",),
        cannot_alone=f"Cannot open jobs by itself ({index}).",
        answers=(AnswerFacts(need=index % 2, asset=f"asset of member {index}"),),
        newcomer=False,
        staff=(StaffFacts(function="project manager", tasks="leads the work", expertise="adult education"),),
        past_projects=(
            PastProjectFacts(
                title="Paths to Work",
                reference="2022-1-FI01-KA220-000000001",
                programme="Erasmus+",
                period="2022–2024",
                part="partner",
                amount="EUR 60,000",
                website="https://example.org",
            ),
        ),
    )


def commitments() -> tuple[CommitmentFacts, ...]:
    """Two commitments for the time after the project, one of them signed."""
    return (
        CommitmentFacts(
            what="the service point", member=AREA, yearly_cost="EUR 40,000", money="own budget", signed=True
        ),
        CommitmentFacts(
            what="the short courses",
            member=COLLEGE,
            yearly_cost="EUR 25,000",
            money="state funding",
            signed=False,
        ),
    )


def context(language: Language = "en", **changes: object) -> DraftContext:
    """A context in which every field of the partnership is known."""
    made = builders.context(language)
    whole = replace(
        made,
        coalition=replace(made.coalition, cooperation=cooperation()),
        members=members(language),
        project=ProjectFacts(commitments=commitments()),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def empty(language: Language = "en") -> DraftContext:
    """A context of which nothing is known but the call."""
    return replace(builders.context(language), coalition=CoalitionFacts(), members=(), reasons=())


def arranged(context: DraftContext, **changes: object) -> DraftContext:
    """The context with other standing arrangements."""
    held = replace(context.coalition.cooperation, **changes)  # type: ignore[arg-type]
    return replace(context, coalition=replace(context.coalition, cooperation=held))


def changed(context: DraftContext, index: int, **changes: object) -> DraftContext:
    """The context with one member changed."""
    found = list(context.members)
    found[index] = replace(found[index], **changes)  # type: ignore[arg-type]
    return replace(context, members=tuple(found))


def part(
    name: ContentPart, context: DraftContext, about: int | None = None, key: str = "erasmus_part_b"
) -> list[Block]:
    """The blocks of one part on the form `key`; `about` is the place of the member a section repeats for."""
    form = next(form for form in load_forms() if form.key == key)
    made = Desk(context, form, sentences_in(context.language))
    return PARTS[name](replace(made, about=made.member_at(about)))


def lines(blocks: list[Block]) -> list[str]:
    """Blocks as plain text: a line for each paragraph and for each row of a table."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, TableBlock):
            found += [" | ".join("".join(s.text for s in cell.words) for cell in row) for row in block.rows]
        else:
            lead = block.label if isinstance(block, GapBlock) else block.lead
            said = "".join(span.text for span in words_of(block))
            found.append(f"{lead}. {said}" if lead else said)
    return found


def gaps(blocks: list[Block]) -> list[tuple[str, str]]:
    """What is needed and who is asked, for every gap of some blocks in reading order."""
    spans = [span for block in blocks for span in words_of(block)]
    return [(span.gap.need, span.gap.ask) for span in spans if span.kind is SpanKind.GAP and span.gap]


def notes(blocks: list[Block]) -> list[TextBlock]:
    """Paragraphs among some blocks."""
    return [block for block in blocks if isinstance(block, TextBlock)]
