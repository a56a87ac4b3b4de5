"""Whether a coalition may apply to a call, who is missing, and what would settle what is not known.

Facts go one way: rules (YAML) and conditions read from the call -> `applied` -> `judge` -> a `Judgement`.
Nothing here reads the store or the clock, loads a model or counts: it is handed plain facts.
"""
