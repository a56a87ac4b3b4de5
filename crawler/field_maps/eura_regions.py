"""Where an EURA notice applies: NUTS 3 (2024) from its region codes, names of its programme area.

Programme areas are the managing authorities' own and no NUTS regions; their names follow the programme's
Finnish and Swedish pages.
"""

from collections.abc import Sequence

from store.regions import region_by_code

NATIONAL = "VALTAKUNNALLINEN"
MAINLAND = "FI1"

AREA_NAMES = {
    NATIONAL: {"en": "National", "fi": "Valtakunnallinen", "sv": "Riksomfattande"},
    "ETELA_SUOMI": {"en": "Southern Finland", "fi": "Etelä-Suomi", "sv": "Södra Finland"},
    "LANSI_SUOMI": {"en": "Western Finland", "fi": "Länsi-Suomi", "sv": "Västra Finland"},
    "ITA_SUOMI": {"en": "Eastern Finland", "fi": "Itä-Suomi", "sv": "Östra Finland"},
    "POHJOIS_SUOMI": {"en": "Northern Finland", "fi": "Pohjois-Suomi", "sv": "Norra Finland"},
}
"""Names for what the page's own code list leaves out."""


def nuts_regions(region_codes: Sequence[str], area: str) -> list[str] | None:
    """NUTS codes of a notice, sorted; Mainland Finland for a national one, None when not known.

    The programme covers Mainland Finland; Åland has its own and is no part of EURA.

    >>> nuts_regions(["17", "19"], "POHJOIS_SUOMI"), nuts_regions([], "VALTAKUNNALLINEN")
    (['FI1D7', 'FI1D9'], ['FI1'])
    """
    known = {region.nuts_2024 for code in region_codes if (region := region_by_code(code))}
    if known:
        return sorted(known)
    is_national = NATIONAL in {area, *(code.upper() for code in region_codes)}
    return [MAINLAND] if is_national else None
