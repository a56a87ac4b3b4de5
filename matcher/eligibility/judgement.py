"""What judging gives: a verdict with reasons, per member and for the group; words come from `sentences`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from matcher.eligibility.conditions import Trait
from matcher.eligibility.facts import Applied
from store.vocabulary import ActorType, LegalType, PartnerRole, Verdict


class Answer(StrEnum):
    """Whether one condition is met."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence by key, with its values; `sentences.say` puts it into words of a language."""

    key: str
    values: Mapping[str, "Value"] = field(default_factory=dict)


Value = str | int | float | tuple[str, ...] | Message
"""A value of a sentence: words, codes, days as ISO text, numbers, words in a row, a sentence within it."""


class AnswerKind(StrEnum):
    """What kind of answer settles a question."""

    LEGAL_TYPE = "legal_type"
    DATE = "date"
    YES_NO = "yes_no"
    NUMBER = "number"
    REGION = "region"
    MUNICIPALITY = "municipality"
    LANGUAGE = "language"
    CALL_CONDITION = "call_condition"


@dataclass(frozen=True, slots=True)
class Question:
    """The one thing that would settle a condition.

    fact: name of what is missing, such as `member.founded`, `member.legal_type`, `member.may_co_fund`,
    `project.months` or `call.consortium_size` (a condition of the call that nobody knows for sure).
    party: key of the member it is about.
    """

    fact: str
    kind: AnswerKind
    message: Message
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Cure:
    """A partner, or a choice, that would cure a failed condition; the message reads after "possible with".

    count: how many such partners; 0 for a choice of the coalition's own. countries: from how many different
    countries they have to come. actor_types: any of them; empty means any. not_from: countries that do not
    help; in_countries: countries of which each needs `count`. role: what it would have to be. legal_types:
    any of them. among: the partners may be among those of the first cure of a judgement.
    """

    message: Message
    count: int = 1
    countries: int = 0
    actor_types: tuple[ActorType, ...] = ()
    not_from: tuple[str, ...] = ()
    in_countries: tuple[str, ...] = ()
    role: PartnerRole = PartnerRole.BENEFICIARY
    trait: Trait | None = None
    legal_types: tuple[LegalType, ...] = ()
    among: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One condition judged: `curable` tells of a NO whether a partner, or a choice, can put it right.

    parties: keys of the members that fail or that the question is open for.
    """

    applied: Applied
    answer: Answer
    reason: Message
    curable: bool = True
    cure: Cure | None = None
    question: Question | None = None
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleAnswer:
    """Whether one member may take one role, and why not."""

    role: PartnerRole
    answer: Answer
    reason: Message | None = None


@dataclass(frozen=True, slots=True)
class PartyJudgement:
    """The verdict for one member in its role of the line-up (None: not taking part), and in every other."""

    party: str
    role: PartnerRole | None
    verdict: Verdict
    reason: Message
    findings: tuple[Finding, ...] = ()
    roles: tuple[RoleAnswer, ...] = ()
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What the verdict would be with one more partner, or with `partners` more; judged, not guessed.

    actor_type, country: of the one partner; None when it takes several. role: of the one, or of the one among
    several that would lead. Whatever else the rules ask of a partner (age, legal type, region) is as needed.
    """

    actor_type: ActorType | None
    country: str | None
    role: PartnerRole
    verdict: Verdict
    message: Message
    partners: int = 1


@dataclass(frozen=True, slots=True)
class Screening:
    """The verdict for the coalition's best line-up, without the parts that only a page needs."""

    verdict: Verdict
    curable: bool
    reason: Message
    cures: tuple[Cure, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict for a line-up and all it rests on.

    curable: of INELIGIBLE, whether partners or choices can put it right; False sinks the call. findings: the
    partnership's conditions, failed first; to_keep: the proposal's conditions. proposed: the line-up was
    proposed here and is not anyone's decision yet. questions: most deciding first.
    """

    verdict: Verdict
    curable: bool
    reason: Message
    findings: tuple[Finding, ...]
    to_keep: tuple[Finding, ...]
    members: tuple[PartyJudgement, ...]
    questions: tuple[Question, ...] = ()
    cures: tuple[Cure, ...] = ()
    what_ifs: tuple[WhatIf, ...] = ()
    warnings: tuple[Message, ...] = ()
    proposed: bool = False
