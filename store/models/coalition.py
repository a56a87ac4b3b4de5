"""A coalition: members with actor type, region and role wish; goals; needs. Regions: NUTS 2024."""

from collections import Counter
from datetime import datetime
from typing import TypeVar

from pydantic import ValidationInfo, field_validator
from sqlmodel import Field, Relationship, SQLModel, UniqueConstraint
from sqlmodel._compat import SQLModelConfig

from store.models.columns import JsonOf, Moment, Word
from store.models.cooperation import Cooperation
from store.models.kinds import Country, Day, Measure, Municipality, Name, Nuts, Slug, Text, Words
from store.models.member_facts import well_formed
from store.models.member_parts import Answer, Employer, PastProject, Staff
from store.vocabulary import ActorType, Identifier, Language, LegalType, PartnerRole, Represents


class MemberBase(SQLModel):
    """One organisation of the coalition; None, and an identifier that is named nowhere, are not known.

    consortium_experience: at least one project within the last five years with partners of two countries,
    and of twelve months or above EUR 200,000. may_co_fund: it could fund a tested solution on a larger scale.
    """

    slug: Slug = Field(description="short name inside the coalition")
    name: Name
    actor_type: ActorType = Field(sa_type=Word(ActorType))
    country: Country = Field(description="ISO 3166-1 alpha-2; Greece is EL in NUTS codes only")
    nuts_region: Nuts | None = None
    role_wish: PartnerRole | None = Field(default=None, sa_type=Word(PartnerRole))
    capacities: list[Words] = Field(default_factory=list, sa_type=JsonOf(list[str]))
    expertise: Words | None = None
    contribution: Words | None = Field(default=None, description="what it brings that no other member does")
    legal_type: LegalType | None = Field(default=None, sa_type=Word(LegalType))
    founded: Day | None = Field(default=None, description="day of establishment")
    municipality: Municipality | None = Field(default=None, description="Finnish three-digit code")
    identifiers: dict[Identifier, str] = Field(
        default_factory=dict, sa_type=JsonOf(dict[Identifier, str]), description="number as written"
    )
    lacks: list[Identifier] = Field(
        default_factory=list, sa_type=JsonOf(list[Identifier]), description="known not to have these"
    )
    may_co_fund: bool | None = None
    consortium_experience: bool | None = None
    cannot_alone: Words | None = Field(default=None, description="what it cannot do alone")
    answers: list[Answer] = Field(
        default_factory=list, sa_type=JsonOf(list[Answer]), description="which need it meets, with what"
    )
    represents: list[Represents] = Field(default_factory=list, sa_type=JsonOf(list[Represents]))
    newcomer: bool | None = Field(default=None, description="has never taken part in the programme before")
    employer: Employer | None = Field(default=None, sa_type=JsonOf(Employer))
    staff: list[Staff] = Field(default_factory=list, sa_type=JsonOf(list[Staff]))
    past_projects: list[PastProject] = Field(default_factory=list, sa_type=JsonOf(list[PastProject]))

    @field_validator("identifiers")
    @classmethod
    def _numbers_as_written(
        cls, numbers: dict[Identifier, str], info: ValidationInfo
    ) -> dict[Identifier, str]:
        return well_formed(numbers, info.data.get("country", ""))

    @field_validator("lacks")
    @classmethod
    def _never_both(cls, lacks: list[Identifier], info: ValidationInfo) -> list[Identifier]:
        both = [identifier for identifier in lacks if identifier in info.data.get("identifiers", ())]
        if both:
            raise ValueError(f"{both[0]} stands in `identifiers` as well: keep one of the two")
        return list(dict.fromkeys(lacks))


class MemberCreate(MemberBase):
    """A member as entered or imported."""

    model_config = SQLModelConfig(extra="forbid")


class Member(MemberBase, table=True):
    """A stored member."""

    __table_args__ = (UniqueConstraint("coalition_id", "slug"),)

    id: int | None = Field(default=None, primary_key=True)
    coalition_id: int | None = Field(default=None, foreign_key="coalition.id", index=True)
    position: int = 0
    coalition: "Coalition" = Relationship(back_populates="members")


