"""What each organisation still has to do, or to watch: registrations, and the number of its applications."""

from dataclasses import dataclass

from matcher.eligibility.conditions import ApplicationCount, Identifiers
from matcher.eligibility.facts import Party
from matcher.eligibility.judgement import Answer, Cure, Message, Value
from matcher.eligibility.judging.case import Case, Outcome, keys, names
from matcher.eligibility.judging.plan import not_told
from matcher.eligibility.judging.questions import ask_member


def identifiers(condition: Identifiers, case: Case) -> Outcome:
    """Every organisation in a named role has the registrations that the application asks for. Source: R16."""
    if not condition.needed:
        return not_told(condition)
    concerned = [party for party in case.parties if party.role in condition.roles]
    wanted: dict[str, Value] = {"identifiers": tuple(condition.needed)}
    for identifier in condition.needed:
        lacking = [party for party in concerned if party.identifiers.get(identifier) is False]
        if lacking:
            values: dict[str, Value] = {"identifiers": (identifier,), "names": names(lacking)}
            cure = Cure(Message("cure.identifiers", values), count=0)
            return Outcome(Answer.NO, Message("identifiers.no", values), cure=cure, parties=keys(lacking))
    for identifier in condition.needed:
        unsure = [p for p in concerned if p.identifiers.get(identifier) is None and not p.assumed]
        if unsure:
            question = ask_member(unsure[0], identifier)
            return Outcome(
                Answer.UNKNOWN, Message("identifiers.keep", wanted), question=question, parties=keys(unsure)
            )
    return Outcome(Answer.YES, Message("identifiers.yes", wanted))


def application_count(condition: ApplicationCount, case: Case) -> Outcome:
    """No organisation is in, or leads, more applications of the round than allowed. Source: R09."""
    if condition.maximum is None and condition.maximum_as_coordinator is None:
        return not_told(condition)
    counted = [
        *_counted("applications", condition.maximum, case.applicants),
        *_counted("applications_led", condition.maximum_as_coordinator, case.coordinators),
    ]
    for each in counted:
        if above(each.number, each.limit):
            cure = Cure(Message(f"cure.{each.fact}", each.values), count=0)
            return Outcome(
                Answer.NO, Message(f"{each.fact}.no", each.values), cure=cure, parties=(each.party.key,)
            )
    for each in counted:
        if each.number is None:
            question = ask_member(each.party, each.fact)
            reason = Message(f"{each.fact}.keep", each.values)
            return Outcome(Answer.UNKNOWN, reason, question=question, parties=(each.party.key,))
    return Outcome(Answer.YES, Message("application_count.yes"))


def in_too_many(condition: ApplicationCount, party: Party) -> bool:
    """Whether a member is known to be in more applications of the round than one may be."""
    return above(party.applications, condition.maximum)


def leads_too_many(condition: ApplicationCount, party: Party) -> bool:
    """Whether a member, leading this one too, is known to lead more than one may."""
    return above(party.applications_led, condition.maximum_as_coordinator)


def above(number: int | None, limit: int | None) -> bool:
    """Whether both are known and the number is too large."""
    return number is not None and limit is not None and number > limit


@dataclass(frozen=True, slots=True)
class _Counted:
    """How many applications a member is in, or leads, and how many it may."""

    party: Party
    fact: str
    number: int | None
    limit: int

    @property
    def values(self) -> dict[str, Value]:
        return {"name": self.party.name, "count": self.limit}


def _counted(fact: str, limit: int | None, parties: tuple[Party, ...]) -> list[_Counted]:
    if limit is None:
        return []
    return [_Counted(party, fact, getattr(party, fact), limit) for party in parties if not party.assumed]
