"""What a reader must know of a draft itself: from what it was made, how full it is, what to do next."""

from decimal import Decimal

from proposal_templates.blocks import TextBlock, TextStyle, Words, joined
from proposal_templates.desk import Desk
from proposal_templates.filled import Filled
from proposal_templates.formats import day, language_name, money, share
from proposal_templates.forms.model import FormatFact, FormatRules


def about(desk: Desk, whole: Filled, partnership: Filled, gaps: int) -> tuple[TextBlock, ...]:
    """The notes of the box on the cover page."""
    said = [
        _made(desk),
        *_label(desk),
        _filled(desk, whole, partnership, gaps),
        desk.say("about.numbers"),
        *_spoken(desk),
        *_check_form(desk),
        *_delivery(desk),
        *_format(desk),
    ]
    return tuple(TextBlock(words=words, style=TextStyle.NOTE) for words in said)


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
        section=desk.words(section.number or desk.heading(section.heading)),
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
    official = desk.form.heading_language in (None, desk.language)
    return [languages] if official else [languages, desk.say("about.glosses")]


def _language(desk: Desk, code: str | None) -> Words:
    known = language_name(code, desk.language) if code else desk.sentences.text("about.language_unknown")
    return desk.words(known)


def _check_form(desk: Desk) -> list[Words]:
    """A warning when it was not read in the call itself that it uses this form."""
    ground = desk.form.ground_of(desk.context.call)
    if ground and ground.certainty == "A":
        return []
    certainty = ground.certainty if ground else "C"
    source = ground.source if ground else desk.form.source
    stated = desk.rule(certainty, "applies_to", source, certainty)
    return [desk.say("about.check_form", form=desk.words(desk.form.title), certainty=stated)]


def _label(desk: Desk) -> list[Words]:
    """What the draft must be checked against, when the form here is no copy of the official one."""
    label = desk.form.label
    return [desk.words(label[desk.language])] if label else []


def _delivery(desk: Desk) -> list[Words]:
    """How the text gets to the funder: into a web form field by field, or as a document."""
    form = desk.words(desk.form.short_title)
    if desk.form.delivery == "upload":
        return [desk.say("about.upload", form=form)]
    counted = any(section.limit for section in desk.form.sections)
    return [desk.say("about.fields", form=form), *([desk.say("about.counted")] if counted else [])]


def _format(desk: Desk) -> list[Words]:
    """The form's rules on the looks of the document, those that are known."""
    rules = desk.form.format
    if rules is None:
        return []
    looks = [
        _told(desk, "paper", rules.page),
        _told(desk, "font", rules.font),
        _told(desk, "font_min_pt", rules.font_min_pt),
        _told(desk, "margin_min_mm", rules.margin_min_mm),
    ]
    known = [words for words in (*looks, _pages(desk, rules)) if words]
    return [desk.say("about.looks", rules=joined(known, "; "))] if known else []


def _told(desk: Desk, name: str, fact: FormatFact | None) -> Words:
    if fact is None:
        return ()
    return desk.say(f"about.{name}", value=desk.rule(str(fact.value), "format", fact.source, fact.certainty))


def _pages(desk: Desk, rules: FormatRules) -> Words:
    """The page limit: the call's own where its rule has one, else the form's, less for low-value grants."""
    ground = desk.form.ground_of(desk.context.call)
    if ground and ground.page_limit:
        limit = desk.rule(str(ground.page_limit), "applies_to", ground.source, ground.certainty)
        return desk.say("about.page_limit", limit=limit)
    most, low, up_to = rules.page_limit, rules.page_limit_low_value, rules.low_value_grant_max_eur
    if most is None:
        return ()
    limit = desk.rule(str(most.value), "format", most.source, most.certainty)
    if low is None or up_to is None:
        return desk.say("about.page_limit_unless", limit=limit)
    amount = money(Decimal(up_to.value), desk.language)
    return desk.say(
        "about.page_limits",
        limit=limit,
        low=desk.rule(str(low.value), "format", low.source, low.certainty),
        amount=desk.rule(amount, "format", up_to.source, up_to.certainty),
    )
