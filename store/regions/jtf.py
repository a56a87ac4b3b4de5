"""Where Finland has money of the Just Transition Fund: thirteen regions and four municipalities of Pirkanmaa.

`jtf_territory_fi.csv`, with source and certainty: structural funds programme 2021-2027, priority 7.
"""

from store.regions.municipal import municipality as municipality_of
from store.regions.nuts import within
from store.regions.tables import rows

_ROWS = rows("jtf_territory_fi.csv")
JTF_REGIONS = tuple(sorted(row["code"] for row in _ROWS if row["kind"] == "region"))
"""NUTS 3 codes of 2024 of the regions that belong as a whole."""
JTF_MUNICIPALITIES = tuple(sorted(row["code"] for row in _ROWS if row["kind"] == "municipality"))
"""Codes of single municipalities that belong although their region does not."""


def in_jtf_territory(nuts: str | None, municipality: str | None = None) -> bool | None:
    """Whether a place has JTF money; None when it is not known or only a part of it belongs.

    The municipality decides where it is known. Of those that changed region in 2021, Iitti and Kuhmoinen left
    a region that belongs for one that does not; the sources do not say which border holds: None.
    """
    place = municipality_of(municipality) if municipality else None
    if place is None:
        return _region_belongs(nuts) if nuts else None
    if place.code in JTF_MUNICIPALITIES:
        return True
    now, before = within(place.nuts_2024, JTF_REGIONS), within(place.nuts_2021, JTF_REGIONS)
    return now if now == before else None


def _region_belongs(nuts: str) -> bool | None:
    if within(nuts, JTF_REGIONS) is not False:
        return within(nuts, JTF_REGIONS)
    holds_one = any(
        within(place.nuts_2024, (nuts,)) for code in JTF_MUNICIPALITIES if (place := municipality_of(code))
    )
    return None if holds_one else False
