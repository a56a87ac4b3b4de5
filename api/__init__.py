"""Use cases (`services/`) and JSON (`routes/`): joins what the rooms below can do."""
