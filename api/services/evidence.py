"""What a condition rests on, as shown: a rule's source, or words of the call, or a person's decision."""

import re
from collections.abc import Mapping, Sequence

from api.services.check_shapes import DecisionPublic, EvidencePublic
from matcher.eligibility.conditions import ConditionBase
from matcher.eligibility.facts import Applied, Origin
from matcher.eligibility.judging.lead import OneCoordinator
from matcher.eligibility.rule_file import Source
from matcher.eligibility.rulebook import Rulebook
from store.labels import ORDER
from store.models import Call, CallDecision, CallDocumentPublic
from store.vocabulary import Language

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
    Origin.OFFICER: (
        "confirmed by the call's authority",
        "hakua hallinnoiva viranomainen vahvistanut",
        "bekräftat av den myndighet som ansvarar för utlysningen",
    ),
    Origin.LEAD: (
        "confirmed by the coalition's lead",
        "koalition vetäjä vahvistanut",
        "bekräftat av koalitionens ledare",
    ),
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
) -> EvidencePublic:
    """The evidence of one condition, with the address where a person reads it, when there is one."""
    found, condition = applied.evidence, applied.condition
    everywhere = isinstance(condition, OneCoordinator)
    source = book.sources.get(condition.source)
    title = EVERY_APPLICATION if everywhere else TITLES.get(applied.origin)
    told = title[ORDER.index(language)] if title else _title(source, condition.source, language)
    is_rule = applied.origin is Origin.RULE and not everywhere
    reference = source.reference if is_rule and source else None
    return EvidencePublic(
        origin=applied.origin,
        certainty=condition.certainty,
        source_title=told,
        reference=reference,
        place=condition.place if is_rule else None,
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


def decision_public(decision: CallDecision | None, changed: frozenset[int]) -> DecisionPublic | None:
    """A person's decision as shown; `changed` holds the ids of those whose words are gone."""
    if decision is None:
        return None
    return DecisionPublic(
        state=decision.state,
        by=decision.by,
        at=decision.decided_at,
        for_all=decision.coalition_id is None,
        note=decision.note,
        source_changed=decision.id in changed,
    )


def plain_values(condition: ConditionBase) -> Mapping[str, object]:
    """What the condition itself says, as plain data without where it comes from."""
    about = {*ConditionBase.model_fields, "type"}
    values: dict[str, object] = condition.model_dump(mode="json", exclude=about)
    return values
