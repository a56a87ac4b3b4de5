"""How the members of a coalition work together: governance, learning, employers, theory of change."""

from store.models.kinds import Slug, Words
from store.models.part import Days, DocumentPart, Month, Months, Persons
from store.vocabulary import MeetingForm, Represents


class Seat(DocumentPart):
    """One seat of the steering group."""

    member: Slug | None = None
    seat: Words | None = None
    """Who sits there, by post."""
    represents: Represents | None = None


class Meeting(DocumentPart):
    """One kind of meeting and its rhythm; each one becomes rows of the events table and of the timetable."""

    body: Words | None = None
    """Who meets, for example the steering group."""
    purpose: Words | None = None
    first_month: Month | None = None
    """Project month of the first meeting, 1 is the first."""
    every_months: Months | None = None
    """Months from one meeting to the next; None with a first month is held once."""
    form: MeetingForm | None = None
    place: Words | None = None
    days: Days | None = None
    attendees: Persons | None = None
    """Persons."""


class Governance(DocumentPart):
    """Who decides what and how."""

    steering_group: tuple[Seat, ...] = ()
    chair: Slug | None = None
    quorum: Words | None = None
    majority: Words | None = None
    escalation: tuple[Words, ...] = ()
    """Steps of settling a conflict, first to last."""
    meetings: tuple[Meeting, ...] = ()
    communication: Words | None = None
    """Tools and rules of daily contact."""


class PeerLearning(DocumentPart):
    """Who teaches whom what, when, and what comes of it."""

    teacher: Slug | None = None
    learners: tuple[Slug, ...] = ()
    subject: Words | None = None
    month: Month | None = None
    """Project month."""
    output: Words | None = None


class NewcomerSupport(DocumentPart):
    """What helps one member that is new to the programme, and who gives it."""

    member: Slug | None = None
    mentor: Slug | None = None
    support: Words | None = None


class EmployerBase(DocumentPart):
    """The employers that the coalition reaches beyond its members."""

    employers: Persons | None = None
    small_employers: Persons | None = None
    """Of these, micro, small and medium-sized ones."""
    source: Words | None = None
    """Where the numbers are from."""
    shortage: Words | None = None
    """What is known of the shortage of workers in the sector."""


class Step(DocumentPart):
    """One step of a chain, and the member that does it."""

    text: Words | None = None
    member: Slug | None = None


class Theory(DocumentPart):
    """Two chains that meet in the vacancies: job-seekers come in, workers move up and stay."""

    inflow: tuple[Step, ...] = ()
    mobility: tuple[Step, ...] = ()
    vacancies: Words | None = None
    """Which vacancies both chains lead to."""
    assumptions: tuple[Words, ...] = ()


class Cooperation(DocumentPart):
    """The standing arrangements between the members."""

    governance: Governance = Governance()
    peer_learning: tuple[PeerLearning, ...] = ()
    newcomers: tuple[NewcomerSupport, ...] = ()
    employers: EmployerBase = EmployerBase()
    languages: Words | None = None
    """How the members cope with several languages."""
    theory: Theory = Theory()
