"""Money of a project: cost models as data, and the arithmetic that turns cost lines into sums that meet."""

from proposal_templates.budget.models import cost_model, load_models

__all__ = ["cost_model", "load_models"]
