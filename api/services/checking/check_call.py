"""Use case: may this coalition apply for this call, what does the answer rest on, and who is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlmodel import Session

from api.services.access.permission import Action, require
from api.services.checking.call_conditions import rules_public
from api.services.checking.check_shapes import (
    STEPS,
    CheckPublic,
    FindingPublic,
    MemberCheckPublic,
    QuestionPublic,
    RoleOption,
    WhatIfPublic,
)
from api.services.checking.condition_values import value_of
from api.services.checking.evidence import authority_values, decision_public, evidence_public, plain_values
from api.services.checking.questions import confirmable, question_public
from matcher.eligibility.check_stored import StoredCase, load_case
from matcher.eligibility.conditions import Stage
from matcher.eligibility.facts import Origin, Party
from matcher.eligibility.judgement import (
    Answer,
    Finding,
    Judgement,
    Message,
    PartyJudgement,
    Question,
    WhatIf,
)
from matcher.eligibility.judging.questions import type_of
from matcher.eligibility.labels import answer_label, condition_label
from matcher.eligibility.sentences import say
from matcher.eligibility.verdict_words import possible_with
from store import call_conditions, call_documents, coalitions, queries
from store.labels import RoleWords, label, role_label, role_words
from store.models import Call, CallDecision, CallDocumentPublic, ProjectPlan
from store.vocabulary import ActorType, Language, PartnerRole

READ = (Origin.TEXT, Origin.DOCUMENT)
DECIDED = (Origin.OFFICER, Origin.LEAD)


def check_call(
    session: Session,
    slug: str,
    call_name: str,
    *,
    language: Language = Language.EN,
    what_if: tuple[ActorType, str] | None = None,
    partners: Sequence[tuple[ActorType, str]] = (),
) -> CheckPublic:
    """The verdict for the stored line-up, or for the one that Koalitio proposes, in the reader's language.

    what_if: kind and country of one more partner; partners: of several together. The verdict with them stands
    in `what_if`. Raises NotFound.
    """
    require(session, Action.READ_WORK, slug)
    coalition = coalitions.coalition_by_slug(session, slug)
    call = queries.call_by_name(session, call_name)
    assert call.id is not None
    case = load_case(session, coalition, call.id)
    judged = case.judgement()
    shown = _shown(session, call, case, judged, language)
    wanted = [*([what_if] if what_if else []), *partners]
    asked = shown.what_if(case.what_if(wanted)) if wanted else None
    return CheckPublic(
        coalition=coalitions.public_coalition(coalition),
        call=queries.public_call(call, queries.whole_crawls(session), case.now),
        verdict=judged.verdict,
        verdict_label=label(judged.verdict, language),
        curable=judged.curable,
        reason=shown.say(judged.reason),
        possible_with=possible_with(judged.verdict, judged.cures, language, shown.said_by),
        findings=[shown.finding(one, Stage.PARTNERSHIP) for one in judged.findings],
        to_keep=[shown.finding(one, Stage.PROPOSAL) for one in judged.to_keep],
        members=[shown.member(one) for one in judged.members],
        questions=shown.questions(judged),
        what_ifs=[*([asked] if asked else []), *(shown.what_if(one) for one in judged.what_ifs)],
        what_if=asked,
        warnings=[shown.say(one) for one in judged.warnings],
        proposed=judged.proposed,
        line_up_saved_at=case.line_up.last_modified_at if case.line_up else None,
        project=case.line_up.project if case.line_up else ProjectPlan(),
        rules=rules_public(case.call, case.book, language),
        documents=shown.documents,
        as_of=case.now,
    )


def _shown(session: Session, call: Call, case: StoredCase, judged: Judgement, language: Language) -> "_Shown":
    assert call.id is not None
    decisions = call_conditions.decisions_of(session, [call.id], case.coalition_id).get(call.id, [])
    return _Shown(
        call=call,
        case=case,
        documents=call_documents.documents_of(session, call.id),
        decisions={decision.type: decision for decision in decisions},
        changed=call_conditions.source_changed(session, decisions),
        authority=authority_values(decisions, language),
        confirmable=confirmable(judged),
        language=language,
    )


@dataclass(frozen=True)
class _Shown:
    """Turns what was judged into what is shown, in one language."""

    call: Call
    case: StoredCase
    documents: list[CallDocumentPublic]
    decisions: Mapping[str, CallDecision]
    changed: frozenset[int]
    authority: Mapping[str, str]
    confirmable: frozenset[str]
    language: Language

    @cached_property
    def parties(self) -> dict[str, Party]:
        """Members by slug."""
        return {party.key: party for party in self.case.parties}

    @cached_property
    def names(self) -> dict[str, str]:
        """Names of members by slug."""
        return {key: party.name for key, party in self.parties.items()}

    @cached_property
    def said_by(self) -> RoleWords:
        """Whose words the call uses for roles."""
        return role_words(self.call.programme, self.call.source)

    def say(self, message: Message) -> str:
        """A message in the reader's language and the call's own words."""
        return say(message, self.language, self.said_by)

    def question(self, asked: Question | None) -> QuestionPublic | None:
        """A question with the answers there are to choose from."""
        return question_public(asked, self.names, self.confirmable, self.language, self.said_by)

    def finding(self, found: Finding, stage: Stage) -> FindingPublic:
        """One condition with its answer, its evidence, and the question that would settle it."""
        applied, kind = found.applied, type_of(found.applied.condition)
        decision = self.decisions.get(kind) if applied.origin in DECIDED else None
        named = Answer.UNKNOWN if kind in STEPS and found.answer is Answer.NO else found.answer
        return FindingPublic(
            type=kind,
            stage=stage,
            label=condition_label(kind, self.language, self.said_by),
            value=value_of(applied.condition, self.language),
            answer=found.answer,
            answer_label=answer_label(named, self.language, stage),
            reason=self.say(found.reason),
            curable=found.curable,
            cure=self.say(found.cure.message) if found.cure else None,
            question=self.question(found.question),
            evidence=evidence_public(
                applied, self.case.book, self.call, self.documents, self.language, decision
            ),
            members=[self.names[key] for key in found.parties if key in self.names],
            read=applied.origin in READ,
            decision=decision_public(decision, self.changed, self.authority),
            condition=plain_values(applied.condition),
        )

    def member(self, judged: PartyJudgement) -> MemberCheckPublic:
        """One member's verdict, with the roles it could take."""
        party = self.parties[judged.party]
        return MemberCheckPublic(
            slug=party.key,
            name=party.name,
            actor_type=party.actor_type,
            country=party.country,
            role=judged.role,
            role_label=self.role(judged.role) if judged.role else None,
            role_wish=party.role_wish,
            verdict=judged.verdict,
            verdict_label=label(judged.verdict, self.language),
            reason=self.say(judged.reason),
            question=self.question(judged.question),
            roles=[
                RoleOption(
                    role=one.role,
                    label=self.role(one.role),
                    answer=one.answer,
                    reason=self.say(one.reason) if one.reason else None,
                )
                for one in judged.roles
            ],
            findings=[self.finding(one, Stage.PARTNERSHIP) for one in judged.findings],
            applications=party.applications,
            applications_led=party.applications_led,
        )

    def role(self, role: PartnerRole) -> str:
        """What a role is called in this call."""
        return role_label(role, self.call.programme, self.language, self.call.source)

    def questions(self, judged: Judgement) -> list[QuestionPublic]:
        """What would settle the verdict, the most deciding first."""
        asked = (self.question(one) for one in judged.questions)
        return [one for one in asked if one is not None]

    def what_if(self, found: WhatIf) -> WhatIfPublic:
        """What one more partner would change."""
        return WhatIfPublic(
            text=self.say(found.message),
            verdict=found.verdict,
            verdict_label=label(found.verdict, self.language),
            actor_type=found.actor_type,
            country=found.country,
            role=found.role,
        )
