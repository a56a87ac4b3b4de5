"""Priorities and specific objectives of the programme *Innovation and Skills in Finland 2021–2027*, by name.

Names are those of the programme document; a name that is not known in a language is not there, and the code
stands alone. Objectives 5.1 and 6.1 have no certain name.
"""

from collections.abc import Sequence

from store.vocabulary import Language

PRIORITIES: dict[str, dict[Language, str]] = {
    "4": {
        Language.EN: "Competent and inclusive Finland that provides work",
        Language.FI: "Työllistävä, osaava ja osallistava Suomi",
        Language.SV: "Ett sysselsättande, kompetent och inkluderande Finland",
    },
    "5": {
        Language.FI: "Sosiaalisten innovaatioiden Suomi",
        Language.SV: "Ett Finland för sociala innovationer",
    },
    "6": {
        Language.FI: "Aineellista puutetta torjuva Suomi",
        Language.SV: "Ett Finland som bekämpar materiell brist",
    },
    "7": {Language.FI: "Oikeudenmukaisen siirtymän Suomi"},
}
OBJECTIVES: dict[str, dict[Language, str]] = {
    "4.1": {
        Language.EN: "Pathways to employment",
        Language.FI: "Polkuja töihin",
        Language.SV: "Vägar till arbete",
    },
    "4.2": {
        Language.EN: "New competence to working life",
        Language.FI: "Uutta osaamista työelämään",
        Language.SV: "Ny kompetens i arbetslivet",
    },
    "4.3": {
        Language.EN: "Equitable inclusion",
        Language.FI: "Yhdenvertaiseen osallisuuteen",
        Language.SV: "Jämlik delaktighet",
    },
    "7.1": {Language.FI: "Turpeesta luopumisen alueellisesti oikeudenmukainen siirtymä"},
}


def priorities(codes: Sequence[str] | None, language: Language) -> str | None:
    """The priorities that specific objectives belong to, by code and name; None when no code is known.

    >>> priorities(["4.1", "4.3"], Language.SV)
    '4 Ett sysselsättande, kompetent och inkluderande Finland'
    """
    return _told([code.partition(".")[0] for code in codes or ()], PRIORITIES, language)


def specific_objectives(codes: Sequence[str] | None, language: Language) -> str | None:
    """Specific objectives by code and name; None when no code is known.

    >>> specific_objectives(["4.1", "5.1"], Language.FI)
    '4.1 Polkuja töihin; 5.1'
    """
    return _told(codes or (), OBJECTIVES, language)


def _told(codes: Sequence[str], names: dict[str, dict[Language, str]], language: Language) -> str | None:
    told = [f"{code} {names.get(code, {}).get(language, '')}".rstrip() for code in dict.fromkeys(codes)]
    return "; ".join(told) or None
