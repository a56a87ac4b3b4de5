"""What the pages of a coalition form share: the choices of its fields, and its faults where they belong."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from fastapi import Depends
from starlette.requests import Request

from frontend.cooperation import represented
from frontend.faults import Fault
from frontend.kept_form import MOST_FIELDS
from frontend.member_facts import COLUMNS, NO, YES, fact_label
from frontend.profile_form import ProfileForm, Row, is_blank
from frontend.profile_labels import LABELS
from frontend.regions import country_choices, municipality_names, region_names
from frontend.render import Reader
from frontend.words import Words
from store.vocabulary import ActorType, Language, LegalType, PartnerRole


async def _posted(request: Request) -> Mapping[str, object]:
    return await request.form(max_fields=MOST_FIELDS, max_files=0)


Posted = Annotated[Mapping[str, object], Depends(_posted)]


def in_other_words(reader: Reader, wish: Language) -> Reader:
    """The same reader in another language, for a form that is shown again as typed."""
    words = Words(wish)
    return Reader(words, reader.formats.in_words(words))


def form_values(
    reader: Reader,
    form: ProfileForm,
    faults: Sequence[Fault] = (),
    focus: str = "",
    *,
    examples: bool = False,
) -> dict[str, Any]:
    """What the templates of a form take; `examples`: with an example to unfold at each question."""
    return {
        "reader": reader,
        "form": form,
        "faults": faults,
        "focus": focus,
        "examples": examples,
        "member_is_open": lambda n: _is_open(form, n, focus, faults),
        "facts_are_open": lambda n: _facts_are_open(n, faults),
        "open_points_of": lambda n: _open_points(form.rows["members"][n], reader.words),
        "fact_label": lambda column: fact_label(column, reader.words),
        "legal_types": reader.words.choices(LegalType),
        "represents": represented(reader.words),
        "yes_no": [(code, reader.words(f"member.{code}")) for code in (YES, NO)],
        "municipalities": municipality_names(reader.language) if "members" in form.rows else (),
        "languages": reader.words.languages(),
        "actor_types": sorted(reader.words.choices(ActorType), key=lambda pair: pair[1].casefold()),
        "roles": reader.words.choices(PartnerRole),
        "countries": country_choices(reader.language),
        "regions": region_names(reader.language),
    }


def _is_open(form: ProfileForm, n: int, focus: str, faults: Sequence[Fault]) -> bool:
    """Whether a member's fields are unfolded: a blank or half one, one with a fault, the one just added."""
    here, row = f"members-{n}-", form.rows["members"][n]
    return not (row["name"].strip() and row["actor_type"]) or any(
        field.startswith(here) for field in (focus, *(fault.field for fault in faults))
    )


def _open_points(row: Row, words: Words) -> list[str]:
    """What a member's profile needs most and does not tell yet; nothing of a blank one."""
    wanted = () if is_blank(row) else ("region", "role_wish", "expertise", "contribution")
    return [words(LABELS["members", column]) for column in wanted if not row[column].strip()]


def _facts_are_open(n: int, faults: Sequence[Fault]) -> bool:
    """Whether a member's facts that calls ask for are unfolded: when one of them has a fault."""
    return not {f"members-{n}-{column}" for column in COLUMNS}.isdisjoint(fault.field for fault in faults)
