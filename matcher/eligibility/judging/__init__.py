"""One judge for each type of condition; `registry` says which."""
