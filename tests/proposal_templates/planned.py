"""A planned project for tests of the work plan: valid defaults, all of it made up."""

from dataclasses import replace

from proposal_templates.context import (
    CooperationFacts,
    DeliverableFacts,
    DraftContext,
    EventFacts,
    GovernanceFacts,
    IndicatorFacts,
    Language,
    MeetingFacts,
    MilestoneFacts,
    PartFacts,
    PeerLearningFacts,
    ProjectFacts,
    RiskFacts,
    TaskFacts,
    WorkPackageFacts,
)
from proposal_templates.desk import Desk
from proposal_templates.draft import Draft, build_draft
from proposal_templates.forms import load_forms
from proposal_templates.forms.model import Form
from proposal_templates.sentences import sentences_in
from tests.proposal_templates import builders

AREA, COLLEGE, EMPLOYERS, PEERS, ABROAD = range(5)
"""Places of the members of `builders.members`; the college coordinates."""


def management(**changes: object) -> WorkPackageFacts:
    """Management through the whole project, led by the coordinator."""
    facts = WorkPackageFacts(
        kind="management",
        title="Steering and care of the project",
        objectives="The project keeps its time, its money and its promises.",
        lead=COLLEGE,
        lead_reason="The college has run projects with several funders.",
        first_month=1,
        last_month=24,
        parts=(PartFacts(member=AREA, part="Reports on participants", reason="It holds the register."),),
        tasks=(
            TaskFacts(
                title="Daily management",
                description="Plans, reports and payments.",
                lead=COLLEGE,
                members=(AREA, PEERS),
                first_month=1,
                last_month=24,
            ),
        ),
        milestones=(
            MilestoneFacts(
                title="Partnership agreement signed",
                description="All members have signed.",
                lead=COLLEGE,
                month=2,
                verification="Signed agreement",
            ),
        ),
        deliverables=(
            DeliverableFacts(
                title="Management and quality plan",
                description="Electronic document in English",
                lead=COLLEGE,
                type="Report",
                level="PU",
                month=3,
            ),
        ),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def courses(**changes: object) -> WorkPackageFacts:
    """A work package for the first two goals, with two tasks."""
    facts = WorkPackageFacts(
        kind="goal",
        title="Short courses with employers",
        goals=(0, 1),
        objectives="Adults start in care after a short course shaped with employers.",
        results="Two courses that employers recognise.",
        lead=AREA,
        lead_reason="It knows who is ready for short training.",
        first_month=3,
        last_month=18,
        parts=(
            PartFacts(member=COLLEGE, part="Builds the courses", reason="It may award qualifications."),
            PartFacts(member=EMPLOYERS, part="Opens vacancies", reason="Small firms trust it."),
        ),
        tasks=(
            TaskFacts(
                title="Course design",
                description="Employers and teachers agree on content.",
                lead=COLLEGE,
                members=(EMPLOYERS, AREA),
                first_month=3,
                last_month=8,
            ),
            TaskFacts(
                title="Courses and work trials",
                description="Three rounds of courses.",
                lead=AREA,
                members=(COLLEGE,),
                first_month=9,
                last_month=18,
            ),
        ),
        milestones=(
            MilestoneFacts(
                title="First round starts",
                description="Fifteen adults have started.",
                lead=AREA,
                month=9,
                verification="List of starters",
            ),
        ),
        deliverables=(
            DeliverableFacts(
                title="Course handbook",
                description="Web pages in three languages",
                lead=COLLEGE,
                type="Handbook",
                level="PU",
                month=8,
            ),
        ),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def spreading(**changes: object) -> WorkPackageFacts:
    """The last work package, led by the peers."""
    facts = WorkPackageFacts(
        kind="impact",
        title="Use and spreading of results",
        goals=(2,),
        objectives="Others take the courses into use.",
        results="Four regions use the handbook.",
        lead=PEERS,
        lead_reason="It speaks for those the work is for.",
        first_month=12,
        last_month=24,
        tasks=(
            TaskFacts(
                title="Seminars", description="Two seminars.", lead=PEERS, first_month=20, last_month=24
            ),
        ),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def steering(**changes: object) -> MeetingFacts:
    """The steering group, four times a year."""
    facts = MeetingFacts(
        body="Steering group",
        purpose="Decisions on plan and money",
        first_month=1,
        every_months=3,
        form="hybrid",
        place="Kokkola",
        days=1,
        attendees=12,
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


COUNTED = IndicatorFacts(
    code="EECO02", goal=0, counts="persons", unit="persons", baseline="0", target="45", source="Register"
)
BODIES = IndicatorFacts(
    code="EECO19", goal=1, counts="bodies", unit="enterprises", baseline="3", target="20", source="Contracts"
)
OBSERVED = IndicatorFacts(
    text="Employers say that starters are ready for work",
    goal=0,
    counts="qualitative",
    baseline="No common view",
    target="Most find them ready",
    source="Interviews",
)


def project(**changes: object) -> ProjectFacts:
    """Two years with three work packages, an event, a risk and three indicators."""
    facts = ProjectFacts(
        name="Open Doors",
        acronym="DOORS",
        contact="Contact Person",
        duration_months=24,
        work_packages=(management(), courses(), spreading()),
        events=(
            EventFacts(
                name="Closing seminar",
                member=PEERS,
                type="Seminar",
                area="Results",
                place="Kokkola",
                month=23,
                days=1,
                attendees=80,
            ),
        ),
        risks=(
            RiskFacts(
                text="Employers lose interest",
                likelihood="low",
                impact="high",
                work=1,
                measure="A contact person for each employer",
                owner=EMPLOYERS,
            ),
        ),
        indicators=(COUNTED, BODIES, OBSERVED),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def context(
    language: Language = "en", meetings: tuple[MeetingFacts, ...] = (steering(),), **changes: object
) -> DraftContext:
    """The usual context with that project; `changes` are to the project."""
    learning = PeerLearningFacts(teacher=PEERS, learners=(COLLEGE,), subject="Peer support", month=6)
    cooperation = CooperationFacts(governance=GovernanceFacts(meetings=meetings), peer_learning=(learning,))
    return builders.context(
        language,
        coalition=builders.coalition(language, cooperation=cooperation),
        project=project(**changes),
    )


def draft(language: Language = "en", **changes: object) -> Draft:
    """A draft of that context on Part B."""
    return on_form(context(language, **changes))  # type: ignore[arg-type]


def on_form(made: DraftContext) -> Draft:
    """A draft of a context on Part B, whatever its call."""
    return build_draft(made, _part_b())


def desk(made: DraftContext) -> Desk:
    """The desk at which a context is written, on Part B whatever its call."""
    return Desk(made, _part_b(), sentences_in(made.language))


def _part_b() -> Form:
    return next(form for form in load_forms() if form.key == "erasmus_part_b")
