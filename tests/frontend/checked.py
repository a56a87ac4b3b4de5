"""Checks made by hand, with valid defaults, and the sections of the page that shows them."""

from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag
from sqlmodel import Session

from api.services.checking.check_shapes import (
    CallConditions,
    CheckPublic,
    Choice,
    DecisionPublic,
    EvidencePublic,
    FindingPublic,
    MemberCheckPublic,
    QuestionPublic,
    RoleOption,
    RulesPublic,
    WhatIfPublic,
)
from matcher.eligibility.conditions import Certainty, Stage
from matcher.eligibility.facts import Origin
from matcher.eligibility.judgement import Answer, AnswerKind
from store import queries
from store.coalitions import public_coalition
from store.labels import label
from store.models import Call, Coalition
from store.vocabulary import ActorType, DecisionState, Language, LegalType, PartnerRole, Verdict
from tests.frontend.stored import NOW, store_call, store_coalition

QUOTE = "At least three organisations from three countries"
TEXT = f"## Who\nPartnerships open paths. {QUOTE} take part."


def evidence(**facts: Any) -> EvidencePublic:
    """A rule's reference, read in an official text; any fact can be replaced."""
    known: dict[str, Any] = {
        "origin": Origin.RULE,
        "certainty": Certainty.A,
        "source_title": "Programme Guide 2026",
        "reference": "https://example.org/guide",
        "address": "https://example.org/guide",
        "place": "part B, KA220",
    }
    return EvidencePublic(**(known | facts))


def words_of_the_call(**facts: Any) -> EvidencePublic:
    """Words of the call's description."""
    start = TEXT.index(QUOTE)
    known: dict[str, Any] = {
        "origin": Origin.TEXT,
        "certainty": Certainty.B,
        "source_title": "read from the text of the call",
        "reference": None,
        "address": None,
        "place": None,
        "quote": QUOTE,
        "field": "description",
        "start": start,
        "end": start + len(QUOTE),
    }
    return evidence(**(known | facts))


def finding(**facts: Any) -> FindingPublic:
    """A condition that is not met and that a partner would cure."""
    known: dict[str, Any] = {
        "type": "country_count",
        "stage": Stage.PARTNERSHIP,
        "label": "number of countries",
        "value": "at least 3",
        "answer": Answer.NO,
        "answer_label": "not met",
        "reason": "Zx reason.",
        "curable": True,
        "evidence": evidence(),
        "condition": {"minimum": 3},
    }
    return FindingPublic(**(known | facts))


def read_finding(**facts: Any) -> FindingPublic:
    """A condition read from the call's text and confirmed by nobody."""
    known: dict[str, Any] = {
        "type": "consortium_size",
        "label": "number of organisations",
        "answer": Answer.UNKNOWN,
        "answer_label": "to be clarified",
        "evidence": words_of_the_call(),
        "read": True,
        "condition": {"minimum": 3, "maximum": None},
    }
    return finding(**(known | facts))


def decision(**facts: Any) -> DecisionPublic:
    """A lead's confirmation."""
    known: dict[str, Any] = {
        "state": DecisionState.CONFIRMED,
        "by": "Zx Lead",
        "at": NOW,
        "for_all": False,
    }
    return DecisionPublic(**(known | facts))


def question(**facts: Any) -> QuestionPublic:
    """The legal type of the only member."""
    known: dict[str, Any] = {
        "fact": "member.legal_type",
        "kind": AnswerKind.LEGAL_TYPE,
        "text": "Zx legal type?",
        "member": "college",
        "member_name": "Zx",
        "choices": [Choice(value=kind, label=label(kind, Language.EN)) for kind in LegalType],
    }
    return QuestionPublic(**(known | facts))


def member_check(**facts: Any) -> MemberCheckPublic:
    """A member that takes part and cannot lead."""
    role = facts.get("role", PartnerRole.BENEFICIARY)
    known: dict[str, Any] = {
        "slug": "college",
        "name": "Zx",
        "actor_type": ActorType.VET_PROVIDER,
        "country": "FI",
        "role": role,
        "role_label": role and label(role, Language.EN),
        "role_wish": None,
        "verdict": Verdict.ELIGIBLE,
        "verdict_label": "eligible",
        "reason": "Zx member reason.",
        "roles": [
            RoleOption(role=one, label=label(one, Language.EN), answer=answer, reason=reason)
            for one, answer, reason in (
                (PartnerRole.COORDINATOR, Answer.NO, "Zx no lead"),
                (PartnerRole.BENEFICIARY, Answer.YES, None),
                (PartnerRole.ASSOCIATED_PARTNER, Answer.UNKNOWN, "Zx asks"),
            )
        ],
    }
    return MemberCheckPublic(**(known | facts))


def what_if(**facts: Any) -> WhatIfPublic:
    """An employer from Sweden would make it eligible."""
    known: dict[str, Any] = {
        "text": "Zx employer from Sweden.",
        "verdict": Verdict.ELIGIBLE,
        "verdict_label": "eligible",
        "actor_type": ActorType.EMPLOYER,
        "country": "SE",
        "role": PartnerRole.BENEFICIARY,
    }
    return WhatIfPublic(**(known | facts))


def check_of(coalition: Coalition, call: Call, language: Language = Language.EN, **facts: Any) -> CheckPublic:
    """A check that is not eligible as things are, and curable."""
    verdict = facts.get("verdict", Verdict.INELIGIBLE)
    known: dict[str, Any] = {
        "coalition": public_coalition(coalition),
        "call": queries.public_call(call, {}),
        "verdict": verdict,
        "verdict_label": label(verdict, language),
        "curable": verdict is Verdict.INELIGIBLE,
        "reason": "Zx whole reason.",
        "possible_with": "Zx possible.",
        "findings": [finding(), read_finding()],
        "to_keep": [finding(type="duration", stage=Stage.PROPOSAL, label="duration", answer=Answer.UNKNOWN)],
        "members": [member_check()],
        "questions": [question()],
        "what_ifs": [what_if()],
        "warnings": ["Zx warning."],
        "proposed": True,
        "rules": RulesPublic(name="Zx rules", action="KA220"),
        "as_of": NOW,
    }
    return CheckPublic(**(known | facts))


def conditions_of(check: CheckPublic) -> CallConditions:
    """The call's conditions with nothing set aside."""
    return CallConditions(call=check.call, rules=check.rules, conditions=[])


def stored_check(session: Session, **facts: Any) -> CheckPublic:
    """A check of a stored coalition and call; the call's text holds the quoted words."""
    coalition = store_coalition(session, slug="zx", name="Zx")
    return check_of(coalition, store_call(session, identifier="CALL-1", description=TEXT), **facts)


def section(page: BeautifulSoup, name: str) -> Tag:
    """The section headed by the heading of that id."""
    found = page.find("section", attrs={"aria-labelledby": name})
    assert isinstance(found, Tag), name
    return found
