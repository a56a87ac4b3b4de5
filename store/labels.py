"""What the closed vocabularies are called in English, Finnish and Swedish."""

from enum import StrEnum

from store.call_dates import CutOff
from store.people_labels import CHOICES, CONFIRMATIONS, INPUT_KINDS, INPUT_STATES, MUTE_KINDS, STAGES
from store.vocabulary import (
    ActorType,
    CallStatus,
    Choice,
    Confirmation,
    ConsentKind,
    Counts,
    DecisionState,
    FundingKind,
    Identifier,
    InputKind,
    InputState,
    Language,
    LegalType,
    LetterState,
    MeetingForm,
    MuteKind,
    PartnerRole,
    Programme,
    Represents,
    RiskLevel,
    Role,
    Size,
    Stage,
    Theme,
    Verdict,
    WorkKind,
)

LABELS: dict[StrEnum, tuple[str, str, str]] = {
    Programme.ESF_PLUS: (
        "European Social Fund Plus (ESF+)",
        "Euroopan sosiaalirahasto plus (ESR+)",
        "Europeiska socialfonden plus (ESF+)",
    ),
    Programme.ERASMUS_PLUS: ("Erasmus+", "Erasmus+", "Erasmus+"),
    Programme.JUST_TRANSITION_FUND: (
        "Just Transition Fund (JTF)",
        "Oikeudenmukaisen siirtymän rahasto (JTF)",
        "Fonden för en rättvis omställning (FRO)",
    ),
    Programme.JUST_TRANSITION_MECHANISM: (
        "Just Transition Mechanism (JTM)",
        "Oikeudenmukaisen siirtymän mekanismi",
        "Mekanismen för en rättvis omställning",
    ),
    Programme.SOCIAL_DIALOGUE: ("Social dialogue", "Työmarkkinaosapuolten vuoropuhelu", "Social dialog"),
    CallStatus.FORECASTED: ("Forthcoming", "Tulossa", "Kommande"),
    CallStatus.OPEN: ("Open", "Avoinna", "Öppen"),
    CallStatus.CLOSED: ("Closed", "Päättynyt", "Avslutad"),
    Verdict.ELIGIBLE: ("eligible", "tukikelpoinen", "stödberättigad"),
    Verdict.INELIGIBLE: ("not eligible", "ei tukikelpoinen", "inte stödberättigad"),
    Verdict.NEEDS_REVIEW: ("to be clarified", "selvitettävä", "att klarlägga"),
    ActorType.EMPLOYMENT_AUTHORITY: (
        "municipal employment authority (employment area)",
        "työllisyysalue / kunnan työllisyyspalvelut",
        "sysselsättningsområde / kommunens sysselsättningstjänster",
    ),
    ActorType.MUNICIPALITY: ("municipality", "kunta", "kommun"),
    ActorType.REGIONAL_COUNCIL: ("regional council", "maakunnan liitto", "landskapsförbund"),
    ActorType.WELLBEING_COUNTY: ("wellbeing services county", "hyvinvointialue", "välfärdsområde"),
    ActorType.EMPLOYER: ("employer / enterprise", "työnantaja / yritys", "arbetsgivare / företag"),
    ActorType.EMPLOYER_ORG: (
        "employer or entrepreneur organisation",
        "työnantaja- tai yrittäjäjärjestö",
        "arbetsgivar- eller företagarorganisation",
    ),
    ActorType.TRADE_UNION: ("trade union", "ammattiliitto", "fackförbund"),
    ActorType.VET_PROVIDER: (
        "vocational education and training provider",
        "ammatillisen koulutuksen järjestäjä",
        "anordnare av yrkesutbildning",
    ),
    ActorType.HEI: ("higher education institution", "korkeakoulu", "högskola"),
    ActorType.RESEARCH: ("research organisation", "tutkimuslaitos", "forskningsinstitut"),
    ActorType.THIRD_SECTOR: (
        "third-sector organisation",
        "kolmannen sektorin toimija",
        "aktör inom tredje sektorn",
    ),
    ActorType.SOCIAL_ENTERPRISE: ("social enterprise", "yhteiskunnallinen yritys", "socialt företag"),
    ActorType.TARGET_GROUP_ORG: (
        "organisation of the target group",
        "kohderyhmää edustava järjestö",
        "organisation som företräder målgruppen",
    ),
    PartnerRole.COORDINATOR: (
        "coordinator (lead partner)",
        "koordinaattori (päätoteuttaja)",
        "koordinator (huvudgenomförare)",
    ),
    PartnerRole.BENEFICIARY: (
        "beneficiary (co-beneficiary)",
        "edunsaaja (osatoteuttaja)",
        "bidragsmottagare (delgenomförare)",
    ),
    PartnerRole.AFFILIATED_ENTITY: ("affiliated entity", "sidosyhteisö", "anknuten enhet"),
    PartnerRole.ASSOCIATED_PARTNER: ("associated partner", "liitännäiskumppani", "associerad partner"),
    PartnerRole.SUBCONTRACTOR: ("subcontractor", "alihankkija", "underleverantör"),
    LegalType.PUBLIC: ("public body", "julkinen organisaatio", "offentlig organisation"),
    LegalType.PUBLIC_SERVICE: (
        "private body with a public-service mission",
        "yksityinen organisaatio, jolla on julkinen palvelutehtävä",
        "privat organisation med ett offentligt uppdrag",
    ),
    LegalType.NON_PROFIT: (
        "private organisation, not for profit",
        "yksityinen organisaatio, ei tavoittele voittoa",
        "privat organisation utan vinstsyfte",
    ),
    LegalType.FOR_PROFIT: (
        "private organisation for profit (enterprise)",
        "voittoa tavoitteleva organisaatio (yritys)",
        "privat organisation med vinstsyfte (företag)",
    ),
    Identifier.PIC: (
        "Participant Identification Code (PIC)",
        "osallistujatunnus (PIC)",
        "identifieringskod (PIC)",
    ),
    Identifier.OID: ("organisation ID (OID)", "organisaatiotunnus (OID)", "organisations-ID (OID)"),
    Identifier.BUSINESS_ID: ("business ID (Y-tunnus)", "Y-tunnus", "FO-nummer"),
    Identifier.SUOMI_FI_MANDATE: ("Suomi.fi mandate", "Suomi.fi-valtuus", "Suomi.fi-fullmakt"),
    DecisionState.CONFIRMED: ("confirmed", "vahvistettu", "bekräftat"),
    DecisionState.CORRECTED: ("corrected", "korjattu", "rättat"),
    DecisionState.REJECTED: ("not a condition", "ei ole ehto", "är inget villkor"),
    Represents.JOB_SEEKERS: ("job-seekers", "työnhakijat", "arbetssökande"),
    Represents.WORKERS: ("workers", "työntekijät", "arbetstagare"),
    LetterState.NONE: ("no letter", "ei aiesopimusta", "ingen avsiktsförklaring"),
    LetterState.ASKED: ("letter asked for", "aiesopimus pyydetty", "avsiktsförklaring begärd"),
    LetterState.PROMISED: ("letter promised", "aiesopimus luvattu", "avsiktsförklaring utlovad"),
    LetterState.SIGNED: ("letter signed", "aiesopimus allekirjoitettu", "avsiktsförklaring undertecknad"),
    Size.MICRO: ("micro-enterprise", "mikroyritys", "mikroföretag"),
    Size.SMALL: ("small enterprise", "pieni yritys", "litet företag"),
    Size.MEDIUM: ("medium-sized enterprise", "keskisuuri yritys", "medelstort företag"),
    Size.LARGE: ("large enterprise", "suuri yritys", "stort företag"),
    MeetingForm.ON_SITE: ("on site", "paikan päällä", "på plats"),
    MeetingForm.ONLINE: ("online", "verkossa", "på distans"),
    MeetingForm.HYBRID: ("on site and online", "paikan päällä ja verkossa", "på plats och på distans"),
    Counts.PERSONS: ("persons", "henkilöt", "personer"),
    Counts.BODIES: ("organisations", "organisaatiot", "organisationer"),
    Counts.QUALITATIVE: ("qualitative", "laadullinen", "kvalitativ"),
    WorkKind.MANAGEMENT: (
        "management and coordination",
        "hallinto ja koordinointi",
        "ledning och samordning",
    ),
    WorkKind.GOAL: ("work towards a goal", "työ tavoitteen saavuttamiseksi", "arbete för att nå ett mål"),
    WorkKind.IMPACT: ("impact and dissemination", "vaikuttavuus ja levittäminen", "effekter och spridning"),
    FundingKind.OWN: ("own funding", "omarahoitus", "självfinansiering"),
    FundingKind.MUNICIPAL: ("municipal funding", "kunnallinen rahoitus", "kommunal finansiering"),
    FundingKind.OTHER_PUBLIC: (
        "other public funding",
        "muu julkinen rahoitus",
        "annan offentlig finansiering",
    ),
    FundingKind.PRIVATE: ("private funding", "yksityinen rahoitus", "privat finansiering"),
    Role.LEAD: ("coalition lead", "koalition vetäjä", "koalitionsledare"),
    Role.GRANT_WRITER: ("grant writer", "hakemusten kirjoittaja", "ansökningsskribent"),
    Role.MEMBER: ("member", "jäsen", "medlem"),
    Role.FUNDING_OFFICER: ("funding officer", "rahoitusasiantuntija", "finansieringssakkunnig"),
    Role.ADMINISTRATOR: ("administrator", "ylläpitäjä", "administratör"),
    Theme.AUTO: ("as on your device", "laitteen mukaan", "som på din enhet"),
    Theme.LIGHT: ("light", "vaalea", "ljust"),
    Theme.DARK: ("dark", "tumma", "mörkt"),
    ConsentKind.FOUND_AS_PARTNER: (
        "found as a partner",
        "löydettävissä kumppaniksi",
        "kan hittas som partner",
    ),
    ConsentKind.SEEN_BY_OFFICERS: (
        "seen by funding officers",
        "näkyy rahoitusasiantuntijoille",
        "syns för finansieringssakkunniga",
    ),
    ConsentKind.SHOWN_IN_PUBLICATION: (
        "shown in a publication",
        "näkyy julkaisussa",
        "visas i en publikation",
    ),
}


