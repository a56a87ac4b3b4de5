"""Reads situations that people write as YAML; what is not understood is an error with file and line."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from matcher.eligibility.conditions import Certainty, Condition
from matcher.eligibility.facts import Applied, CallFacts, Evidence, Origin, Party, Project
from matcher.eligibility.judgement import Answer
from matcher.eligibility.positions import Lines, read_yaml
from store import call_dates
from store.call_dates import CutOff
from store.clock import BRUSSELS, HELSINKI
from store.models.kinds import Country
from store.regions import area_regions, is_known, municipality_by_name, regions
from store.vocabulary import ActorType, Identifier, Language, LegalType, PartnerRole, Programme, Verdict

FOLDER = Path(__file__).parent / "situations"
NO_DEADLINE = "no deadline"
CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)


def _has_number(value: Any) -> Any:
    """A number stands for yes: the organisation has it."""
    return "yes" if isinstance(value, str) and any(sign.isdigit() for sign in value) else value


Registered = Annotated[bool, BeforeValidator(_has_number)]
Rule = Annotated[str, Field(pattern=r"^R[0-9]{2}$")]
PROGRAMMES = {
    "FI_JTF": Programme.JUST_TRANSITION_FUND,
    "JTM": Programme.JUST_TRANSITION_MECHANISM,
    "SOCPL": Programme.SOCIAL_DIALOGUE,
    "ESF": Programme.ESF_PLUS,
    "FI_ESF": Programme.ESF_PLUS,
    "SI_PLUS": Programme.ESF_PLUS,
}
"""Programme by how the action begins; anything else is Erasmus+."""


class Strict(BaseModel):
    """A part of a situation in which a key that is not known is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CallPart(Strict):
    """The call, as the files' README tells."""

    action: str
    deadline: str
    regions: tuple[str, ...] | None = None
    area: str | None = None
    countries: tuple[Country, ...] | None = None
    continuous: bool | None = None
    read: tuple[dict[str, Any], ...] = ()
    document: tuple[dict[str, Any], ...] = ()
    confirmed: tuple[dict[str, Any], ...] = ()
    by_lead: tuple[dict[str, Any], ...] = ()


class PartnerPart(Strict):
    """One organisation; what is left out is not known."""

    name: str
    type: ActorType
    country: Country
    legal: LegalType | None = None
    region: str | None = None
    municipality: str | None = None
    founded: date | None = None
    role: PartnerRole | None = None
    wish: PartnerRole | None = None
    pic: Registered | None = None
    oid: Registered | None = None
    business_id: Registered | None = None
    suomi_fi_mandate: Registered | None = None
    applications: int | None = None
    applications_led: int | None = None
    may_co_fund: bool | None = None
    consortium_experience: bool | None = None


class ProjectPart(Strict):
    """What is planned; names of regions and municipalities are looked up."""

    grant: int | None = None
    total_cost: int | None = None
    own_funding: int | None = None
    other_funding: int | None = None
    investment: bool | None = None
    months: int | None = None
    language: Language | None = None
    regions: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    statements: dict[str, bool] = {}
    declarations: dict[str, bool] = {}
    activities: tuple[str, ...] | None = None
    main_priorities: int | None = None
    further_priorities: int | None = None
    management_amount: int | None = None
    salaries: int | None = None
    other_costs: int | None = None
    further_costs: int | None = None
    pages: int | None = None
    characters: dict[str, int] = {}


class Expectation(Strict):
    """What the verdict has to be, for the group or for one partner; `missing` is for the reader."""

    verdict: Verdict
    of: str | None = None
    curable: bool | None = None
    because: str | None = None
    asks: str | None = None
    missing: str | None = None
    lead: str | None = None
    roles: dict[str, PartnerRole | Literal["none"]] = {}
    keep: dict[str, Answer] = {}

    @model_validator(mode="after")
    def _each_verdict_says_what_it_needs(self) -> "Expectation":
        if self.verdict is Verdict.NEEDS_REVIEW and self.asks is None:
            raise ValueError("needs_review has to name the missing fact in `asks`")
        if self.verdict is Verdict.INELIGIBLE and self.of is None and self.curable is None:
            raise ValueError("ineligible has to say `curable`")
        return self


