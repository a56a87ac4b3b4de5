"""Field maps: which of a source's fields means what. Pure functions from a record to a draft."""
