"""Guess the language of a text that comes without one, from its commonest little words.

Sources and coalitions name their language, so this serves only texts from elsewhere (a benchmark without
`lang`). Little words are enough for a text of a sentence or more, need no model and no package, and where
they do not decide the answer is None: an unknown language is treated as unknown, a wrong one would do harm.
"""

from matcher.lexical import words

LITTLE_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(common.split())
    for language, common in {
        "bg": "на от за се да по със са като при или които което тази този през до обаче още",
        "cs": "je se na že pro jsou jako při byl není jeho který která které také nebo může mezi než však",
        "da": "og det at en den til er som på de med af for ikke der blev fra et også efter eller hvor",
        "de": "der die und das den von ist des mit für auf ein eine im dem nicht zu sich auch werden wird",
        "el": "και το να του της τα την με στο που για από των στη είναι ένα μια στην τους οι",
        "en": "the of and to in that is for was with as are on by be from this which have it not their",
        "es": "de la que el en los se las del una por con para es como más sus fue este pero al",
        "et": "ja on ei et oli mis kui ning see seda ka oma selle või mida saab aga välja tema olid",
        "fi": "ja on että se ei oli joka ovat myös kuin sekä jotka tai sen voi mutta ole hän tämä jossa",
        "fr": "de la le et les des en une du que dans est pour qui par au sur pas avec plus sont ces",
        "ga": "agus na an ar bhí sé go sin leis le mar ag bhfuil is do sa chuid seo iad don",
        "hr": "je se da su koji za kao od što bio iz nije koja koje te sam ili može prema nakon",
        "hu": "és az hogy nem egy is volt meg ez mint csak már vagy el azt lehet amely szerint ezt voltak",
        "it": "di che il la per un del è della in con sono le dei alla una nel gli non più anche",
        "lt": "ir yra kad tai buvo su kaip iš bet jis dėl arba į savo taip pat nuo kuris kurie jų",
        "lv": "un ir ka no ar lai par tas kas vai bija ka tika kā tiek šo pie pēc tā kuri",
        "mt": "li il u ta ma fil tal hija kien biex minn din dan huma jew għal mill fuq dwar hemm",
        "nb": "og det på er som en av til ikke de med har den et fra ble også etter seg hva",
        "nl": "de het een van en in is dat op te zijn met voor niet die aan er om ook werd",
        "pl": "się na nie że jest do jak od przez oraz po ale są może był które który tym jego dla",
        "pt": "de que do da em um para com uma os não por dos mais na se como ao foi das são",
        "ro": "și în de la cu care este pe din un nu mai că pentru sunt fost au sau prin această",
        "sk": "je sa na že pre sú ako pri bol nie jeho ktorý ktorá ktoré tiež alebo môže medzi však som",
        "sl": "je in se da so na za ki pri ni bil kot tudi ali pa lahko iz bila ko med",
        "sv": "och att det som en på är av för den med till inte de om ett har från var vid",
    }.items()
}
"""About twenty of the commonest words of each language, ISO 639-1; a word may stand in several."""

LOOKED_AT = 200
"""Words of a text that are looked at."""

ENDINGS: dict[str, tuple[str, ...]] = {
    language: tuple(common.split())
    for language, common in {
        "et": "sse dele tele vad mine mise ks dega",
        "fi": "ssa ssä sta stä lla llä lta ltä lle ksi iin aan ään een nen jen sten minen",
        "hu": "ban ben nak nek ság ség ból ről ként hoz",
    }.items()
}
"""Endings that do what little words do elsewhere, for the languages that rather inflect."""

AT_LEAST = 2
"""Little words or endings a language needs to be named."""

AHEAD = 1.15
"""How many times as many little words as the next language the named one needs."""


def guess_language(text: str) -> str | None:
    """ISO 639-1 code of the language of `text`, or None when its little words do not decide.

    >>> guess_language("Hankkeet, joissa koulutetaan myös ikääntyneitä ja jotka ovat alueellisia")
    'fi'
    >>> guess_language("Erasmus+ 2026") is None
    True
    """
    seen = words(text)[:LOOKED_AT]
    counts = {language: _signs(seen, language) for language in LITTLE_WORDS}
    best, second = sorted(counts, key=counts.__getitem__, reverse=True)[:2]
    if counts[best] < AT_LEAST or counts[best] < AHEAD * counts[second]:
        return None
    return best


def _signs(seen: list[str], language: str) -> int:
    common, endings = LITTLE_WORDS[language], ENDINGS.get(language, ())
    return sum(word in common or (len(word) > 5 and word.endswith(endings)) for word in seen)
