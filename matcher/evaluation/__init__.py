"""How well the ranking does: metrics, baselines and the run that joins them."""
