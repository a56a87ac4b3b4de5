"""What sentences read like in English, Finnish and Swedish, with values put in."""

import pytest

from matcher.eligibility.judgement import Message
from matcher.eligibility.sentences import say
from store.labels import RoleWords
from store.vocabulary import Language


@pytest.mark.parametrize(
    ("key", "values", "told"),
    [
        (
            "country_count.few",
            {"count": 1, "minimum": 3, "countries": ("FI",)},
            (
                "The funded organisations come from only one country; the call asks for at least three.",
                "Rahoitusta saavat organisaatiot ovat vain yhdestä maasta; haku edellyttää vähintään kolmea.",
                "De organisationer som får finansiering kommer från bara ett land; "
                "utlysningen kräver minst tre länder.",
            ),
        ),
        (
            "country_count.few",
            {"count": 0, "minimum": 1, "countries": ()},
            (
                "No organisation takes part with funding yet; "
                "the call asks for organisations from one country.",
                "Rahoitusta saavia organisaatioita ei vielä ole; niitä on oltava vähintään yhdestä maasta.",
                "Ännu deltar ingen organisation med finansiering; "
                "utlysningen kräver organisationer från ett land.",
            ),
        ),
        (
            "consortium_size.few",
            {"count": 0, "minimum": 1},
            (
                "No organisation takes part with funding yet; the call asks for at least one.",
                "Rahoitusta saavia organisaatioita ei vielä ole; haku edellyttää vähintään yhtä.",
                "Ännu deltar ingen organisation med finansiering; utlysningen kräver minst en.",
            ),
        ),
        (
            "consortium_size.few",
            {"count": 5, "minimum": 12},
            (
                "Five organisations take part with funding; the call asks for at least 12.",
                "Rahoitusta saavia organisaatioita on viisi; haku edellyttää vähintään 12.",
                "Fem organisationer deltar med finansiering; utlysningen kräver minst 12.",
            ),
        ),
        (
            "cure.countries",
            {"count": 1},
            (
                "a partner from one more country",
                "kumppani vielä yhdestä maasta",
                "en partner från ytterligare ett land",
            ),
        ),
        (
            "cure.countries",
            {"count": 2},
            (
                "two partners from two more countries",
                "kaksi kumppania kahdesta muusta maasta",
                "två partner från ytterligare två länder",
            ),
        ),
        (
            "cure.partners_countries",
            {"count": 3, "countries": 1},
            (
                "three more partners, from at least one more country",
                "kolme kumppania lisää, vähintään yhdestä muusta maasta",
                "tre partner till, från minst ett annat land",
            ),
        ),
        (
            "what_if.many.eligible",
            {"count": 4, "countries": 1},
            (
                "With four more partners from one country the coalition would be eligible.",
                "Koalitio olisi tukikelpoinen, jos mukana olisi neljä kumppania lisää yhdestä maasta.",
                "Med fyra partner till från ett land vore koalitionen stödberättigad.",
            ),
        ),
        (
            "keep.priorities.both",
            {"count": 1, "further": 0},
            (
                "Name one main priority and no further ones.",
                "Nimeä yksi ensisijainen painopiste eikä muita.",
                "Ange en huvudprioritering och inga ytterligare.",
            ),
        ),
        (
            "keep.priorities.further",
            {"count": 0},
            (
                "Name no further priorities.",
                "Älä nimeä muita painopisteitä.",
                "Ange inga ytterligare prioriteringar.",
            ),
        ),
        (
            "keep.text_length.characters",
            {"count": 1},
            (
                "Keep the answer of the form within its limit of characters.",
                "Pidä lomakkeen vastaus merkkirajassaan.",
                "Håll svaret i blanketten inom sin teckengräns.",
            ),
        ),
        (
            "keep.text_length.question",
            {"count": 2000},
            (
                "Keep each answer within its limit; the limit of one is 2,000 characters.",
                "Pidä jokainen vastaus merkkirajassaan; yhden raja on 2\u00a0000 merkkiä.",
                "Håll varje svar inom sin teckengräns; en av dem är 2\u00a0000 tecken.",
            ),
        ),
        (
            "broken.euros",
            {"planned": 9_000_000, "rule": Message("keep.grant.at_most", {"amount": 400_000})},
            (
                "EUR 9,000,000 is planned. Apply for at most EUR 400,000.",
                "Suunnitelmassa on 9\u00a0000\u00a0000 euroa. Hae enintään 400\u00a0000 euroa.",
                "I planen finns 9\u00a0000\u00a0000 euro. Sök högst 400\u00a0000 euro.",
            ),
        ),
        (
            "cure.grant.at_most",
            {"amount": 60_000},
            (
                "a grant of at most EUR 60,000",
                "enintään 60\u00a0000 euron avustus",
                "ett bidrag på högst 60\u00a0000 euro",
            ),
        ),
        (
            "actor_types.kinds.no_in",
            {"count": 1, "actors": ("vet_provider",), "countries": ("EE", "SE")},
            (
                "Each country needs a VET provider; there is none yet in Estonia or Sweden.",
                "Joka maasta tarvitaan ammatillisen koulutuksen järjestäjä; "
                "vielä puuttuu Virosta ja Ruotsista.",
                "Varje land behöver en anordnare av yrkesutbildning; ännu saknas det i Estland och Sverige.",
            ),
        ),
        (
            "member.and_others",
            {"first": Message("applicant.any"), "names": ("A", "B", "C", "D", "E", "F")},
            (
                "Any organisation may apply. The same holds for A, B and four others.",
                "Mikä tahansa organisaatio voi hakea. Sama koskee: A, B ja neljä muuta.",
                "Alla slags organisationer får söka. Detsamma gäller A, B och fyra andra.",
            ),
        ),
        (
            "cure.kinds.in",
            {"count": 1, "actors": ("vet_provider",), "countries": ("EE", "SE")},
            (
                "a VET provider in both Estonia and Sweden",
                "ammatillisen koulutuksen järjestäjä sekä Virosta että Ruotsista",
                "en anordnare av yrkesutbildning i både Estland och Sverige",
            ),
        ),
        (
            "cure.kinds",
            {"count": 2, "actors": ("employer", "trade_union", "hei")},
            (
                "two employers, trade unions or higher education institutions",
                "kaksi työnantajaa, ammattiliittoa tai korkeakoulua",
                "två arbetsgivare, fackförbund eller högskolor",
            ),
        ),
        (
            "what_if.named.eligible",
            {"partners": ("employer SE",), "count": 1, "countries": 1},
            (
                "With an employer from Sweden the coalition would be eligible.",
                "Koalitio olisi tukikelpoinen, jos mukana olisi työnantaja Ruotsista.",
                "Med en arbetsgivare från Sverige vore koalitionen stödberättigad.",
            ),
        ),
        (
            "keep.grant.options",
            {"amounts": ("120000", "250000", "400000")},
            (
                "Apply for one of these sums: EUR 120,000, 250,000 or 400,000.",
                "Hae jotakin näistä summista: 120\u00a0000, 250\u00a0000 tai 400\u00a0000 euroa.",
                "Sök något av dessa belopp: 120\u00a0000, 250\u00a0000 eller 400\u00a0000 euro.",
            ),
        ),
        (
            "keep.co_financing",
            {"rate": 0.8, "rest": 0.2},
            (
                "The grant may be at most 80% of the total cost; own and other funding at least 20%.",
                "Kokonaiskustannuksista saa olla enintään 80\u00a0% avustusta "
                "ja vähintään 20\u00a0% omaa ja muuta rahoitusta.",
                "Av de totala kostnaderna får högst 80\u00a0% vara bidrag "
                "och minst 20\u00a0% egen och annan finansiering.",
            ),
        ),
        (
            "deadline.yes",
            {"day": "2026-03-05", "hour": "12:00", "zone": "Europe/Helsinki"},
            (
                "The call is open until 5 March 2026 at 12:00 (Finnish time).",
                "Hakuaika päättyy 5.3.2026 klo 12.00 (Suomen aikaa).",
                "Ansökningstiden går ut 5.3.2026 kl. 12.00 (finländsk tid).",
            ),
        ),
        (
            "member.may",
            {"name": "X", "role": "coordinator"},
            (
                "X may take part as coordinator.",
                "X voi osallistua koordinaattorina.",
                "X får delta som koordinator.",
            ),
        ),
        (
            "cure.among",
            {"partner": Message("cure.kinds", {"count": 1, "actors": ("employer",)})},
            ("among them an employer", "joukossa työnantaja", "bland dem en arbetsgivare"),
        ),
        (
            "doubt.recalled",
            {"reason": Message("one_coordinator.none")},
            (
                "There is no coordinator yet. This condition is recalled from memory; check it.",
                "Vielä puuttuu koordinaattori. Ehto on muistinvarainen; tarkista se.",
                "Det saknas ännu en koordinator. Villkoret är återgivet ur minnet; kontrollera det.",
            ),
        ),
    ],
)
def test_how_it_reads(key: str, values: dict[str, object], told: tuple[str, str, str]) -> None:
    message = Message(key, values)  # type: ignore[arg-type]
    assert tuple(say(message, language) for language in Language) == told


