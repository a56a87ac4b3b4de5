"""What the pages call the fields of a coalition form, and how they tell what stands in one."""

from collections.abc import Mapping
from enum import StrEnum

from frontend.member_facts import COLUMNS, NO, YES, fact_label
from frontend.profile_lengths import BASIC, Field
from frontend.regions import country_name
from frontend.words import Words
from store.vocabulary import ActorType, Language, LegalType, PartnerRole, Represents

ROW_LABELS = {"members": "form.member_n", "goals": "form.goal_n", "needs": "form.need_n"}
LABELS = {
    (BASIC, "name"): "form.name",
    (BASIC, "language"): "coalition.language",
    (BASIC, "summary"): "form.summary",
    (BASIC, "country"): "coalition.country",
    (BASIC, "regions"): "coalition.regions",
    (BASIC, "target_groups"): "coalition.target_groups",
    (BASIC, "capacity"): "coalition.capacity",
    (BASIC, "working_languages"): "coalition.working_languages",
    (BASIC, "avoids"): "coalition.avoids",
    ("members", "name"): "form.member_name",
    ("members", "actor_type"): "form.member_type",
    ("members", "country"): "coalition.country",
    ("members", "region"): "form.region",
    ("members", "role_wish"): "member.role",
    ("members", "expertise"): "member.expertise",
    ("members", "contribution"): "member.contribution",
    ("members", "cannot_alone"): "member.cannot_alone",
    ("members", "capacities"): "member.capacities",
    ("members", "represents"): "member.represents",
    ("goals", "text"): "form.goal_text",
    ("goals", "indicator"): "form.goal_indicator",
    ("needs", "text"): "form.need_text",
    ("needs", "figure"): "form.need_figure",
    ("needs", "evidence"): "form.need_evidence",
    ("needs", "region"): "form.region",
}
CHOSEN: Mapping[str, type[StrEnum]] = {
    "actor_type": ActorType,
    "role_wish": PartnerRole,
    "legal_type": LegalType,
    "represents": Represents,
}
"""Columns that hold words of a vocabulary, with spaces between."""


def label_of(field: Field, words: Words) -> str:
    """What the page calls a field: `Member 2, Name of the organisation`."""
    if field.section == BASIC:
        return words(LABELS[field.section, field.column])
    label = (
        fact_label(field.column, words)
        if field.column in COLUMNS
        else words(LABELS[field.section, field.column])
    )
    return f"{words(ROW_LABELS[field.section], n=field.at + 1)}, {label}"


def told(field: Field, words: Words) -> str:
    """What stands in the field, choices by their names; that it is empty is said."""
    value = field.value.strip()
    if not value:
        return words("form.empty")
    if kind := CHOSEN.get(field.column):
        return ", ".join(words.label(kind(one)) if one in list(kind) else one for one in value.split())
    if field.column == "language" and value in list(Language):
        return words(f"language.{value}")
    if field.column == "country":
        return country_name(value, words.language)
    return words(f"member.{value}") if field.column in COLUMNS and value in (YES, NO) else value
