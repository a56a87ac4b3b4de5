"""The room's public face: light to import, and whole."""

import subprocess
import sys
from pathlib import Path

import proposal_templates

ROOT = Path(__file__).parents[2]


def _modules_after(statement: str) -> set[str]:
    program = (
        f"import sys; {statement}; print(' '.join(sorted({{name.split('.')[0] for name in sys.modules}})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, cwd=ROOT, capture_output=True, text=True
    )
    return set(done.stdout.split())


def test_importing_the_room_loads_neither_word_nor_templates() -> None:
    loaded = _modules_after("import proposal_templates")
    assert not loaded & {"docx", "jinja2", "yaml", "pydantic", "babel", "lxml"}


def test_building_a_draft_does_not_load_word() -> None:
    loaded = _modules_after("from proposal_templates import build_draft, find_form, render_markdown")
    assert "docx" not in loaded


def test_every_public_name_can_be_had() -> None:
    for name in proposal_templates.__all__:
        assert getattr(proposal_templates, name) is not None
    assert set(proposal_templates._HOME_OF) == set(proposal_templates.__all__)


def test_the_guide_to_forms_names_every_content_part_and_form_key() -> None:
    from typing import get_args

    from proposal_templates.forms.model import ContentPart, Form, FormSection

    guide = (ROOT / "docs" / "adding_a_form.md").read_text(encoding="utf-8")
    for name in (*get_args(ContentPart), *Form.model_fields, *FormSection.model_fields):
        assert f"`{name}`" in guide, name
