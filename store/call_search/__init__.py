"""Finds calls: full text, filters with their counts, order; asked through `api.services.calls.list_calls`.

`wanted.py` says what can be asked, `facts.py` what is remembered of each call, `texts.py` matches words,
`moments.py` knows what the clock decides, `sets.py` keeps which calls have which value, `memory.py` holds all
of it beside the database and brings it up to date, `search.py` answers.
"""
