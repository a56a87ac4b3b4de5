"""Steps from one shape of the database to the next; file names are the revisions, in order."""
