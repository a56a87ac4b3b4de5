"""The catalogue: every word of ours on the pages, in three languages side by side, one YAML file a screen.

An entry is `key: {en: ..., fi: ..., sv: ...}`; `{name}` is filled in. What is counted has one entry for each
plural form, `key.one` and `key.other` in our languages. The files are compiled into Babel catalogues, one a
language, when the first word is asked for; which form a number takes is the locale's own rule (CLDR).
Why not one .po file a language: `docs/decisions/0012-texts.md`.
"""

from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from string import Formatter

import yaml
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.support import Translations

from frontend.errors import BrokenCatalogue, UnknownText
from store.vocabulary import Language

FOLDER = Path(__file__).parent
DOMAIN = "koalitio"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader in C where it is built, ten times as fast."""
Entry = dict[Language, str]


@lru_cache(maxsize=1)
def catalogue() -> dict[str, Entry]:
    """All texts by key and language. Raises BrokenCatalogue naming file and key."""
    found: dict[str, Entry] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        for key, entry in yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER).items():
            if key in found:
                raise BrokenCatalogue(f"{path.name}: {key} stands in the catalogue twice.")
            found[key] = _whole(f"{path.name}: {key}", entry)
    _check_forms(found)
    return found


@lru_cache(maxsize=len(Language))
def translations(language: Language) -> Translations:
    """The compiled catalogue of one language."""
    compiled = Catalog(locale=str(language), domain=DOMAIN)
    for key, entry in catalogue().items():
        compiled.add(key, entry[language])
    file = BytesIO()
    write_mo(file, compiled)
    file.seek(0)
    return Translations(file, domain=DOMAIN)


def text(key: str, language: Language) -> str:
    """The text of a key. Raises UnknownText."""
    if not has_text(key):
        raise UnknownText(f"No text {key!r}: add it to a file of frontend/texts/ in three languages.")
    found: str = translations(language).gettext(key)
    return found


def counted(key: str, number: int | float | Decimal, language: Language) -> str:
    """The text of a counted key in the form that the number takes. Raises UnknownText.

    >>> counted("calls.count", 21, Language.FI), counted("calls.count", 1, Language.FI)
    ('{n} hakua', '1 haku')
    """
    return text(f"{key}.{locale_of(language).plural_form(number)}", language)


def has_text(key: str) -> bool:
    """Whether the catalogue holds the key (for words that come from outside, such as a source's name)."""
    return key in catalogue()


def forms_of(language: Language) -> frozenset[str]:
    """The plural forms of a language."""
    return frozenset(locale_of(language).plural_form.tags) | {"other"}


def values_of(text: str) -> frozenset[str]:
    """The names that a text has filled in.

    >>> sorted(values_of("{n} of {all}"))
    ['all', 'n']
    """
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@lru_cache(maxsize=len(Language))
def locale_of(language: Language) -> Locale:
    """The language as Babel knows it."""
    return Locale.parse(str(language))


def _whole(place: str, entry: object) -> Entry:
    """The entry, if each language has words and all fill in the same; one of a thing may leave out `{n}`."""
    if not isinstance(entry, dict) or set(entry) != {str(language) for language in Language}:
        raise BrokenCatalogue(f"{place} needs exactly en, fi and sv.")
    texts = {language: str(entry[language] or "") for language in Language}
    if not all(words.strip() for words in texts.values()):
        raise BrokenCatalogue(f"{place} lacks words in a language.")
    loose = {"n"} if place.endswith(".one") else set()
    filled = {values_of(words) - loose for words in texts.values()}
    if len(filled) > 1:
        raise BrokenCatalogue(f"{place} fills in other values in one language than in another.")
    return texts


def _check_forms(found: dict[str, Entry]) -> None:
    """What is counted (has `.other`) has every form that our languages need. Raises BrokenCatalogue."""
    needed = frozenset[str]().union(*map(forms_of, Language))
    for stem in (key.removesuffix(".other") for key in found if key.endswith(".other")):
        if lacking := sorted(form for form in needed if f"{stem}.{form}" not in found):
            raise BrokenCatalogue(f"{stem} is counted and lacks {', '.join(lacking)}.")
