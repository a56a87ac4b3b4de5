"""What a reader must know of a draft itself: from what it was made, how full it is, what to do next."""

from decimal import Decimal

from proposal_templates.blocks import TextBlock, TextStyle, Words
from proposal_templates.desk import Desk
from proposal_templates.filled import Filled
from proposal_templates.formats import day, language_name, money, share
from proposal_templates.forms.model import FormatFact


def about(desk: Desk, whole: Filled, partnership: Filled, gaps: int) -> tuple[TextBlock, ...]:
    """The notes of the box on the cover page."""
    said = [_made(desk), _filled(desk, whole, partnership, gaps), desk.say("about.numbers"), *_spoken(desk)]
    return tuple(
        TextBlock(words=words, style=TextStyle.NOTE) for words in (*said, *_check_form(desk), _format(desk))
    )


def _made(desk: Desk) -> Words:
    call = desk.context.call
    return desk.say(
        "about.made",
        day=desk.words(day(desk.context.made_on, desk.language)),
        identifier=desk.call("identifier", call.identifier, code=True),
        read=desk.fetched() if call.fetched_at else desk.words(desk.sentences.text("about.unread")),
    )


def _filled(desk: Desk, whole: Filled, partnership: Filled, gaps: int) -> Words:
    section = desk.form.section(desk.form.partnership_section)
    return desk.say(
        "about.filled",
        whole=_percent(desk, whole),
        gaps=desk.words(str(gaps)),
        section=desk.words(section.number or section.heading),
        partnership=_percent(desk, partnership),
        n=gaps,
    )


def _percent(desk: Desk, filled: Filled) -> Words:
    return desk.words(share(Decimal(int(100 * filled.share)) / 100, desk.language))


def _spoken(desk: Desk) -> list[Words]:
    """Which texts are in which language, and that translated headings are no official ones."""
    languages = desk.say(
        "about.languages",
        profile=_language(desk, desk.context.coalition.language),
        call=_language(desk, desk.context.call.language),
    )
    official = desk.language == desk.form.heading_language
    return [languages] if official else [languages, desk.say("about.glosses")]


def _language(desk: Desk, code: str | None) -> Words:
    known = language_name(code, desk.language) if code else desk.sentences.text("about.language_unknown")
    return desk.words(known)


def _check_form(desk: Desk) -> list[Words]:
    """A warning when it was not read in the call itself that it uses this form."""
    call = desk.context.call
    ground = desk.form.ground(call.programme, call.action, call.identifier)
    if ground and ground.certainty == "A":
        return []
    certainty = ground.certainty if ground else "C"
    source = ground.source if ground else desk.form.source
    stated = desk.rule(certainty, "applies_to", source, certainty)
    return [desk.say("about.check_form", form=desk.words(desk.form.title), certainty=stated)]


def _format(desk: Desk) -> Words:
    rules = desk.form.format

    def told(fact: FormatFact, text: str | None = None) -> Words:
        return desk.rule(text or str(fact.value), "format", fact.source, fact.certainty)

    amount = money(Decimal(rules.low_value_grant_max_eur.value), desk.language)
    return desk.say(
        "about.format",
        form=desk.words(desk.form.short_title),
        page=told(rules.page),
        font=told(rules.font),
        size=told(rules.font_min_pt),
        margin=told(rules.margin_min_mm),
        limit=told(rules.page_limit),
        low=told(rules.page_limit_low_value),
        amount=told(rules.low_value_grant_max_eur, amount),
    )
