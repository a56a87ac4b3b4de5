"""What the administrator and long work need: overview, jobs, crawls."""
