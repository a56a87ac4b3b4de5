"""What became of goals and decisions, and the yearly review."""