@pytest.mark.parametrize(
    ("key", "values", "told"),
    [
        (
            "lead.yes",
            {"name": "X"},
            ("X may be the lead partner.", "X voi toimia päätoteuttajana.", "X får vara huvudgenomförare."),
        ),
        (
            "member.may",
            {"name": "X", "role": "associated_partner"},
            (
                "X may take part as cooperation partner.",
                "X voi osallistua yhteistyökumppanina.",
                "X får delta som samarbetspartner.",
            ),
        ),
        (
            "doubt.read",
            {"reason": Message("lead.kind", {"name": "X"})},
            (
                "X is not a kind of organisation that may be the lead partner. "
                "This is read from the call's text, and nobody has confirmed it.",
                "X ei kuulu organisaatioihin, jotka voivat toimia päätoteuttajana. "
                "Tieto on luettu haun tekstistä, eikä kukaan ole vahvistanut sitä.",
                "X hör inte till de organisationer som får vara huvudgenomförare. "
                "Uppgiften är läst ur utlysningens text, och ingen har bekräftat den.",
            ),
        ),
        (
            "keep.management_share",
            {"rate": 0.2},
            (
                "Project management (the first work package) may take at most 20% of the grant.",
                "Hankehallinto (ensimmäinen työpaketti) on enintään 20\u00a0% tuesta.",
                "Projektledningen (det första arbetspaketet) får vara högst 20\u00a0% av stödet.",
            ),
        ),
    ],
)
def test_a_finnish_call_has_its_own_words(
    key: str, values: dict[str, object], told: tuple[str, str, str]
) -> None:
    message = Message(key, values)  # type: ignore[arg-type]
    assert tuple(say(message, language, RoleWords.FINNISH_PROGRAMME) for language in Language) == told
