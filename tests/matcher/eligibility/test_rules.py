"""The rules that Koalitio comes with: the values of the sources, written down here a second time."""

from datetime import date, time
from typing import TypeVar

import pytest

from matcher.eligibility.conditions import (
    ActorNeed,
    ActorTypes,
    ApplicantType,
    ApplicationCount,
    ApplicationLanguage,
    Certainty,
    CoFinancing,
    ConditionBase,
    ConsortiumSize,
    CoordinatorAge,
    CostShare,
    CountryCount,
    CountryGroup,
    CountryScope,
    Deadline,
    Declarations,
    Duration,
    ExcludedActivities,
    FlatRate,
    Grant,
    Identifiers,
    Lead,
    Priorities,
    Region,
    Statements,
    TextLength,
    Trait,
)
from matcher.eligibility.judgement import Answer
from matcher.eligibility.judging.people import in_scope
from matcher.eligibility.rule_file import CallCountries, ManagedBy
from matcher.eligibility.rulebook import RULES, RuleSet, rulebook
from store.regions import municipality, regions
from store.vocabulary import ActorType, Identifier, Language, LegalType

# Columns: organisations, countries, grant (EUR), length (months), rate, pages. Each cell has value and
# certainty; `?` where the sources do not say, `-` where the action has no such condition.
TABLE = """
KA220                      | 3 B  | 3 B | 120000 250000 400000 B | 12..36 B | -      | -
KA210                      | 2 B  | 2 B | 30000 60000 B          | 6..24 B  | -      | -
COVE                       | 8 B  | 4 B | ..4000000 B            | 48 B     | 0.8 B  | 120 A
ALLIANCES_LOT1             | 8 C  | 4 B | 24:1000000 36:1500000 B| 24 36 B  | 0.8 B  | 120 A
ALLIANCES_LOT2             | 12 C | 8 C | ..4000000 B            | 48 B     | 0.8 B  | 120 A
ALLIANCES_LOT3             | ?    | ?   | ..1500000 B            | 24 B     | 0.8 B  | 120 A
POL_EXP                    | ?    | 3 C | ..1000000 C            | 24..36 C | 0.8 C  | 120 A
EYT                        | 5 B  | 5 B | ..500000 B             | 24 B     | 0.8 B  | 70 B
CB_VET                     | 4 B  | 3 B | ..500000 B             | ..36 B   | 0.8 B  | 40 B
CBHE                       | ?    | ?   | ?                      | ?        | 0.9 B  | 40 B
CBHE_STRAND_1              | ?    | ?   | 200000..400000 B       | 24 36 B  | 0.9 B  | 40 B
CBHE_STRAND_2              | ?    | ?   | 400000..800000 B       | 24 36 B  | 0.9 B  | 40 B
CBHE_STRAND_3              | ?    | ?   | 600000..1000000 B      | 36 48 B  | 0.9 B  | 40 B
CB_YOUTH                   | ?    | ?   | ..300000 B             | 12..36 B | 0.8 B  | 120 A
CB_YOUTH_SUB_SAHARAN       | ?    | ?   | ..450000 B             | 12..36 B | 0.8 B  | 120 A
ESF_EASI_EURES_POW         | ?    | ?   | -                      | -        | 0.8 B  | 70 A
ESF_EASI_EURES_TMS         | ?    | ?   | -                      | -        | 0.95 B | 70 A
ESF_EASI_UNDECLARED_WORK   | 1 B  | 1 B | -                      | -        | 0.8 B  | 70 A
ESF_SE_INCUBATION          | ?    | ?   | -                      | -        | ?      | 70 B
ESF_AG_TCS                 | ?    | ?   | -                      | -        | ?      | 40 A
SI_PLUS                    | 2 B  | 2 B | ?                      | ?        | ?      | -
SI_PLUS_NEET               | 2 B  | 2 B | 200000..700000 B       | ..24 B   | 0.8 B  | -
SI_PLUS_LTU                | 2 B  | 2 B | 1000000..3000000 B     | ?        | ?      | -
SI_PLUS_COMPETENCE_CENTRES | 2 B  | 3 B | 500000..1500000 B      | ..36 B   | ?      | -
FI_ESF                     | 1 A  | 1 A | -                      | ?        | 0.8 A  | -
FI_JTF                     | 1 A  | 1 A | -                      | ?        | 0.8 A  | -
PSLF                       | ?    | ?   | -                      | -        | -      | -
ESF_EASI                   | ?    | ?   | -                      | -        | ?      | -
ERASMUS_DIRECT             | ?    | ?   | -                      | -        | -      | -
ERASMUS_AGENCY             | ?    | ?   | -                      | -        | -      | -
ESF_PLUS                   | ?    | ?   | -                      | -        | -      | -
JTF                        | ?    | ?   | -                      | -        | -      | -
JTM                        | ?    | ?   | -                      | -        | -      | -
SOCPL                      | ?    | ?   | -                      | -        | -      | 70 A
"""
ROWS = {
    row[0]: row[1:] for line in TABLE.split("\n") if (row := [cell.strip() for cell in line.split("|")])[0]
}
A, B, C = Certainty
EU, EEA, ASSOCIATED, BY_AGREEMENT = CountryGroup
FINNISH = ("FI_ESF", "FI_JTF")
EASI = ("ESF_EASI", "ESF_AG_TCS", "ESF_EASI_EURES_POW", "ESF_EASI_EURES_TMS", "ESF_SE_INCUBATION")
Kind = TypeVar("Kind", bound=ConditionBase)