class Situation(Strict):
    """One situation with its expectation."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    title: str
    rules: tuple[Rule, ...] = ()
    on: str
    call: CallPart
    partners: tuple[PartnerPart, ...]
    project: ProjectPart = ProjectPart()
    expect: Expectation

    def now(self) -> datetime:
        """The moment of asking."""
        return _moment(self.on, time(12), BRUSSELS)

    def call_facts(self) -> CallFacts:
        """The call as the rules see it."""
        cut_off = _cut_off(self.call)
        programme = _programme(self.call.action)
        area = area_regions(self.call.area, programme) if self.call.area else None
        if self.call.area and area is None:
            raise ValueError(f"{self.call.area!r} is no area that is known")
        return CallFacts(
            key=self.id,
            programme=programme,
            identifier=self.call.action,
            closes_at=call_dates.closes_at([cut_off]) if cut_off else None,
            cut_off=cut_off.date if cut_off else None,
            continuous=self.call.continuous,
            countries=self.call.countries,
            nuts_regions=tuple(map(_region, self.call.regions)) if self.call.regions is not None else None,
            area_regions=tuple(sorted(area.sure)) if area else None,
            area_uncertain=tuple(sorted(area.uncertain)) if area else (),
            own=(
                *(_applied(facts, Origin.TEXT) for facts in self.call.read),
                *(_applied(facts, Origin.DOCUMENT) for facts in self.call.document),
                *(_applied(facts, Origin.OFFICER) for facts in self.call.confirmed),
                *(_applied(facts, Origin.LEAD) for facts in self.call.by_lead),
            ),
        )

    def parties(self) -> tuple[Party, ...]:
        """The partners as the rules see them; their names are their keys."""
        return tuple(map(_party, self.partners))

    def plan(self) -> Project:
        """The plan as the rules see it."""
        facts = {name: getattr(self.project, name) for name in ProjectPart.model_fields}
        facts["regions"] = tuple(map(_region, self.project.regions))
        facts["municipalities"] = tuple(map(_municipality, self.project.municipalities))
        return Project(**facts)


def read_situations(path: Path) -> list[Situation]:
    """The situations of one file. Raises BadRuleFile naming file, line and key."""
    content, lines = read_yaml(path)
    if not isinstance(content, list):
        raise lines.refuse((), "a file of situations is a list")
    return [_situation(facts, place, lines) for place, facts in enumerate(content)]


def all_situations() -> list[Situation]:
    """Every situation of the folder."""
    return [situation for path in sorted(FOLDER.glob("*.yaml")) for situation in read_situations(path)]


def _situation(facts: Any, place: int, lines: Lines) -> Situation:
    try:
        found = Situation.model_validate(facts)
    except ValidationError as wrong:
        first = min(wrong.errors(), key=lambda error: error["type"] != "extra_forbidden")
        raise lines.refuse((place, *first["loc"]), first["msg"]) from wrong
    for key, part in (("on", found.now), ("call", found.call_facts), ("partners", found.parties)):
        try:
            part()
        except (ValueError, KeyError) as wrong:
            raise lines.refuse((place, key), " ".join(str(wrong).split())) from wrong
    try:
        found.plan()
    except ValueError as wrong:
        raise lines.refuse((place, "project"), str(wrong)) from wrong
    return found


def _moment(text: str, hour: time, zone: ZoneInfo) -> datetime:
    """`2026-03-05 11:59 Europe/Brussels`; a day alone is that hour in that zone."""
    day, *rest = text.split()
    clock = time.fromisoformat(rest[0]) if rest else hour
    return datetime.combine(date.fromisoformat(day), clock, ZoneInfo(rest[1]) if rest else zone)


def _cut_off(call: CallPart) -> CutOff | None:
    if call.deadline == NO_DEADLINE:
        return None
    day, *rest = call.deadline.split()
    if not rest:
        zone = HELSINKI if call.action.startswith("FI_") else BRUSSELS
        return CutOff(date=date.fromisoformat(day), zone=zone.key)
    hour, zone_name = rest
    return CutOff(date=date.fromisoformat(day), time=time.fromisoformat(hour), zone=ZoneInfo(zone_name).key)


def _programme(action: str) -> Programme:
    found = [programme for beginning, programme in PROGRAMMES.items() if action.startswith(beginning)]
    return found[0] if found else Programme.ERASMUS_PLUS


def _applied(facts: dict[str, Any], origin: Origin) -> Applied:
    """A condition of the call's own; read words are of certainty B, confirmed ones of A."""
    values = dict(facts)
    quote = values.pop("quote", None)
    certainty = Certainty.B if origin in (Origin.TEXT, Origin.DOCUMENT) else Certainty.A
    condition = CONDITION.validate_python({"source": "call_text", "certainty": certainty, **values})
    return Applied(condition, origin, Evidence(quote=quote))


def _party(partner: PartnerPart) -> Party:
    identifiers = {one: getattr(partner, one.value) for one in Identifier}
    return Party(
        key=partner.name,
        name=partner.name,
        actor_type=partner.type,
        country=partner.country,
        role=partner.role,
        role_wish=partner.wish,
        nuts_region=_region(partner.region) if partner.region else None,
        municipality=_municipality(partner.municipality) if partner.municipality else None,
        legal_type=partner.legal,
        founded=partner.founded,
        identifiers={one: has for one, has in identifiers.items() if has is not None},
        may_co_fund=partner.may_co_fund,
        consortium_experience=partner.consortium_experience,
        applications=partner.applications,
        applications_led=partner.applications_led,
    )


def _region(name: str) -> str:
    for region in regions():
        if name in {region.name(language) for language in Language}:
            return region.nuts_2024
    if not is_known(name):
        raise ValueError(f"{name!r} is no region that is known")
    return name


def _municipality(name: str) -> str:
    found = municipality_by_name(name)
    if found is None:
        raise ValueError(f"{name!r} is no Finnish municipality")
    return found.code
