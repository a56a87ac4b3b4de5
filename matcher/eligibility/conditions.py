"""The closed list of condition types: what a rule file can say, and what can be read from a call.

A value of None in a rule means *the sources do not say*: such a condition is never met and never failed, it
asks. Money is whole EUR, durations are months, rates are 0 to 1, hours are local with their IANA zone.
docs/conditions.md is generated from the docstrings and fields of this file.
"""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from store.vocabulary import ActorType, Identifier, Language, LegalType, PartnerRole

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
NutsCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}[0-9A-Z]{0,3}$")]
Municipality = Annotated[str, StringConstraints(pattern=r"^[0-9]{3}$")]
Count = Annotated[int, Field(ge=0)]
Euros = Annotated[int, Field(ge=0)]
Months = Annotated[int, Field(ge=1)]
Rate = Annotated[float, Field(gt=0, le=1)]


class Certainty(StrEnum):
    """A read in an official text, B in a secondary source, C recalled: C never gives yes or no."""

    A = "A"
    B = "B"
    C = "C"


class Stage(StrEnum):
    """When a condition has to hold: for the partnership as such, or for the proposal it writes."""

    PARTNERSHIP = "partnership"
    PROPOSAL = "proposal"


class CountryGroup(StrEnum):
    """Groups of countries that rules name; members and certainty stand in `rules/countries.yaml`."""

    EU = "eu"
    EEA = "eea"
    ERASMUS_ASSOCIATED = "erasmus_associated"
    ESF_BY_AGREEMENT = "esf_by_agreement"


class Trait(StrEnum):
    """What an organisation can be or have, whatever its actor type."""

    POTENTIAL_CO_FUNDER = "potential_co_funder"
    CONSORTIUM_EXPERIENCE = "consortium_experience"


class ConditionBase(BaseModel):
    """What every condition says of itself.

    source: key in `rules/sources.yaml`; place: article, page or heading there. rules: numbers (R01 ...) of
    the rule catalogue. valid_from, valid_until: first and last day of the call's cut-off for which the value
    holds.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: Text
    certainty: Certainty
    place: Text | None = None
    rules: tuple[Text, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    note: Text | None = None


class ApplicantType(ConditionBase):
    """Kinds of organisation that may take part with funding; `any_organisation` restricts nothing.

    One match in either list is enough.
    """

    type: Literal["applicant_type"] = "applicant_type"
    any_organisation: bool = False
    legal_types: tuple[LegalType, ...] | None = None
    actor_types: tuple[ActorType, ...] | None = None


class CountryScope(ConditionBase):
    """Countries that funded organisations may come from, and countries that are shut out.

    An organisation from an excluded country takes no part at all, not even as subcontractor. Where only
    `excluded` is given, every other country may take part.
    """

    type: Literal["country"] = "country"
    groups: tuple[CountryGroup, ...] | None = None
    countries: tuple[Country, ...] = ()
    excluded: tuple[Country, ...] = ()


class Region(ConditionBase):
    """Where the project has to take place: NUTS regions, and single municipalities of other regions.

    uncertain: regions of which the sources do not agree whether they belong.
    """

    type: Literal["region"] = "region"
    regions: tuple[NutsCode, ...] | None = None
    municipalities: tuple[Municipality, ...] = ()
    uncertain: tuple[NutsCode, ...] = ()


class ConsortiumSize(ConditionBase):
    """How many funded organisations (coordinator and beneficiaries) the consortium needs, or may have."""

    type: Literal["consortium_size"] = "consortium_size"
    minimum: Count | None = None
    maximum: Count | None = None


class CountryCount(ConditionBase):
    """From how many different countries the funded organisations have to come."""

    type: Literal["country_count"] = "country_count"
    minimum: Count | None = None


class ActorNeed(BaseModel):
    """At least `minimum` organisations of one of these types, or with this trait."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    any_of: tuple[ActorType, ...] = ()
    trait: Trait | None = None
    minimum: Annotated[int, Field(ge=1)] = 1
    per_country: bool = False
    may_be_associated: bool = False


class ActorTypes(ConditionBase):
    """Actor types that have to be in the consortium."""

    type: Literal["actor_types"] = "actor_types"
    needs: tuple[ActorNeed, ...] | None = None


class Lead(ConditionBase):
    """Who has to lead, and who must not: each list that is given restricts, an empty one does not."""

    type: Literal["lead"] = "lead"
    actor_types: tuple[ActorType, ...] = ()
    legal_types: tuple[LegalType, ...] = ()
    excluded_legal_types: tuple[LegalType, ...] = ()
    groups: tuple[CountryGroup, ...] = ()
    countries: tuple[Country, ...] = ()
    traits: tuple[Trait, ...] = ()