def rules(action: str) -> RuleSet:
    """The rule set of an action."""
    return next(known for known in rulebook().rule_sets if known.action == action)


def all_of(action: str, kind: type[Kind]) -> list[Kind]:
    """Every condition of a type that an action has."""
    return [condition for condition in rules(action).conditions if isinstance(condition, kind)]


def the(action: str, kind: type[Kind]) -> Kind:
    """The only condition of a type that an action has."""
    (found,) = all_of(action, kind)
    return found


@pytest.mark.parametrize("action", ROWS)
def test_the_values_are_those_of_the_sources(action: str) -> None:
    size, count = the(action, ConsortiumSize), the(action, CountryCount)
    cells = [_cell(size.minimum, size), _cell(count.minimum, count)]
    grants, lengths, rates, pages = (
        all_of(action, kind) for kind in (Grant, Duration, CoFinancing, TextLength)
    )
    cells += [_cell(_bounds(c), c) for c in grants] or ["-"]
    cells += [_cell(_bounds(c), c) for c in lengths] or ["-"]
    cells += [_cell(c.maximum_rate, c) for c in rates if isinstance(c, CoFinancing)] or ["-"]
    cells += [_cell(c.pages, c) for c in pages if isinstance(c, TextLength) and c.pages] or ["-"]
    assert cells == ROWS[action]


def test_the_table_holds_every_action() -> None:
    differ = set(ROWS) ^ {known.action for known in rulebook().rule_sets}
    assert not differ, f"give each of these one row in ROWS, and no other: {', '.join(sorted(differ))}"


def test_every_check_of_the_catalogue_is_carried_out_somewhere() -> None:
    carried_out = {n for known in rulebook().rule_sets for c in known.conditions for n in c.rules}
    assert carried_out == {f"R{number:02}" for number in range(1, 34)} == set(rulebook().catalogue)


def test_every_source_is_used() -> None:
    named = {c.source for known in rulebook().rule_sets for c in known.conditions}
    assert set(rulebook().sources) == named | {group.source for group in rulebook().countries.values()}


def test_what_is_recalled_is_of_certainty_c() -> None:
    for known in rulebook().rule_sets:
        for condition in known.conditions:
            assert (condition.certainty is C) == (condition.source == "recall"), (known.action, condition)


def test_the_groups_of_countries() -> None:
    groups = rulebook().countries
    assert {key: group.certainty for key, group in groups.items()} == {
        EU: A,
        EEA: A,
        ASSOCIATED: C,
        BY_AGREEMENT: C,
    }
    assert len(groups[EU].members) == 27
    assert {"FI", "SE", "EE", "GR"} <= groups[EU].members
    assert groups[EEA].members == {"NO", "IS", "LI"}
    assert groups[ASSOCIATED].members == {"NO", "IS", "LI", "MK", "RS", "TR"}
    assert groups[BY_AGREEMENT].members == {"AL", "BA", "GE", "MD", "ME", "MK", "RS", "TR", "UA", "XK"}


