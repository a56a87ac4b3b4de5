"""The shape of one rule file; `rule_checks` holds it to its word."""

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from matcher.eligibility.conditions import Certainty, Condition, Country, CountryGroup, Text
from store.vocabulary import Language, Programme


class Strict(BaseModel):
    """A part of a file in which a key that is not known is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ManagedBy(StrEnum):
    """Who runs an action's calls."""

    EACEA = "eacea"
    NATIONAL_AGENCY = "national_agency"
    COMMISSION = "commission"
    CINEA = "cinea"
    ESFA = "esfa"
    INTERMEDIATE_BODY = "intermediate_body"
    UNKNOWN = "unknown"


class CallCountries(StrEnum):
    """What a call's countries mean: where its lead is, where each applicant is, or where the work is done."""

    LEAD = "lead"
    APPLICANTS = "applicants"
    TERRITORY = "territory"


class Names(Strict):
    """The action's name as the sources give it; None where they give none in that language."""

    en: Text | None
    fi: Text | None
    sv: Text | None


class NameCertainty(Strict):
    """How sure each name is; None where the sources do not say."""

    en: Certainty | None = None
    fi: Certainty | None = None
    sv: Certainty | None = None


class Calls(Strict):
    """How a call of the action is known, surest first; `*` stands for anything.

    identifiers: the identifier, or its part after a hyphen. sources: all calls of a source that no identifier
    claims. programme: all calls of the programme that nothing else claims.
    """

    identifiers: tuple[Text, ...] = ()
    sources: tuple[Text, ...] = ()
    programme: bool = False


class Part(Strict):
    """What an action and its variants have in common: key, name, how its calls are known, conditions."""

    action: Text
    name: Names
    name_certainty: NameCertainty = NameCertainty()
    calls: Calls = Calls()
    note: Text | None = None
    conditions: tuple[Condition, ...]


class Variant(Part):
    """A kind of call of an action: its conditions stand in for those of the same type above."""


class RuleFile(Part):
    """One file: an action, its conditions, and its variants.

    valid_from, valid_until: for every condition that says nothing else.
    """

    programme: Programme
    managed_by: ManagedBy
    call_countries: CallCountries = CallCountries.APPLICANTS
    valid_from: date | None = None
    valid_until: date | None = None
    variants: tuple[Variant, ...] = ()


class Title(Strict):
    """A source's title in the three languages of the pages."""

    en: Text
    fi: Text
    sv: Text

    def in_language(self, language: Language) -> str:
        """The title in the reader's language."""
        return {Language.EN: self.en, Language.FI: self.fi, Language.SV: self.sv}[language]


class Source(Strict):
    """Where values were read: title, the reference to look up, and what its certainty rests on."""

    title: Title
    reference: Text
    note: Text | None = None


class Sources(Strict):
    """`sources.yaml`: what the rule files may name as their source."""

    sources: dict[Text, Source]


class Catalogue(Strict):
    """`catalogue.yaml`: the checks by their number, in one line each."""

    rules: dict[Text, Text]


class Group(Strict):
    """A group of countries and how sure its list is."""

    members: frozenset[Country]
    certainty: Certainty
    source: Text
    note: Text | None = None


class Countries(Strict):
    """`countries.yaml`: the members of every group that conditions can name."""

    groups: dict[CountryGroup, Group]