RISK_LEVELS: dict[StrEnum, tuple[str, str, str]] = {
    RiskLevel.LOW: ("low", "pieni", "låg"),
    RiskLevel.MEDIUM: ("medium", "keskisuuri", "medelhög"),
    RiskLevel.HIGH: ("high", "suuri", "hög"),
}
APART: dict[type[StrEnum], dict[StrEnum, tuple[str, str, str]]] = {
    RiskLevel: RISK_LEVELS,
    Confirmation: CONFIRMATIONS,
    InputKind: INPUT_KINDS,
    InputState: INPUT_STATES,
    Choice: CHOICES,
    Stage: STAGES,
    MuteKind: MUTE_KINDS,
}
"""Apart from `LABELS`, where words are found by their text, and `medium` is the size of an enterprise."""


class RoleWords(StrEnum):
    """Whose words for roles and money a call uses."""

    EU_GRANT = "eu_grant"
    FINNISH_PROGRAMME = "finnish_programme"


EU_GRANT_ROLES: dict[PartnerRole, tuple[str, str, str]] = {
    PartnerRole.COORDINATOR: ("coordinator", "koordinaattori", "koordinator"),
    PartnerRole.BENEFICIARY: ("beneficiary", "edunsaaja", "bidragsmottagare"),
    PartnerRole.AFFILIATED_ENTITY: ("affiliated entity", "sidosyhteisö", "anknuten enhet"),
    PartnerRole.ASSOCIATED_PARTNER: ("associated partner", "liitännäiskumppani", "associerad partner"),
    PartnerRole.SUBCONTRACTOR: ("subcontractor", "alihankkija", "underleverantör"),
}
"""Words of the Erasmus+ Programme Guide and of the EU model grant agreement."""
FINNISH_PROGRAMME_ROLES: dict[PartnerRole, tuple[str, str, str]] = EU_GRANT_ROLES | {
    PartnerRole.COORDINATOR: ("lead partner", "päätoteuttaja", "huvudgenomförare"),
    PartnerRole.BENEFICIARY: ("co-implementer", "osatoteuttaja", "delgenomförare"),
    PartnerRole.ASSOCIATED_PARTNER: ("cooperation partner", "yhteistyökumppani", "samarbetspartner"),
}
"""Words of Finland's programme Innovation and Skills in Finland 2021–2027 (ESF+ and JTF)."""
FINNISH_SOURCES = "fi_eura_"
CITIES = {"Europe/Brussels": "Brussels", "Europe/Helsinki": "Helsinki"}
ORDER = (Language.EN, Language.FI, Language.SV)


def label(word: StrEnum, language: Language) -> str:
    """The word's name in the reader's language."""
    return APART.get(type(word), LABELS)[word][ORDER.index(language)]


def role_words(programme: Programme, source: str | None = None) -> RoleWords:
    """Whose words a call of this programme and source uses."""
    finnish = programme is Programme.JUST_TRANSITION_FUND or (source or "").startswith(FINNISH_SOURCES)
    return RoleWords.FINNISH_PROGRAMME if finnish else RoleWords.EU_GRANT


def role_label(role: PartnerRole, programme: Programme, language: Language, source: str | None = None) -> str:
    """What a role is called in a call of this programme and source, in the reader's language."""
    finnish = role_words(programme, source) is RoleWords.FINNISH_PROGRAMME
    return (FINNISH_PROGRAMME_ROLES if finnish else EU_GRANT_ROLES)[role][ORDER.index(language)]


def cut_off_label(cut_off: CutOff) -> str:
    """`2026-10-06 17:00 Brussels` for the command line; an hour that the source does not give is said."""
    hour = f"{cut_off.time:%H:%M}" if cut_off.time else "hour not given,"
    return f"{cut_off.date} {hour} {CITIES.get(cut_off.zone, cut_off.zone)}"
