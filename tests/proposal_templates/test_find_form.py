"""The search for the form of a call: by programme, action, identifier and source, the surest rule first."""

import pytest

from proposal_templates.errors import NoFormForAction
from proposal_templates.forms import find_form
from proposal_templates.forms.loader import load_forms


@pytest.mark.parametrize(
    ("action", "identifier", "certainty"),
    [
        ("ERASMUS Lump Sum Grants", "ERASMUS-EDU-2026-PEX-COVE", "A"),
        ("ERASMUS-LS ERASMUS Lump Sum Grants", "ERASMUS-EDU-2026-POL-EXP-SSEF", "A"),
        (None, "ERASMUS-EDU-2026-PEX-COVE", "A"),
        ("ERASMUS Lump Sum Grants", "ERASMUS-EDU-2024-PI-ALL-INNO-BLUEPRINT", "B"),
        ("ERASMUS Lump Sum Grants", "ERASMUS-EDU-2024-VIRT-EXCH", "C"),
        ("ERASMUS Project Grants", None, "C"),
    ],
)
def test_calls_of_part_b_find_it(action: str | None, identifier: str | None, certainty: str) -> None:
    form = find_form("erasmus_plus", action, identifier)
    ground = form.ground("erasmus_plus", action, identifier)
    assert form.key == "erasmus_part_b"
    assert ground is not None
    assert ground.certainty == certainty


@pytest.mark.parametrize(
    ("programme", "action", "identifier", "source", "key", "certainty"),
    [
        ("erasmus_plus", "KA210-ADU", "KA210-ADU", "fi_erasmus_agency", "ka210", "A"),
        ("erasmus_plus", "KA210-YOU", "KA210-YOU", None, "ka210", "A"),
        ("erasmus_plus", "KA220-VET", "KA220-VET", "fi_erasmus_agency", "ka220", "A"),
        ("esf_plus", None, "PSUEVK-105", "fi_eura_esf_plus", "eura_2021", "A"),
        ("just_transition_fund", None, "SATLII-004", "fi_eura_jtf", "eura_2021", "A"),
        ("esf_plus", "ESF-PJG ESF Project Grants", "ESF-2026-POW", "eu_esf_plus", "esf_socpl_part_b", "A"),
        ("esf_plus", "ESF-PJG", "ESF-2026-SE-INCUBATION", "eu_esf_plus", "esf_socpl_part_b", "A"),
        ("esf_plus", "ESF Project Grants", "ESF-2023-HOMELESS", "eu_esf_plus", "esf_socpl_part_b", "C"),
        ("social_dialogue", "SOCPL-PJG", "SOCPL-2026-INFO-WK", "eu_social_dialogue", "esf_socpl_part_b", "B"),
        ("esf_plus", None, "ESF-SI-2025-NEET-01", None, "social_innovation_plus", "C"),
    ],
)
def test_other_calls_find_theirs(
    programme: str, action: str | None, identifier: str, source: str | None, key: str, certainty: str
) -> None:
    form = find_form(programme, action, identifier, source)
    ground = form.ground(programme, action, identifier, source)
    assert form.key == key
    assert ground is not None
    assert ground.certainty == certainty


def test_a_call_may_have_a_page_limit_of_its_own() -> None:
    called = ("esf_plus", "ESF-PJG", "ESF-2026-AG-TCS")
    ground = find_form(*called).ground(*called)
    assert ground is not None
    assert ground.page_limit == 40


def test_the_surer_rule_wins_over_the_more_specific_one() -> None:
    form = next(form for form in load_forms() if form.key == "esf_socpl_part_b")
    sure = form.strength("esf_plus", None, "ESF-2026-POW")
    recalled = form.strength("esf_plus", "ESF Project Grants", "ESF-2026-A-VERY-LONG-NAME")
    assert sure is not None
    assert recalled is not None
    assert sure > recalled


@pytest.mark.parametrize(
    ("programme", "action", "identifier"),
    [
        ("erasmus_plus", "ERASMUS ECHE Charter", "ERASMUS-EDU-2022-ECHE-CERT-FP"),
        ("erasmus_plus", "ERASMUS Prizes", "ERASMUS-SPORT-2026-EU-AWARDS-INCLUSION"),
        ("erasmus_plus", "ERASMUS-PRIZE ERASMUS Prizes", "ERASMUS-SPORT-2026-EU-AWARDS-PEACE"),
        ("erasmus_plus", "ERASMUS Operating Grants", "ERASMUS-EDU-2026-OG"),
        ("erasmus_plus", "ERASMUS EMJM Unit Grants", "ERASMUS-EDU-2024-PEX-EMJM-MOB"),
        ("erasmus_plus", "ERASMUS Lump Sum Grants", "ERASMUS-SPORT-2024-SSCP"),
        ("erasmus_plus", "ERASMUS Lump Sum Grants", "ERASMUS-JMO-2024-CHAIR"),
        ("erasmus_plus", "KA122-SCH", "KA122-SCH"),
        ("esf_plus", "ERASMUS Lump Sum Grants", None),
        ("just_transition_mechanism", "JTM-LS", "JTM-2026-PSLF-FRAMEWORK-LOANS"),
        (None, None, None),
    ],
)
def test_calls_with_another_form_are_told_so_in_one_line(
    programme: str | None, action: str | None, identifier: str | None
) -> None:
    with pytest.raises(NoFormForAction) as refused:
        find_form(programme, action, identifier)
    said = str(refused.value)
    assert "\n" not in said
    assert action is None or action in said
    assert "Erasmus+ Part B" in said
