"""Conditions read from a call's own text or from a call document: rather missed than wrong.

`clauses` cuts a text into sentences, `plain` puts their quantities into figures, `words/*.yaml` holds the
phrases of each language, `readers/` one grammar for each type of condition, and `agreement` sets aside what
contradicts itself.
"""

from matcher.reading.agreement import agree
from matcher.reading.read import read, read_conditions, read_document, read_pages
from matcher.reading.readings import Reading, Reads

__all__ = ["Reading", "Reads", "agree", "read", "read_conditions", "read_document", "read_pages"]
