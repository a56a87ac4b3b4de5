"""Which countries the organisations may come from, where the text names whole groups of countries."""

from matcher.eligibility.conditions import CountryScope
from matcher.reading.places import groups_in
from matcher.reading.sentence import Sentence

_DOUBTS = ("recommended", "weak", "negated", "example", "past", "conditional", "strand", "indicative")


def read_country(sentence: Sentence) -> CountryScope | None:
    """`Applicants must be established in EU Member States`; a list with an unknown name is not read (R02)."""
    words, text = sentence.words, sentence.text.rstrip(" .;:")
    listed = ", ".join(item.rstrip(" .;,") for item in sentence.items)
    said = f"{text}: {listed}" if listed else text
    match = words.first("country.established", said)
    is_item = bool(sentence.intro) and not words.says("country.applicants", sentence.intro)
    if match and not is_item:
        names = match["countries"]
    elif sentence.alone and words.says("country.heading", sentence.heading):
        names = listed or text
    else:
        return None
    groups = () if sentence.doubts(*_DOUBTS) else groups_in(names, words)
    return CountryScope(groups=groups, **sentence.basis("R02")) if groups else None
