"""What condition types and answers are called in English, Finnish and Swedish."""

from matcher.eligibility.conditions import Stage
from matcher.eligibility.judgement import Answer
from store.vocabulary import Language

ORDER = (Language.EN, Language.FI, Language.SV)
CONDITIONS: dict[str, tuple[str, str, str]] = {
    "applicant_type": ("who may apply", "kuka voi hakea", "vem som kan söka"),
    "country": ("countries", "maat", "länder"),
    "region": ("region of the project", "hankkeen alue", "projektets område"),
    "consortium_size": ("number of partners", "kumppanien määrä", "antal partner"),
    "country_count": ("number of countries", "maiden määrä", "antal länder"),
    "actor_types": ("kinds of partner needed", "vaaditut toimijat", "aktörer som krävs"),
    "lead": ("who may lead", "kuka voi johtaa", "vem som kan leda"),
    "one_coordinator": ("one coordinator", "yksi koordinaattori", "en koordinator"),
    "associated_only": (
        "only as associated partner",
        "vain liitännäiskumppanina",
        "endast som associerad partner",
    ),
    "coordinator_age": ("age of the coordinator", "koordinaattorin ikä", "koordinatorns ålder"),
    "deadline": ("deadline", "hakuajan päättyminen", "sista ansökningsdag"),
    "application_count": (
        "applications per organisation",
        "hakemuksia organisaatiota kohti",
        "ansökningar per organisation",
    ),
    "grant": ("grant per project", "avustus hanketta kohti", "bidrag per projekt"),
    "duration": ("project duration", "hankkeen kesto", "projektperiod"),
    "co_financing": ("co-financing rate", "tukitaso", "stödnivå"),
    "language": ("language of the application", "hakemuksen kieli", "ansökans språk"),
    "identifiers": ("registrations", "rekisteröinnit", "registreringar"),
    "declarations": ("declarations", "vakuutukset", "försäkringar"),
    "statements": (
        "what the proposal has to address",
        "mitä hakemuksessa on käsiteltävä",
        "vad ansökan ska ta upp",
    ),
    "priorities": ("priorities", "painopisteet", "prioriteringar"),
    "management_share": (
        "share of project management",
        "projektinhallinnan osuus",
        "projektledningens andel",
    ),
    "flat_rate": (
        "flat rate for other costs",
        "muiden kustannusten prosenttimäärä",
        "procentsats för övriga kostnader",
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


def condition_label(kind: str, language: Language) -> str:
    """What a condition of this type is about, in the reader's language."""
    return CONDITIONS[kind][ORDER.index(language)]


def answer_label(answer: Answer, language: Language, stage: Stage = Stage.PARTNERSHIP) -> str:
    """Whether a condition is met, in the reader's language; what a proposal leaves open is still ahead."""
    ahead = stage is Stage.PROPOSAL and answer is Answer.UNKNOWN
    return (AHEAD if ahead else ANSWERS[answer])[ORDER.index(language)]
