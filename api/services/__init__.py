"""One use case a file; each takes an open session and plain values and answers with shapes to show."""
