"""How the members work together: governance, learning, newcomers, employers, and the theory of change."""

from dataclasses import dataclass, field

from proposal_templates.context.words import MeetingForm, MemberRef, Represents


@dataclass(frozen=True, kw_only=True)
class SeatFacts:
    """One seat of the steering group."""

    member: MemberRef | None = None
    seat: str | None = None
    """Who sits there, by post."""
    represents: Represents | None = None


@dataclass(frozen=True, kw_only=True)
class MeetingFacts:
    """One kind of meeting and its rhythm; each one becomes rows of the events table and of the timetable."""

    body: str | None = None
    """Who meets, for example the steering group."""
    purpose: str | None = None
    first_month: int | None = None
    """Project month of the first meeting, 1 is the first."""
    every_months: int | None = None
    """Months from one meeting to the next; None with a first month is held once."""
    form: MeetingForm | None = None
    place: str | None = None
    days: int | None = None
    attendees: int | None = None
    """Persons."""


@dataclass(frozen=True, kw_only=True)
class GovernanceFacts:
    """Who decides what and how."""

    steering_group: tuple[SeatFacts, ...] = ()
    chair: MemberRef | None = None
    quorum: str | None = None
    majority: str | None = None
    escalation: tuple[str, ...] = ()
    """Steps of settling a conflict, first to last."""
    meetings: tuple[MeetingFacts, ...] = ()
    communication: str | None = None
    """Tools and rules of daily contact."""


@dataclass(frozen=True, kw_only=True)
class PeerLearningFacts:
    """Who teaches whom what, when, and what comes of it."""

    teacher: MemberRef | None = None
    learners: tuple[MemberRef, ...] = ()
    subject: str | None = None
    month: int | None = None
    """Project month."""
    output: str | None = None


@dataclass(frozen=True, kw_only=True)
class NewcomerSupportFacts:
    """What helps one member that is new to the programme, and who gives it."""

    member: MemberRef | None = None
    mentor: MemberRef | None = None
    support: str | None = None


@dataclass(frozen=True, kw_only=True)
class EmployerBaseFacts:
    """The employers that the coalition reaches beyond its members."""

    employers: int | None = None
    small_employers: int | None = None
    """Of these, micro, small and medium-sized ones."""
    source: str | None = None
    """Where the numbers are from."""
    shortage: str | None = None
    """What is known of the shortage of workers in the sector."""


@dataclass(frozen=True, kw_only=True)
class StepFacts:
    """One step of a chain, and the member that does it."""

    text: str | None = None
    member: MemberRef | None = None


@dataclass(frozen=True, kw_only=True)
class TheoryFacts:
    """Two chains that meet in the vacancies: job-seekers come in, workers move up and stay."""

    inflow: tuple[StepFacts, ...] = ()
    mobility: tuple[StepFacts, ...] = ()
    vacancies: str | None = None
    """Which vacancies both chains lead to."""
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CooperationFacts:
    """The standing arrangements between the members."""

    governance: GovernanceFacts = field(default_factory=GovernanceFacts)
    peer_learning: tuple[PeerLearningFacts, ...] = ()
    newcomers: tuple[NewcomerSupportFacts, ...] = ()
    employers: EmployerBaseFacts = field(default_factory=EmployerBaseFacts)
    languages: str | None = None
    """How the members cope with several languages."""
    theory: TheoryFacts = field(default_factory=TheoryFacts)