ANY_KIND = {
    B: ("KA220", "KA210", "COVE", "ALLIANCES_LOT1", "EYT", "CB_VET", "SI_PLUS"),
    C: ("ALLIANCES_LOT2", "POL_EXP"),
    A: FINNISH,
}


@pytest.mark.parametrize("action", ROWS)
def test_who_may_apply(action: str) -> None:
    found, base = the(action, ApplicantType), action.replace("SI_PLUS_", "SI_PLUS/").split("/")[0]
    certainty = next((sure for sure, actions in ANY_KIND.items() if base in actions), None)
    if certainty:
        assert (found.any_organisation, found.certainty) == (True, certainty)
    else:
        public = (LegalType.PUBLIC, LegalType.PUBLIC_SERVICE)
        assert not found.any_organisation
        assert found.legal_types == (public if action == "PSLF" else None)
    assert found.actor_types is None


@pytest.mark.parametrize(
    ("actions", "groups", "countries", "excluded", "certainty"),
    [
        (("KA220",), (EU, ASSOCIATED), (), ("BY",), B),
        (("KA210", "COVE"), (EU, ASSOCIATED), (), (), B),
        (("ALLIANCES_LOT1", "ALLIANCES_LOT2", "ALLIANCES_LOT3"), (EU, ASSOCIATED), (), (), A),
        (("POL_EXP", "EYT", "CB_VET", "CBHE", "CB_YOUTH"), (EU, ASSOCIATED), (), (), A),
        (("ERASMUS_DIRECT", "ERASMUS_AGENCY"), (EU, ASSOCIATED), (), (), A),
        (EASI, (EU, EEA, BY_AGREEMENT), (), (), A),
        (("SI_PLUS",), (EU,), (), (), B),
        (FINNISH, None, ("FI",), (), B),
        (("PSLF",), (EU,), (), (), B),
        (("SOCPL",), (EU, BY_AGREEMENT), (), (), A),
        (("JTM", "JTF", "ESF_PLUS"), None, (), (), A),
    ],
)
def test_from_which_countries(
    actions: tuple[str, ...],
    groups: tuple[CountryGroup, ...] | None,
    countries: tuple[str, ...],
    excluded: tuple[str, ...],
    certainty: Certainty,
) -> None:
    for action in actions:
        found = the(action, CountryScope)
        values = (found.groups, found.countries, found.excluded, found.certainty)
        assert values == (groups, countries, excluded, certainty), action


@pytest.mark.parametrize(
    ("country", "answer"),
    [("FI", Answer.YES), ("NO", Answer.YES), ("RS", Answer.UNKNOWN), ("UA", Answer.UNKNOWN)],
)
def test_a_candidate_country_takes_part_in_an_easi_call_by_agreement(country: str, answer: Answer) -> None:
    scope = the("ESF_EASI", CountryScope)
    assert in_scope(country, scope.groups or (), scope.countries, rulebook()) is answer


@pytest.mark.parametrize("action", ["KA220", "KA210", "COVE", "ALLIANCES_LOT1", "ALLIANCES_LOT2"])
def test_the_coordinator_comes_from_a_programme_country(action: str) -> None:
    lead = the(action, Lead)
    assert (lead.groups, lead.certainty, lead.rules) == ((EU, ASSOCIATED), B, ("R03",))


def test_who_else_may_lead() -> None:
    assert the("EYT", Lead).excluded_legal_types == (LegalType.FOR_PROFIT,)
    assert the("SI_PLUS", Lead).traits == (Trait.CONSORTIUM_EXPERIENCE,)
    assert (the("KA220", CoordinatorAge).minimum_years, the("KA220", CoordinatorAge).certainty) == (2, B)


