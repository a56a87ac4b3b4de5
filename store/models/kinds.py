"""Kinds of value that the profile's nouns share: slugs, codes, days, and texts as people paste them."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints
from pydantic import Field as Limits

from store.models.member_facts import iso_day, municipality_code

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Nuts = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}[0-9A-Z]{0,3}$")]
MunicipalityCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{3}$")]
Municipality = Annotated[MunicipalityCode, BeforeValidator(municipality_code)]
Day = Annotated[date, BeforeValidator(iso_day)]
Measure = Annotated[float, Limits(ge=-1e12, le=1e12, allow_inf_nan=False)]
"""A measured or wanted value, in whatever unit."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def _without_control_signs(value: Any) -> Any:
    """Text pasted from a PDF brings form feeds along, which no document and no terminal can hold."""
    return _CONTROL.sub("", value) if isinstance(value, str) else value


_CLEANED = BeforeValidator(_without_control_signs)
Words = Annotated[str, _CLEANED]
Name = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True), _CLEANED]
Text = Annotated[str, StringConstraints(min_length=1, max_length=10_000, strip_whitespace=True), _CLEANED]
