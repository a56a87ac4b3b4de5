"""Cleaning steps, one per file, in the order of `STEPS`; only the last one writes."""

STEPS = (
    "require_identity.RequireIdentity",
    "clean_texts.CleanTexts",
    "find_cut_offs.FindCutOffs",
    "find_amounts.FindAmounts",
    "find_objectives.FindObjectives",
    "compare_text.CompareText",
    "validate.Validate",
    "write_store.WriteStore",
)


def item_pipelines() -> dict[str, int]:
    """Scrapy's `ITEM_PIPELINES`: path to place."""
    return {f"{__name__}.{step}": place for place, step in enumerate(STEPS, 1)}
