"""How the members of a coalition work together, as its page tells it: what is stored, in few lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from frontend.formats import Formats
from frontend.words import Words
from store.models import CoalitionPublic
from store.models.cooperation import EmployerBase, Governance, Meeting, PeerLearning, Seat
from store.models.member_parts import Employer
from store.vocabulary import Represents


@dataclass(frozen=True)
class Line:
    """One line: `own` are the coalition's words, `ours` those of the page about it."""

    own: str
    ours: str = ""


@dataclass(frozen=True)
class Topic:
    """One topic of the cooperation with what is agreed about it; no lines when nothing is."""

    key: str
    lines: tuple[Line, ...]


def arrangements_of(coalition: CoalitionPublic, formats: Formats) -> list[Topic]:
    """Governance, meetings, employers and peer learning, in that order."""
    names = {member.slug: member.name for member in coalition.members}
    held, words = coalition.cooperation, formats.words
    employers = [(one.name, one.employer) for one in coalition.members if one.employer]
    return [
        Topic("governance", tuple(_governance(held.governance, names, words))),
        Topic("meetings", tuple(_meeting(one, words) for one in held.governance.meetings)),
        Topic("employers", (*_employer_base(held.employers, words), *_employers(employers, words))),
        Topic("peer_learning", tuple(_lesson(one, names, words) for one in held.peer_learning)),
    ]


def represented(words: Words) -> list[tuple[str, str]]:
    """Whose voice a member can be, as values and words of a field."""
    each = [(str(one), words.label(one)) for one in Represents]
    return [*each, (" ".join(Represents), words("form.both_voices"))]


def _governance(held: Governance, names: Mapping[str, str], words: Words) -> Iterable[Line]:
    for seat in held.steering_group:
        yield _seat(seat, names, words)
    if chair := names.get(held.chair or ""):
        yield Line(chair, words("cooperation.chair"))
    for key, text in (("quorum", held.quorum), ("majority", held.majority)):
        if text:
            yield Line(text, words(f"cooperation.{key}"))
    if held.escalation:
        yield Line(" → ".join(held.escalation), words("cooperation.escalation"))
    if held.communication:
        yield Line(held.communication, words("cooperation.communication"))


def _seat(seat: Seat, names: Mapping[str, str], words: Words) -> Line:
    who = ", ".join(filter(None, (names.get(seat.member or ""), seat.seat)))
    voice = words.label(seat.represents) if seat.represents else ""
    return Line(who or words("not_known"), _joined(words("cooperation.seat"), voice))


def _meeting(meeting: Meeting, words: Words) -> Line:
    rhythm = words("cooperation.from_month", n=meeting.first_month) if meeting.first_month else ""
    again = words.count("cooperation.every", meeting.every_months) if meeting.every_months else ""
    form = words.label(meeting.form) if meeting.form else ""
    people = words.count("cooperation.people", meeting.attendees) if meeting.attendees is not None else ""
    own = ": ".join(filter(None, (meeting.body, meeting.purpose)))
    return Line(own or words("not_known"), _joined(rhythm, again, form, people))


def _employer_base(base: EmployerBase, words: Words) -> Iterable[Line]:
    counted = [
        words.count(f"cooperation.{key}", number)
        for key, number in (("employers", base.employers), ("small_employers", base.small_employers))
        if number is not None
    ]
    if counted:
        yield Line(base.source or "", _joined(*counted))
    if base.shortage:
        yield Line(base.shortage, words("cooperation.shortage"))


def _employers(found: Iterable[tuple[str, Employer]], words: Words) -> Iterable[Line]:
    for name, employer in found:
        size = words.label(employer.size) if employer.size else ""
        counts = [
            words.count(f"cooperation.{key}", number)
            for key, number in (
                ("vacancies", employer.vacancies),
                ("work_trials", employer.work_trials),
                ("mentors", employer.mentors),
            )
            if number is not None
        ]
        letter = words.label(employer.letter) if employer.letter else ""
        yield Line(name, _joined(size, *counts, letter))


def _lesson(lesson: PeerLearning, names: Mapping[str, str], words: Words) -> Line:
    teacher = names.get(lesson.teacher or "", words("not_known"))
    learners = ", ".join(names[one] for one in lesson.learners if one in names) or words("not_known")
    month = words("cooperation.in_month", n=lesson.month) if lesson.month else ""
    return Line(f"{lesson.subject or words('not_known')}: {teacher} → {learners}", month)


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))
