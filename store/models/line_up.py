"""A line-up: who of a coalition takes part in one call, in which role, and what the coalition plans for it.

It is stored when people decide, never when Koalitio proposes. Members are known by their slug, so that one
who leaves the profile leaves the line-up standing.
"""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Limits
from sqlmodel import Field, SQLModel, UniqueConstraint

from store.models.columns import JsonOf, Moment
from store.models.kinds import MunicipalityCode, Nuts, Slug
from store.vocabulary import Language, PartnerRole

Euros = Annotated[int, Limits(ge=0)]
Months = Annotated[int, Limits(ge=1)]
Count = Annotated[int, Limits(ge=0)]


class LineUpPart(BaseModel):
    """One member's part: role None takes no part.

    applications, applications_led: of this organisation in the call's round, this one included; None is not
    known.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    member: Slug
    role: PartnerRole | None = None
    applications: Count | None = None
    applications_led: Count | None = None


class ProjectPlan(BaseModel):
    """What the coalition plans for the call: whole EUR, months; None is not decided.

    regions, municipalities: where the work is done, empty is not decided. statements, declarations: True
    given, False known to be lacking, absent not known. activities: those that a programme may exclude; None
    not decided, empty none of them. characters: of the answer to each question of the form.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    grant: Euros | None = None
    total_cost: Euros | None = None
    own_funding: Euros | None = None
    other_funding: Euros | None = None
    investment: bool | None = None
    months: Months | None = None
    language: Language | None = None
    regions: tuple[Nuts, ...] = ()
    municipalities: tuple[MunicipalityCode, ...] = ()
    statements: dict[str, bool] = {}
    declarations: dict[str, bool] = {}
    activities: tuple[str, ...] | None = None
    main_priorities: Count | None = None
    further_priorities: Count | None = None
    management_amount: Euros | None = None
    salaries: Euros | None = None
    other_costs: Euros | None = None
    further_costs: Euros | None = None
    pages: Count | None = None
    characters: dict[str, Count] = {}


class LineUpBase(SQLModel):
    """Parts in the order of the profile's members, and the plan."""

    parts: list[LineUpPart] = Field(default_factory=list, sa_type=JsonOf(list[LineUpPart]))
    project: ProjectPlan = Field(default_factory=ProjectPlan, sa_type=JsonOf(ProjectPlan))


class LineUp(LineUpBase, table=True):
    """A stored line-up; `saved_at` is when it was first decided."""

    __tablename__ = "line_up"
    __table_args__ = (UniqueConstraint("coalition_id", "call_id"),)

    id: int | None = Field(default=None, primary_key=True)
    coalition_id: int = Field(foreign_key="coalition.id")
    call_id: int = Field(foreign_key="call.id", index=True)
    saved_at: datetime = Field(sa_type=Moment)
    last_modified_at: datetime = Field(sa_type=Moment)


class LineUpPublic(LineUpBase):
    """What a reader or a machine sees of a line-up: one part for each member that the profile has now."""

    coalition_id: int
    call_id: int
    saved_at: datetime
    last_modified_at: datetime
