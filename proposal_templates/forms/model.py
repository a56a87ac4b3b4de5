"""The shape of a form file; `docs/adding_a_form.md` explains each key to people who write one."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from proposal_templates.context import Language, Role

Certainty = Literal["A", "B", "C"]
"""A read in an official text or page, B in a third-party or secondary source, C recalled or our own gloss."""

Asked = Literal["coordinator", "all_members", "finance", "call_document"]
"""Who can fill a gap; named in every language by the sentences `asks.*`."""

ContentPart = Literal[
    "cover",
    "call_brief",
    "abstract",
    "background",
    "call_fit",
    "needs",
    "objectives",
    "target_groups",
    "european_dimension",
    "staff",
    "cost_frame",
    "risks",
    "consortium_overview",
    "consortium",
    "members",
    "roles",
    "actor_groups",
    "governance",
    "effects",
    "work_plan",
    "work_packages",
    "budget",
    "staff_effort",
    "subcontracting",
    "events",
    "timetable",
    "previous_projects",
]
"""What a section can hold beside its open questions; `parts/` writes each."""

FIXED_TABLES: dict[ContentPart, tuple[str, ...]] = {
    "cover": ("cover",),
    "objectives": ("objectives",),
    "staff": ("staff",),
    "risks": ("risks",),
    "work_packages": ("wp_header", "tasks", "milestones", "deliverables"),
    "budget": ("budget",),
    "staff_effort": ("staff_effort",),
    "subcontracting": ("subcontracting",),
    "events": ("events",),
    "timetable": ("timetable",),
    "previous_projects": ("previous_projects",),
}
"""Tables that the form must prescribe for a content part to fill them."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
TagCode = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)*$")]
SectionNumber = Annotated[str, StringConstraints(pattern=r"^[1-9](\.[1-9])*$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Sourced(_Strict):
    """A fact with the key of the source it was read in, and how sure it is."""

    source: Text
    certainty: Certainty


class Trilingual(_Strict):
    """The same words in the three languages, as equals."""

    en: Text
    fi: Text
    sv: Text

    def __getitem__(self, language: Language) -> str:
        return {"en": self.en, "fi": self.fi, "sv": self.sv}[language]


class Gloss(_Strict):
    """Working translations of an English-only heading; they never replace it."""

    fi: Text
    sv: Text

    def get(self, language: Language) -> str | None:
        """The gloss in a language; None in English, where the heading says it itself."""
        return {"en": None, "fi": self.fi, "sv": self.sv}[language]


class AppliesTo(Sourced):
    """Which calls the form is for: the call's programme, and words found in its action or identifier."""

    programme: Text
    programme_name: Trilingual
    action_contains: tuple[Text, ...] = ()
    identifier_contains: tuple[Text, ...] = ()
    note: Text


class Exclusion(Sourced):
    """Calls that look alike and have another form."""

    contains: tuple[Text, ...]
    note: Text


class FormatFact(Sourced):
    """One rule on the looks of the finished document; lengths in mm, type in points, money in EUR."""

    value: int | str


class FormatRules(_Strict):
    """How the finished document must look."""

    page: FormatFact
    font: FormatFact
    font_min_pt: FormatFact
    margin_min_mm: FormatFact
    page_limit: FormatFact
    page_limit_low_value: FormatFact
    low_value_grant_max_eur: FormatFact


class RoleRule(Sourced):
    """One role a member can have under this form."""

    role: Role
    code: Text
    name: Trilingual
    task_code: Text
    gets_grant: bool
    counts_for_minimum: bool


class TableColumn(_Strict):
    """One column of a fixed table; `width` is its share of the table's width."""

    key: Text
    heading: Text
    gloss: Gloss
    width: int = Field(default=1, ge=1, le=12)


class FixedTable(Sourced):
    """A table the form prescribes."""

    key: Text
    columns: tuple[TableColumn, ...] = Field(min_length=1)
    not_for_actions: tuple[Text, ...] = ()
    """Words in the call's action for which the form leaves the table out."""


class Question(_Strict):
    """One thing the form asks that no profile field answers; it becomes a gap."""

    ask: Asked
    label: Trilingual
    need: Trilingual


class FormSection(Sourced):
    """One section in the form's order."""

    order: int = Field(ge=0)
    key: Text
    number: SectionNumber | None = None
    heading: Text
    gloss: Gloss
    tag: TagCode | None = None
    tag_until: SectionNumber | None = None
    """Number of the section after which the tag closes; None closes it after this one and all below."""
    tag_source: Text | None = None
    criterion: Text | None = None
    guidance: Trilingual
    content: tuple[ContentPart, ...] = ()
    questions: tuple[Question, ...] = ()
    tables: tuple[FixedTable, ...] = ()

    @property
    def level(self) -> int:
        """Depth of the heading, 1 at the top."""
        return 1 if self.number is None else self.number.count(".") + 1


class Form(Sourced):
    """One application form: where it applies, how it must look, and its sections in official order."""

    key: Text
    title: Text
    short_title: Text
    version: Text
    delivery: Literal["upload", "copy_paste"]
    heading_language: Language
    languages: tuple[Language, ...] = Field(min_length=1)
    gloss_certainty: Certainty
    sources: dict[str, Text] = Field(min_length=1)
    applies_to: tuple[AppliesTo, ...] = Field(min_length=1)
    not_for: tuple[Exclusion, ...] = ()
    document_tag: TagCode | None = None
    partnership_section: Text
    """Key of the section that answers the partnership criterion; its filled share is told apart."""
    format: FormatRules
    criteria: dict[str, Trilingual]
    roles: tuple[RoleRule, ...] = Field(min_length=1)
    sections: tuple[FormSection, ...] = Field(min_length=1)

    def ground(self, programme: str | None, action: str | None, identifier: str | None) -> AppliesTo | None:
        """The rule by which this form is the form of a call; None when it is not."""
        called = f"{action or ''} {identifier or ''}".casefold()
        if any(word.casefold() in called for rule in self.not_for for word in rule.contains):
            return None
        for rule in self.applies_to:
            in_action = any(word.casefold() in (action or "").casefold() for word in rule.action_contains)
            in_name = any(
                word.casefold() in (identifier or "").casefold() for word in rule.identifier_contains
            )
            if rule.programme == programme and (in_action or in_name):
                return rule
        return None

    def role(self, role: Role) -> RoleRule:
        """The rule of a role; every form file must know all four."""
        return next(rule for rule in self.roles if rule.role == role)

    def holder(self, part: ContentPart) -> Sourced:
        """The section that holds a content part; the form itself when none does."""
        return next((section for section in self.sections if part in section.content), self)

    def section(self, key: str) -> FormSection:
        """A section by its key."""
        return next(section for section in self.sections if section.key == key)

    def table(self, key: str) -> FixedTable:
        """A fixed table by its key, wherever it stands."""
        return next(table for section in self.sections for table in section.tables if table.key == key)
