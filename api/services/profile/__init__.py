"""The profile of a coalition: kept, built in steps, and what it covers."""
