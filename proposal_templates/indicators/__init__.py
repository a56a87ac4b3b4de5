"""Common indicators of the funds as data: one YAML file a fund, and the loader that checks them."""

from proposal_templates.indicators.catalogue import (
    Catalogue,
    CommonIndicator,
    catalogues,
    catalogues_for,
    common_indicator,
)

__all__ = ["Catalogue", "CommonIndicator", "catalogues", "catalogues_for", "common_indicator"]