class AssociatedOnly(ConditionBase):
    """Organisations that may take part as associated partners, but not with funding."""

    type: Literal["associated_only"] = "associated_only"
    actor_types: tuple[ActorType, ...] = ()
    legal_types: tuple[LegalType, ...] = ()
    countries: tuple[Country, ...] = ()


class CoordinatorAge(ConditionBase):
    """For how many years the coordinator has to be established at the cut-off."""

    type: Literal["coordinator_age"] = "coordinator_age"
    minimum_years: Count | None = None


class Deadline(ConditionBase):
    """The cut-off of a call; both `day` and `hour` are local time of `zone`, None asks the source."""

    type: Literal["deadline"] = "deadline"
    day: date | None = None
    hour: time | None = None
    zone: Text = "Europe/Brussels"


class ApplicationCount(ConditionBase):
    """How many applications one organisation may be part of, or lead, in one round."""

    type: Literal["application_count"] = "application_count"
    maximum: Count | None = None
    maximum_as_coordinator: Count | None = None


class Grant(ConditionBase):
    """Grant per project: one of fixed amounts, or a range; by project length where that decides."""

    type: Literal["grant"] = "grant"
    options: tuple[Euros, ...] = ()
    minimum: Euros | None = None
    maximum: Euros | None = None
    maximum_by_months: dict[Months, Euros] = Field(default_factory=dict)


class Duration(ConditionBase):
    """Length of the project in months: one of fixed lengths, or a range."""

    type: Literal["duration"] = "duration"
    options: tuple[Months, ...] = ()
    minimum: Months | None = None
    maximum: Months | None = None


class CoFinancing(ConditionBase):
    """The co-financing rate: the largest share of the total cost that the grant may be."""

    type: Literal["co_financing"] = "co_financing"
    maximum_rate: Rate | None = None
    maximum_rate_investment: Rate | None = None


class ApplicationLanguage(ConditionBase):
    """Languages the application may be written in."""

    type: Literal["language"] = "language"
    languages: tuple[Language, ...] | None = None


class Identifiers(ConditionBase):
    """Registrations that each organisation in one of `roles` needs before the application is sent."""

    type: Literal["identifiers"] = "identifiers"
    needed: tuple[Identifier, ...] = ()
    roles: tuple[PartnerRole, ...] = (PartnerRole.COORDINATOR, PartnerRole.BENEFICIARY)


class Declarations(ConditionBase):
    """Declarations that the application has to carry."""

    type: Literal["declarations"] = "declarations"
    keys: tuple[Text, ...] = ()


class Statements(ConditionBase):
    """What the proposal has to say something about: a plan's link, horizontal principles, state aid."""

    type: Literal["statements"] = "statements"
    keys: tuple[Text, ...] = ()


class Priorities(ConditionBase):
    """How many priorities of the programme the proposal names."""

    type: Literal["priorities"] = "priorities"
    main: Count | None = None
    maximum_further: Count | None = None


class CostShare(ConditionBase):
    """Largest share of the grant that the first work package (project management) may take."""

    type: Literal["management_share"] = "management_share"
    maximum_share: Rate | None = None


class FlatRate(ConditionBase):
    """Other costs as a flat share of salary costs: equal to it within one EUR, and nothing stands beside."""

    type: Literal["flat_rate"] = "flat_rate"
    rate: Rate | None = None


class ExcludedActivities(ConditionBase):
    """Activities that are not paid for."""

    type: Literal["excluded_activities"] = "excluded_activities"
    keys: tuple[Text, ...] = ()


class TextLength(ConditionBase):
    """How long the proposal may be: pages of the document, or characters per question of the form."""

    type: Literal["text_length"] = "text_length"
    pages: Count | None = None
    characters: dict[Text, Count] = Field(default_factory=dict)


PartnershipCondition = (
    ApplicantType
    | CountryScope
    | Region
    | ConsortiumSize
    | CountryCount
    | ActorTypes
    | Lead
    | AssociatedOnly
    | CoordinatorAge
    | Deadline
)
ProposalCondition = (
    ApplicationCount
    | Grant
    | Duration
    | CoFinancing
    | ApplicationLanguage
    | Identifiers
    | Declarations
    | Statements
    | Priorities
    | CostShare
    | FlatRate
    | ExcludedActivities
    | TextLength
)
Condition = Annotated[PartnershipCondition | ProposalCondition, Field(discriminator="type")]
"""Any condition; the key `type` says which."""


def stage_of(condition: "PartnershipCondition | ProposalCondition") -> Stage:
    """When the condition has to hold; a closed call is closed for the partnership as such."""
    return Stage.PARTNERSHIP if isinstance(condition, PartnershipCondition) else Stage.PROPOSAL
