"""What the ranking has to beat: word matching over all documents, with no model and no language."""
