"""The shape of a form file; `docs/adding_a_form.md` explains each key to people who write one."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from proposal_templates.context import CallFacts, Language, Role

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
    # partnership
    "need_matrix",
    "representation",
    "peer_learning",
    "newcomers",
    "employers",
    "theory_of_change",
    "commitments",
    "language_plan",
    # one member at a time: sections that repeat for the applicant or each partner
    "member_presentation",
    "member_experience",
    "member_past_projects",
    # work
    "work_matrix",
    "indicators",
    "goal_indicators",
    "deliverables",
    # one work package at a time
    "wp_objectives",
    "wp_results",
    "wp_qualitative",
    "wp_quantitative",
    "wp_tasks",
    "wp_activities",
    "wp_cost",
    # money
    "grant_shares",
    "management_share",
    "funding_plan",
    # the project and the applicant
    "priorities",
    "goals",
    "results",
    "need_sources",
    "need_goals",
    "target_group_list",
    "authority",
    "applicant",
    "project_name",
    "priority_objective",
    "period",
    "area",
]
"""What a section can hold beside its open questions; `parts/` writes each."""

Repeat = Literal["applicant", "partner", "work_package", "any_work_package"]
"""A section written once for the coordinator, each other member, each work package but WP1, or each."""

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
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
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


Strength = tuple[int, int, int, int]
"""How strongly a rule speaks for a call: sureness, then letters found in identifier, action and source."""


def _longest(words: tuple[str, ...], text: str) -> int:
    """Letters of the longest of the words found in a text, whatever its capitals; 0 when none is."""
    return max((len(word) for word in words if word.casefold() in text.casefold()), default=0)


class CallRule(Sourced):
    """Which calls something is for: the call's programme, and words found in its action or identifier.

    from_sources: keys of the sources all of whose calls it is for.
    """

    programme: Text
    action_contains: tuple[Text, ...] = ()
    identifier_contains: tuple[Text, ...] = ()
    from_sources: tuple[Text, ...] = ()
    note: Text

    def strength(self, action: str | None, identifier: str | None, source: str | None) -> Strength | None:
        """How strongly the rule speaks for a call (its programme apart); None when it does not.

        The surer rule is stronger; of equally sure ones first the one that names the identifier, then the
        type of action, then the source; of these the one with the longer words.
        """
        by_name = _longest(self.identifier_contains, identifier or "")
        by_action = _longest(self.action_contains, action or "")
        by_source = len(source) if source and source in self.from_sources else 0
        if not (by_name or by_action or by_source):
            return None
        return ("CBA".index(self.certainty), by_name, by_action, by_source)


class AppliesTo(CallRule):
    """Which calls a form is for; page_limit: where these calls set another than the form does.

    rate: share of the costs that the grant pays, where these calls have another than the cost model.
    """

    programme_name: Trilingual
    page_limit: int | None = Field(default=None, ge=1)
    rate: Decimal | None = Field(default=None, gt=0, le=1)


class Exclusion(Sourced):
    """Calls that look alike and have another form."""

    contains: tuple[Text, ...]
    note: Text


class FormatFact(Sourced):
    """One rule on the looks of the finished document; lengths in mm, type in points, money in EUR."""

    value: int | str


class FormatRules(_Strict):
    """How the finished document must look; None is not known."""

    page: FormatFact | None = None
    font: FormatFact | None = None
    font_min_pt: FormatFact | None = None
    margin_min_mm: FormatFact | None = None
    page_limit: FormatFact | None = None
    page_limit_low_value: FormatFact | None = None
    low_value_grant_max_eur: FormatFact | None = None


class RoleRule(Sourced):
    """One role a member can have under this form."""

    role: Role
    code: Text
    name: Trilingual
    task_code: Text
    gets_grant: bool
    counts_for_minimum: bool | None = None
    """None where the form knows no least number of members."""

    @property
    def has_code(self) -> bool:
        """Whether the form has a code beside the name; päätoteuttaja has none."""
        return self.code not in (self.name.en, self.name.fi, self.name.sv)

    def told(self, language: Language) -> str:
        """The role with its code, for example beneficiary (BEN)."""
        return f"{self.name[language]} ({self.code})" if self.has_code else self.name[language]

    def short(self, language: Language) -> str:
        """What stands behind a name in the table of tasks: the code, or the name where there is none."""
        return self.task_code if self.has_code else self.name[language]


Heading = Text | Trilingual
"""An official heading in the form's own language, or in each of the languages the form has it in."""


class CharacterLimit(Sourced):
    """The most characters that the answer to one field may have."""

    value: int = Field(ge=1)


class TableColumn(_Strict):
    """One column of a fixed table; `width` is its share of the table's width."""

    key: Text
    heading: Heading
    gloss: Gloss | None = None
    width: int = Field(default=1, ge=1, le=12)