class GoalBase(SQLModel):
    """What the coalition wants to reach, in its own words; what is not known of the indicator is None."""

    slug: Slug
    text: Text
    indicator: Words | None = Field(default=None, description="what is measured")
    unit: Words | None = Field(default=None, description="what one of it is: persons, firms, months, %")
    baseline: Measure | None = Field(default=None, description="the value before the work began")
    target: Measure | None = Field(default=None, description="the value that is wanted")
    due: Day | None = Field(default=None, description="the day by which the target is to be reached")


class GoalCreate(GoalBase):
    """A goal as entered or imported."""

    model_config = SQLModelConfig(extra="forbid")


class Goal(GoalBase, table=True):
    """A stored goal."""

    __table_args__ = (UniqueConstraint("coalition_id", "slug"),)

    id: int | None = Field(default=None, primary_key=True)
    coalition_id: int | None = Field(default=None, foreign_key="coalition.id", index=True)
    position: int = 0
    coalition: "Coalition" = Relationship(back_populates="goals")


class NeedBase(SQLModel):
    """A need of the region or its people, with where it is known from."""

    slug: Slug
    text: Text
    nuts_region: Nuts | None = None
    evidence: Words | None = None
    figure: Words | None = Field(default=None, description="the number that shows it, with its unit")


class NeedCreate(NeedBase):
    """A need as entered or imported."""

    model_config = SQLModelConfig(extra="forbid")


class Need(NeedBase, table=True):
    """A stored need."""

    __table_args__ = (UniqueConstraint("coalition_id", "slug"),)

    id: int | None = Field(default=None, primary_key=True)
    coalition_id: int | None = Field(default=None, foreign_key="coalition.id", index=True)
    position: int = 0
    coalition: "Coalition" = Relationship(back_populates="needs")


Item = TypeVar("Item", MemberCreate, GoalCreate, NeedCreate)


class CoalitionBase(SQLModel):
    """The coalition itself; texts are in `language`."""

    slug: Slug = Field(unique=True, index=True, description="the name used in commands and addresses")
    name: Name
    language: Language = Field(sa_type=Word(Language))
    summary: Words = ""
    country: Country
    nuts_regions: list[Nuts] = Field(default_factory=list, sa_type=JsonOf(list[str]))
    target_groups: list[Words] = Field(default_factory=list, sa_type=JsonOf(list[str]))
    capacity: Words | None = Field(default=None, description="what it can carry: staff, money, experience")
    working_languages: list[Words] = Field(default_factory=list, sa_type=JsonOf(list[str]))
    avoids: list[Words] = Field(
        default_factory=list, sa_type=JsonOf(list[str]), description="what it does not want"
    )
    cooperation: Cooperation = Field(default_factory=Cooperation, sa_type=JsonOf(Cooperation))


class CoalitionCreate(CoalitionBase):
    """A coalition as entered or imported, whole."""

    model_config = SQLModelConfig(extra="forbid")

    members: list[MemberCreate] = Field(default_factory=list)
    goals: list[GoalCreate] = Field(default_factory=list)
    needs: list[NeedCreate] = Field(default_factory=list)

    @field_validator("members", "goals", "needs")
    @classmethod
    def _each_slug_once(cls, items: list[Item]) -> list[Item]:
        slug, times = Counter(item.slug for item in items).most_common(1)[0] if items else ("", 0)
        if times > 1:
            raise ValueError(f"{times} of them have the id {slug!r}: give each its own")
        return items


class Coalition(CoalitionBase, table=True):
    """A stored coalition; members, goals and needs keep their order."""

    id: int | None = Field(default=None, primary_key=True)
    created_at: datetime = Field(sa_type=Moment)
    last_modified_at: datetime = Field(sa_type=Moment)
    members: list[Member] = Relationship(
        back_populates="coalition",
        sa_relationship_kwargs={
            "cascade": "all, delete-orphan",
            "order_by": "Member.position",
            "lazy": "selectin",
        },
    )
    goals: list[Goal] = Relationship(
        back_populates="coalition",
        sa_relationship_kwargs={
            "cascade": "all, delete-orphan",
            "order_by": "Goal.position",
            "lazy": "selectin",
        },
    )
    needs: list[Need] = Relationship(
        back_populates="coalition",
        sa_relationship_kwargs={
            "cascade": "all, delete-orphan",
            "order_by": "Need.position",
            "lazy": "selectin",
        },
    )


class CoalitionPublic(CoalitionCreate):
    """What a reader or a machine sees of a coalition."""

    id: int
    created_at: datetime
    last_modified_at: datetime