def test_which_kinds_of_organisation_are_needed() -> None:
    hei, vet = ActorType.HEI, ActorType.VET_PROVIDER
    working_life = (ActorType.EMPLOYER, ActorType.EMPLOYER_ORG, ActorType.SOCIAL_ENTERPRISE)
    actors = (ActorType.EMPLOYER, ActorType.EMPLOYER_ORG, ActorType.TRADE_UNION, ActorType.SOCIAL_ENTERPRISE)
    needs = {
        "COVE": [(C, ((working_life, 1, True), ((vet,), 1, True)))],
        "ALLIANCES_LOT1": [
            (B, (((hei,), 1, False), ((vet,), 1, False))),
            (C, ((actors, 3, False), ((hei, vet), 3, False))),
        ],
        "ALLIANCES_LOT2": [(C, ((actors, 5, False), ((hei, vet), 5, False)))],
    }
    for action, expected in needs.items():
        found = [(c.certainty, c.needs or ()) for c in all_of(action, ActorTypes)]
        told = [
            (certainty, tuple((n.any_of, n.minimum, n.per_country) for n in need))
            for certainty, need in found
        ]
        assert told == expected, action
    co_funder = ActorNeed(trait=Trait.POTENTIAL_CO_FUNDER, minimum=1, may_be_associated=True)
    assert (the("SI_PLUS", ActorTypes).needs, the("SI_PLUS", ActorTypes).certainty) == ((co_funder,), B)


def test_applications_priorities_and_project_management() -> None:
    assert the("KA210", ApplicationCount).maximum == 5
    assert the("EYT", ApplicationCount).maximum_as_coordinator == 1
    for action in ("KA220", "KA210"):
        assert (the(action, Priorities).main, the(action, Priorities).maximum_further) == (1, 2)
    assert the("POL_EXP", Priorities).maximum_further == 0
    assert (the("KA220", CostShare).maximum_share, the("KA220", CostShare).certainty) == (0.2, A)
    questions = the("KA220", TextLength).characters
    assert (len(questions), questions["wp_cost"], questions["sum_results"]) == (40, 5000, 500)


@pytest.mark.parametrize("action", FINNISH)
def test_finnish_projects(action: str) -> None:
    assert (the(action, CoFinancing).maximum_rate, the(action, CoFinancing).maximum_rate_investment) == (
        0.8,
        0.7,
    )
    assert (the(action, FlatRate).rate, the(action, FlatRate).certainty) == (0.4, A)
    assert the(action, ApplicationLanguage).languages == (Language.FI, Language.SV)
    assert the(action, Identifiers).needed == (Identifier.BUSINESS_ID, Identifier.SUOMI_FI_MANDATE)
    principles = {
        "fundamental_rights",
        "disability_rights",
        "gender_equality",
        "non_discrimination",
        "sustainable_development",
    }
    assert principles | {"state_aid_checked"} == set(the(action, Statements).keys) - {"tjtp_link"}
    assert ("tjtp_link" in the(action, Statements).keys) == (action == "FI_JTF")
    assert rules(action).call_countries is CallCountries.TERRITORY


def test_territories() -> None:
    names = {region.fi for region in regions() if region.nuts_2024 in (the("FI_JTF", Region).regions or ())}
    assert names == {
        "Etelä-Karjala",
        "Etelä-Pohjanmaa",
        "Etelä-Savo",
        "Kainuu",
        "Keski-Pohjanmaa",
        "Keski-Suomi",
        "Kymenlaakso",
        "Lappi",
        "Pohjanmaa",
        "Pohjois-Karjala",
        "Pohjois-Pohjanmaa",
        "Pohjois-Savo",
        "Satakunta",
    }
    assert len(the("FI_JTF", Region).regions or ()) == 13
    assert the("FI_JTF", Region).municipalities == ("250", "581", "619", "936")
    assert the("FI_ESF", Region).regions == ("FI1",)
    loans, fund = the("PSLF", Region), the("FI_JTF", Region)
    assert (loans.regions, loans.municipalities) == (fund.regions, fund.municipalities)
    members = rulebook().countries[EU].members
    assert set(loans.uncertain) == members - {"FI"} | {"EL"}
    assert (loans.certainty, fund.certainty) == (B, A)
    outside = {region.fi for region in regions() if not region.nuts_2024.startswith("FI1")}
    assert outside == {"Ahvenanmaa"}


