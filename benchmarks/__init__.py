"""How long things take, measured on this code; run by `make bench`."""