class FixedTable(Sourced):
    """A table the form prescribes."""

    key: Text
    columns: tuple[TableColumn, ...] = Field(min_length=1)
    not_for_actions: tuple[Text, ...] = ()
    """Words in the call's action for which the form leaves the table out."""


class AskedFor(_Strict):
    """What a question asks for, and who can give it."""

    ask: Asked
    label: Trilingual
    need: Trilingual


class Question(AskedFor):
    """One thing the form asks that no profile field answers; a gap unless the project answers its key.

    The same question has the same key in every form, so that an answer written once serves them all.
    """

    key: Key


class FormSection(Sourced):
    """One section in the form's order."""

    order: int = Field(ge=0)
    key: Key
    number: SectionNumber | None = None
    within: Key | None = None
    """Key of the section above, for sections without a number."""
    heading: Heading
    gloss: Gloss | None = None
    field: bool = False
    """A field of a web form: its blocks are pasted there as plain text."""
    limit: CharacterLimit | None = None
    repeat: Repeat | None = None
    tag: TagCode | None = None
    tag_until: SectionNumber | None = None
    """Number of the section after which the tag closes; None closes it after this one and all below."""
    tag_source: Text | None = None
    criterion: Text | None = None
    says: Text | None = None
    """Words of the form itself that stay in the answer, in its own language."""
    guidance: Trilingual
    content: tuple[ContentPart, ...] = ()
    questions: tuple[Question, ...] = ()
    tables: tuple[FixedTable, ...] = ()

    @property
    def parent(self) -> str | None:
        """Number or key of the section above; None at the top."""
        return self.within or (self.number.rpartition(".")[0] if self.number else None) or None


class Form(Sourced):
    """One application form: where it applies, how it must look, and its sections in official order."""

    key: Text
    title: Text
    short_title: Text
    version: Text
    delivery: Literal["upload", "copy_paste"]
    heading_language: Language | None = None
    """Language of the official headings; None when they exist in every language of the form."""
    label: Trilingual | None = None
    """What a draft on the form must be checked against, when the form here is no copy of the official one."""
    languages: tuple[Language, ...] = Field(min_length=1)
    gloss_certainty: Certainty = "C"
    sources: dict[str, Text] = Field(min_length=1)
    applies_to: tuple[AppliesTo, ...] = Field(min_length=1)
    not_for: tuple[Exclusion, ...] = ()
    document_tag: TagCode | None = None
    partnership_section: Key
    """Key of the section that answers the partnership criterion; its filled share is told apart."""
    format: FormatRules | None = None
    """Rules on the looks of an uploaded document; web forms have none."""
    cost_models: tuple[Key, ...] = ()
    """Cost models that calls with this form use, the usual one first."""
    most_deliverables: FormatFact | None = None
    criteria: dict[Key, Trilingual]
    roles: tuple[RoleRule, ...] = Field(min_length=1)
    sections: tuple[FormSection, ...] = Field(min_length=1)

    def ground(
        self, programme: str | None, action: str | None, identifier: str | None, source: str | None = None
    ) -> AppliesTo | None:
        """The rule by which this form is the form of a call; None when it is not."""
        found = self._fitting(programme, action, identifier, source)
        return found[1] if found else None

    def strength(
        self, programme: str | None, action: str | None, identifier: str | None, source: str | None = None
    ) -> Strength | None:
        """How strongly this form speaks for a call, to be compared with others; None when it does not."""
        found = self._fitting(programme, action, identifier, source)
        return found[0] if found else None

    def _fitting(
        self, programme: str | None, action: str | None, identifier: str | None, source: str | None
    ) -> tuple[Strength, AppliesTo] | None:
        called = f"{action or ''} {identifier or ''}"
        if any(_longest(rule.contains, called) for rule in self.not_for):
            return None
        rules = [(rule.strength(action, identifier, source), rule) for rule in self.applies_to]
        fitting = [(strength, rule) for strength, rule in rules if strength and rule.programme == programme]
        return max(fitting, key=lambda each: each[0], default=None)

    def ground_of(self, call: CallFacts) -> AppliesTo | None:
        """The rule by which this form is the form of a call that is drafted for; None when it is not."""
        return self.ground(call.programme, call.action, call.identifier, call.source_key)

    def role(self, role: Role) -> RoleRule | None:
        """The rule of a role; None when the form knows no such role."""
        return next((rule for rule in self.roles if rule.role == role), None)

    def with_content(self, part: ContentPart) -> FormSection | None:
        """The first section that holds a content part; None when none does."""
        return next((section for section in self.sections if part in section.content), None)

    def holder(self, part: ContentPart) -> Sourced:
        """The section that holds a content part; the form itself when none does."""
        return self.with_content(part) or self

    def section(self, key: str) -> FormSection:
        """A section by its key."""
        return next(section for section in self.sections if section.key == key)

    def table(self, key: str) -> FixedTable | None:
        """A fixed table by its key, wherever it stands; None when the form prescribes none."""
        tables = (table for section in self.sections for table in section.tables)
        return next((table for table in tables if table.key == key), None)