def test_just_transition_excludes_and_asks() -> None:
    excluded = ("nuclear_power", "tobacco", "undertaking_in_difficulty", "fossil_fuels")
    for action, certainty in (("FI_JTF", C), ("PSLF", A)):
        found = the(action, ExcludedActivities)
        assert (found.keys, found.certainty) == (excluded, certainty)
    assert "tjtp_link" in the("PSLF", Statements).keys


HOURS = {
    ManagedBy.NATIONAL_AGENCY: (time(12), "Europe/Brussels", A),
    ManagedBy.EACEA: (time(17), "Europe/Brussels", A),
    ManagedBy.COMMISSION: (time(17), "Europe/Brussels", A),
    ManagedBy.CINEA: (time(17), "Europe/Brussels", B),
    ManagedBy.INTERMEDIATE_BODY: (None, "Europe/Helsinki", A),
    ManagedBy.ESFA: (None, "Europe/Brussels", B),
}


@pytest.mark.parametrize("action", [row for row in ROWS if rules(row).managed_by in HOURS])
def test_the_hour_goes_by_who_manages_the_call(action: str) -> None:
    found = the(action, Deadline)
    assert (found.hour, found.zone, found.certainty) == HOURS[rules(action).managed_by]
    assert found.day is None


@pytest.mark.parametrize("action", [row for row in ROWS if rules(row).managed_by is not ManagedBy.UNKNOWN])
def test_declarations_are_asked_of_all(action: str) -> None:
    keys = the(action, Declarations).keys
    assert keys[:3] == ("no_double_funding", "exclusion_grounds", "eu_values")
    assert keys[3:] == (("endorsement_letter",) if action == "SI_PLUS_COMPETENCE_CENTRES" else ())


def test_identifiers_go_by_who_manages_the_call() -> None:
    for row in ROWS:
        needed = [found.needed for found in all_of(row, Identifiers)]
        match rules(row).managed_by:
            case ManagedBy.NATIONAL_AGENCY:
                assert needed == [(Identifier.OID,)], row
            case ManagedBy.EACEA | ManagedBy.COMMISSION:
                assert needed == [(Identifier.PIC,)], row


def test_dates_stand_only_where_the_sources_date_something() -> None:
    first = {"KA220": date(2026, 1, 1), "KA210": date(2026, 1, 1), "ALLIANCES_LOT3": date(2026, 1, 1)}
    first["PSLF"] = date(2025, 10, 23)
    for known in rulebook().rule_sets:
        last = None if known.managed_by is ManagedBy.UNKNOWN else date(2027, 12, 31)
        for condition in known.conditions:
            assert (condition.valid_from, condition.valid_until) == (first.get(known.action), last)


def test_files_stand_in_the_folder_of_their_programme() -> None:
    for known in rulebook().rule_sets:
        assert known.file.parent == RULES / known.programme


def _bounds(condition: object) -> str | None:
    """Bounds or options of a grant or a length as the table writes them."""
    assert isinstance(condition, Grant | Duration)
    if condition.options:
        return " ".join(map(str, condition.options))
    if isinstance(condition, Grant) and condition.maximum_by_months:
        return " ".join(f"{months}:{euros}" for months, euros in condition.maximum_by_months.items())
    if condition.minimum is None and condition.maximum is None:
        return None
    return f"{'' if condition.minimum is None else condition.minimum}..{condition.maximum}"


def _cell(value: object, condition: ConditionBase) -> str:
    return "?" if value is None else f"{value} {condition.certainty}"


def test_single_municipalities_with_money_of_the_fund_lie_in_pirkanmaa() -> None:
    found = [municipality(code) for code in the("FI_JTF", Region).municipalities]
    assert {one.fi for one in found if one} == {"Kihniö", "Parkano", "Punkalaidun", "Virrat"}
    assert {one.nuts_2024 for one in found if one} == {"FI19B"}
