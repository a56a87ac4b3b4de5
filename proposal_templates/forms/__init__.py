"""Forms as data: one YAML a form, its typed shape, and the search for the form of a call."""

from proposal_templates.forms.loader import find_form, load_form, load_forms
from proposal_templates.forms.model import Form, FormSection

__all__ = ["Form", "FormSection", "find_form", "load_form", "load_forms"]
