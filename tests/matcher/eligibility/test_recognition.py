"""Every call finds the rules of its action, or at least of its programme."""

import pytest

from crawler.source import Source
from crawler.sources import all_sources
from matcher.eligibility.facts import CallFacts
from matcher.eligibility.rulebook import rulebook
from store.vocabulary import Programme


@pytest.mark.parametrize(
    ("identifier", "action"),
    [
        ("KA220-ADU", "KA220"),
        ("KA210-VET", "KA210"),
        ("ERASMUS-EDU-2024-PEX-COVE", "COVE"),
        ("ERASMUS-EDU-2026-PEX-COVE", "COVE"),
        ("ERASMUS-EDU-2024-PI-ALL-INNO-EDU-ENTERP", "ALLIANCES_LOT1"),
        ("ERASMUS-EDU-2026-PI-ALL-INNO-BLUEPRINT", "ALLIANCES_LOT2"),
        ("ERASMUS-EDU-2026-POL-EXP-SSEF", "POL_EXP"),
        ("ERASMUS-YOUTH-2026-YOUTH-TOG", "EYT"),
        ("ERASMUS-EDU-2026-CB-VET", "CB_VET"),
        ("ERASMUS-EDU-2026-CBHE-STRAND-1", "CBHE_STRAND_1"),
        ("ERASMUS-EDU-2026-CBHE-CROSS-REGIONAL", "CBHE"),
        ("ERASMUS-YOUTH-2026-CB", "CB_YOUTH"),
        ("ESF-2026-POW", "ESF_EASI_EURES_POW"),
        ("ESF-2026-EURES-TMS", "ESF_EASI_EURES_TMS"),
        ("ESF-2026-SE-INCUBATION", "ESF_SE_INCUBATION"),
        ("ESF-2026-AG-TCS", "ESF_AG_TCS"),
        ("JTM-2026-PSLF-FRAMEWORK-LOANS", "PSLF"),
        ("JTM-2026-PSLF-STANDALONE-PROJECTS", "PSLF"),
        ("FI_JTF", "FI_JTF"),
    ],
)
def test_calls_are_known_by_their_identifier(identifier: str, action: str) -> None:
    found = rulebook().rules_of(CallFacts("1", Programme.SOCIAL_DIALOGUE, identifier))
    assert found is not None
    assert found.action == action


SOURCES = {
    "eu_erasmus_plus": "ERASMUS_DIRECT",
    "eu_esf_plus": "ESF_EASI",
    "eu_just_transition": "JTM",
    "eu_social_dialogue": "SOCPL",
    "fi_erasmus_agency": "ERASMUS_AGENCY",
    "fi_eura_esf_plus": "FI_ESF",
    "fi_eura_jtf": "FI_JTF",
}


@pytest.mark.parametrize("source", all_sources(), ids=lambda source: source.name)
def test_no_call_of_a_source_is_without_rules(source: Source) -> None:
    found = rulebook().rules_of(CallFacts("1", source.programme, "SOMETHING-NEW", source.name))
    assert found is not None
    assert (found.action, found.programme) == (SOURCES[source.name], source.programme)


@pytest.mark.parametrize("programme", Programme)
def test_no_call_of_a_programme_is_without_rules(programme: Programme) -> None:
    found = rulebook().rules_of(CallFacts("1", programme, "SOMETHING-NEW", "another_source"))
    assert found is not None
    assert found.programme is programme
