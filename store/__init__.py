"""Ground floor: the nouns of Koalitio and their memory. Imports nothing of ours."""
