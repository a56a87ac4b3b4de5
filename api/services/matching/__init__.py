"""Which calls fit a coalition, in what order, and why."""
