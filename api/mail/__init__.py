"""Mail: what it says, in three languages, and sending it."""
