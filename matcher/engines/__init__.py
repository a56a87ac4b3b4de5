"""Embedding engines, one file each; `matcher.load` chooses."""
