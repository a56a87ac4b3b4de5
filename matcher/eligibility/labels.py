"""What condition types and answers are called in English, Finnish and Swedish.

`{coordinator}` and `{grant}` are the call's own words for its lead and its money.
"""

from matcher.eligibility.conditions import Stage
from matcher.eligibility.judgement import Answer
from matcher.eligibility.sentences import filled
from store.labels import ORDER, RoleWords
from store.vocabulary import Language

CONDITIONS: dict[str, tuple[str, str, str]] = {
    "applicant_type": ("who may apply", "kuka voi hakea", "vem som får söka"),
    "country": ("countries", "maat", "länder"),
    "region": ("region of the project", "hankkeen alue", "projektets område"),
    "consortium_size": ("number of organisations", "organisaatioiden määrä", "antal organisationer"),
    "country_count": ("number of countries", "maiden määrä", "antal länder"),
    "actor_types": ("kinds of organisation needed", "vaaditut toimijat", "aktörer som krävs"),
    "lead": ("who may lead", "kuka voi johtaa", "vem som får leda"),
    "one_coordinator": ("one {coordinator}", "yksi {coordinator}", "en {coordinator}"),
    "associated_only": (
        "only without funding",
        "vain ilman rahoitusta",
        "bara utan finansiering",
    ),
    "coordinator_age": ("age of the {coordinator}", "{coordinator:gen} ikä", "{coordinator:gen} ålder"),
    "deadline": ("deadline", "hakuajan päättyminen", "sista ansökningsdag"),
    "application_count": (
        "applications per organisation",
        "hakemuksia organisaatiota kohti",
        "ansökningar per organisation",
    ),
    "grant": ("{grant} per project", "{grant} hanketta kohti", "{grant} per projekt"),
    "duration": ("project duration", "hankkeen kesto", "projektperiod"),
    "co_financing": ("co-financing rate", "tukitaso", "stödnivå"),
    "language": ("language of the application", "hakemuksen kieli", "ansökans språk"),
    "identifiers": ("registrations", "tunnukset ja valtuudet", "registreringar"),
    "declarations": ("declarations", "vakuutukset", "försäkran"),
    "statements": (
        "what the proposal has to address",
        "mitä hakemuksessa on käsiteltävä",
        "vad ansökan ska ta upp",
    ),
    "priorities": ("priorities", "painopisteet", "prioriteringar"),
    "management_share": (
        "share of project management",
        "hankehallinnon osuus",
        "projektledningens andel",
    ),
    "flat_rate": (
        "flat rate for other costs",
        "muiden kustannusten prosenttimääräinen korvaus",
        "procentuell ersättning för övriga kostnader",
    ),
    "excluded_activities": (
        "activities that are not funded",
        "toimet, joita ei rahoiteta",
        "verksamhet som inte finansieras",
    ),
    "text_length": ("length of the text", "tekstin pituus", "textens längd"),
}
ANSWERS: dict[Answer, tuple[str, str, str]] = {
    Answer.YES: ("met", "täyttyy", "uppfyllt"),
    Answer.NO: ("not met", "ei täyty", "inte uppfyllt"),
    Answer.UNKNOWN: ("to be clarified", "selvitettävä", "att klarlägga"),
}
AHEAD = ("still ahead", "vielä edessä", "återstår")


def condition_label(kind: str, language: Language, said_by: RoleWords = RoleWords.EU_GRANT) -> str:
    """What a condition of this type is about, in the reader's language and the call's own words."""
    return filled(CONDITIONS[kind][ORDER.index(language)], {}, language, said_by)


def answer_label(answer: Answer, language: Language, stage: Stage = Stage.PARTNERSHIP) -> str:
    """Whether a condition is met, in the reader's language; what a proposal leaves open is still ahead."""
    ahead = stage is Stage.PROPOSAL and answer is Answer.UNKNOWN
    return (AHEAD if ahead else ANSWERS[answer])[ORDER.index(language)]
