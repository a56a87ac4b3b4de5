"""What a condition rests on, as shown: a rule's source, or words of the call, or a person's decision."""

import re
from collections.abc import Mapping, Sequence

from api.services.checking.check_shapes import DecisionPublic, EvidencePublic
from api.services.checking.condition_values import value_of
from matcher.eligibility.conditions import ConditionBase
from matcher.eligibility.facts import Applied, Origin
from matcher.eligibility.from_store import condition_of
from matcher.eligibility.judging.lead import OneCoordinator
from matcher.eligibility.rule_file import Source
from matcher.eligibility.rulebook import Rulebook
from store.labels import ORDER, label
from store.models import Call, CallDecision, CallDocumentPublic
from store.vocabulary import DecisionState, Language

TITLES: dict[Origin, tuple[str, str, str]] = {
    Origin.SOURCE: (
        "the call as its source published it",
        "haku sellaisena kuin lähde sen julkaisi",
        "utlysningen så som källan publicerade den",
    ),
    Origin.TEXT: (
        "read from the text of the call",
        "luettu hakuilmoituksen tekstistä",
        "läst ur utlysningstexten",
    ),
    Origin.DOCUMENT: (
        "read from a call document",
        "luettu hakuasiakirjasta",
        "läst ur ett utlysningsdokument",
    ),
}
"""Of conditions that nobody decided; rules name their own source."""
DECIDERS: dict[Origin, tuple[str, str, str]] = {
    Origin.OFFICER: (
        "{} by the call's authority",
        "hakua hallinnoiva viranomainen {}",
        "{} av den myndighet som ansvarar för utlysningen",
    ),
    Origin.LEAD: ("{} by the coalition's lead", "koalition vetäjä {}", "{} av koalitionens ledare"),
}
DECIDED: dict[DecisionState, tuple[str, str, str]] = {
    DecisionState.CONFIRMED: ("confirmed", "vahvistanut", "bekräftat"),
    DecisionState.CORRECTED: ("corrected", "korjannut", "rättat"),
    DecisionState.REJECTED: ("set aside", "hylännyt", "avvisat"),
}
EVERY_APPLICATION = (
    "what every application needs",
    "mitä jokainen hakemus edellyttää",
    "vad varje ansökan kräver",
)
"""Of the one condition that no rule file states, since it holds for every call: one lead."""

_SITE = re.compile(r"([a-z0-9-]+\.)+[a-z]{2,4}(/\S*)?")


def evidence_public(
    applied: Applied,
    book: Rulebook,
    call: Call,
    documents: Sequence[CallDocumentPublic],
    language: Language,
    decision: CallDecision | None = None,
) -> EvidencePublic:
    """The evidence of one condition, with the address where a person reads it, when there is one.

    decision: the one that the condition comes from, so that confirming, correcting and setting aside are told
    apart.
    """
    found, condition = applied.evidence, applied.condition
    everywhere = isinstance(condition, OneCoordinator)
    source = book.sources.get(condition.source)
    title = EVERY_APPLICATION if everywhere else _plain_title(applied.origin, decision)
    told = title[ORDER.index(language)] if title else _title(source, condition.source, language)
    is_rule = applied.origin is Origin.RULE and not everywhere
    reference = source.reference if is_rule and source else None
    return EvidencePublic(
        origin=applied.origin,
        certainty=condition.certainty,
        source_title=told,
        reference=reference,
        place=condition.place if is_rule else None,
        note=condition.note if is_rule else None,
        address=None if everywhere else address_in(reference) if is_rule else call.url,
        quote=found.quote,
        field=found.field,
        document=found.document,
        document_id=next((d.id for d in documents if d.name == found.document), None),
        page=found.page,
        start=found.start,
        end=found.end,
        by=found.by,
        at=found.at,
    )


def _plain_title(origin: Origin, decision: CallDecision | None) -> tuple[str, ...] | None:
    """Who decided what, or where the call says it; None of a rule."""
    if origin not in DECIDERS:
        return TITLES.get(origin)
    did = DECIDED[decision.state if decision else DecisionState.CONFIRMED]
    return tuple(who.format(what) for who, what in zip(DECIDERS[origin], did, strict=True))


def _title(source: Source | None, name: str, language: Language) -> str:
    """A source's title; its name where no rule file describes it."""
    return name if source is None else source.title.in_language(language)


def address_in(reference: str | None) -> str | None:
    """The web address within a reference; a site that it only names is addressed by its front page.

    >>> address_in("Programme Guide 2026, by rakennerahastot.fi, part B")
    'https://rakennerahastot.fi'
    """
    for word in (reference or "").split():
        plain = word.strip("(),;").rstrip(".")
        if plain.startswith("https://") or _SITE.fullmatch(plain):
            return plain if plain.startswith("https://") else f"https://{plain}"
    return None


def authority_values(decisions: Sequence[CallDecision], language: Language) -> dict[str, str]:
    """By type, what the call's authority decided otherwise after the coalition's lead; decisions of one call.

    The lead's decision still holds for its coalition: docs/decisions/0009-verdicts.md.
    """
    for_all = {one.type: one for one in decisions if one.coalition_id is None}
    own = [one for one in decisions if one.coalition_id is not None and one.type in for_all]
    later = [(one, for_all[one.type]) for one in own if for_all[one.type].decided_at > one.decided_at]
    return {mine.type: _decided_value(theirs, language) for mine, theirs in later if _differ(mine, theirs)}


def _differ(one: CallDecision, other: CallDecision) -> bool:
    if one.condition is None or other.condition is None:
        return one.condition is not other.condition
    return plain_values(condition_of(one.condition)) != plain_values(condition_of(other.condition))


def _decided_value(decision: CallDecision, language: Language) -> str:
    """What was decided, in short; the state in words where no value says it."""
    value = value_of(condition_of(decision.condition), language) if decision.condition else None
    return value or label(decision.state, language)


def decision_public(
    decision: CallDecision | None, changed: frozenset[int], authority: Mapping[str, str]
) -> DecisionPublic | None:
    """A person's decision as shown.

    changed: ids of those whose words are gone; authority: see `authority_values`.
    """
    if decision is None:
        return None
    return DecisionPublic(
        state=decision.state,
        by=decision.by,
        at=decision.decided_at,
        for_all=decision.coalition_id is None,
        note=decision.note,
        source_changed=decision.id in changed,
        authority_value=authority.get(decision.type),
    )


def plain_values(condition: ConditionBase) -> Mapping[str, object]:
    """What the condition itself says, as plain data without where it comes from."""
    about = {*ConditionBase.model_fields, "type"}
    values: dict[str, object] = condition.model_dump(mode="json", exclude=about)
    return values
