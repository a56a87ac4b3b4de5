"""Award criteria as data: one YAML an action and year, its typed shape, and the search for a call's grid."""

from proposal_templates.criteria.loader import find_grid, grid_files, load_grid, load_grids
from proposal_templates.criteria.model import Criterion, Grid, SubCriterion

__all__ = ["Criterion", "Grid", "SubCriterion", "find_grid", "grid_files", "load_grid", "load_grids"]
