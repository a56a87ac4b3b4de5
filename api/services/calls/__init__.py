"""Calls and their sources: find, show, deadlines, what is new, what a crawl brought."""
