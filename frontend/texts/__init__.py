"""The catalogue: every word of ours on the pages, in three languages side by side, one YAML file a screen.

An entry is `key: {en: ..., fi: ..., sv: ...}`; `{name}` is filled in. What is counted has two entries,
`key.one` and `key.other` (the plural rule of all three languages).
"""

from functools import lru_cache
from pathlib import Path

import yaml

from frontend.errors import BrokenCatalogue, UnknownText
from store.vocabulary import Language

FOLDER = Path(__file__).parent


@lru_cache(maxsize=1)
def catalogue() -> dict[str, dict[Language, str]]:
    """All texts by key and language. Raises BrokenCatalogue naming file and key."""
    found: dict[str, dict[Language, str]] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        for key, entry in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            if key in found:
                raise BrokenCatalogue(f"{path.name}: {key} stands in the catalogue twice.")
            if not isinstance(entry, dict) or set(entry) != {str(language) for language in Language}:
                raise BrokenCatalogue(f"{path.name}: {key} needs exactly en, fi and sv.")
            found[key] = {language: str(entry[language]) for language in Language}
    return found


def text(key: str, language: Language) -> str:
    """The text of a key. Raises UnknownText."""
    try:
        return catalogue()[key][language]
    except KeyError:
        raise UnknownText(
            f"No text {key!r}: add it to a file of frontend/texts/ in three languages."
        ) from None


def has_text(key: str) -> bool:
    """Whether the catalogue holds the key (for words that come from outside, such as a source's name)."""
    return key in catalogue()
