"""The desk at which a draft is written: hands out facts with their origin, and gaps for the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from proposal_templates.actors import actor_kind
from proposal_templates.blocks import Block, Gap, GapBlock, Span, SpanKind, TextBlock, Words, joined
from proposal_templates.context import DraftContext, Language, MemberFacts, Quote
from proposal_templates.context.words import WorkKind
from proposal_templates.formats import country, language_name, moment, zone_name
from proposal_templates.forms.model import Asked, Form, Heading, Question, RoleRule
from proposal_templates.origins import Origin, OriginKind
from proposal_templates.sentences import Sentences

QUOTATION_MARKS: Mapping[Language, tuple[str, str]] = {"en": ("“", "”"), "fi": ("”", "”"), "sv": ("”", "”")}
PROPER_NAMES = ("name", "region", "given_by")


@dataclass(frozen=True)
class Member:
    """A member with its participant number (the coordinator is 1) and its place in the context."""

    number: int
    index: int
    facts: MemberFacts

    @property
    def whole(self) -> Origin:
        """Origin of what rests on its being a member at all."""
        return Origin(kind=OriginKind.MEMBER, path=f"members[{self.index}]", member=self.facts.name)

    def origin(self, field: str) -> Origin:
        """Origin of one of its fields."""
        path = f"members[{self.index}].{field}"
        return Origin(kind=OriginKind.MEMBER, path=path, member=self.facts.name)


@dataclass(frozen=True)
class WorkPackage:
    """One work package; `facts` is its index in `project.work_packages`, None for a default one."""

    number: int
    kind: WorkKind
    goals: tuple[int, ...] = ()
    facts: int | None = None


@dataclass(frozen=True)
class Desk:
    """Context, form and sentences of one draft, and the only way to put a fact into it."""

    context: DraftContext
    form: Form
    sentences: Sentences
    about: Member | None = None
    """The member that a repeated section is about."""
    work: WorkPackage | None = None
    """The work package that a repeated section is about."""

    @property
    def language(self) -> Language:
        """The draft's language."""
        return self.context.language

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Members as participants: the coordinator first, the others in the profile's order."""
        listed = list(enumerate(self.context.members))
        listed.sort(key=lambda item: item[1].role != "coordinator")
        return tuple(Member(number, index, facts) for number, (index, facts) in enumerate(listed, 1))

    @property
    def coordinator(self) -> Member | None:
        """The one member that coordinates; None when there is none or more than one."""
        found = [member for member in self.members if member.facts.role == "coordinator"]
        return found[0] if len(found) == 1 else None

    @property
    def coordinator_role(self) -> str:
        """What the form calls the coordinator: coordinator, päätoteuttaja."""
        rule = self.form.role("coordinator")
        return rule.name[self.language] if rule else self.label("partnership.coordinator")

    def say(self, name: str, /, **values: Words | int) -> Words:
        """A sentence of the templates with facts in it."""
        return self.sentences.say(name, **values)

    def label(self, name: str) -> str:
        """A label of `labels.jinja`, or `file.macro` of another file."""
        return self.sentences.text(name if "." in name else f"labels.{name}")

    def heading(self, heading: Heading) -> str:
        """An official heading in the form's language, or in the draft's where the form has it there."""
        return heading if isinstance(heading, str) else heading[self.language]

    def subject(self) -> Words:
        """The member or work package that a repeated section is about."""
        if self.about:
            return self.name(self.about)
        return self.words(self.sentences.text("work.code", number=str(self.work.number))) if self.work else ()

    def words(self, text: str) -> Words:
        """Wording of the draft's own, for example a row number."""
        return (Span(text=text, kind=SpanKind.WORDING, language=self.language),)

    def gap(self, need: str, ask: Asked | Member = "coordinator") -> Words:
        """A visible gap; `need` is a macro of `needs.jinja` or `file.macro`, `ask` who can fill it."""
        return self._gap(self.sentences.text(need if "." in need else f"needs.{need}"), ask)

    def question(self, question: Question) -> Block:
        """A question of the form: the project's own answer to it, or a gap."""
        label = question.label[self.language]
        answer = self.context.project.answers.get(question.key)
        if answer and answer.strip():
            return TextBlock(words=self.project(f"answers.{question.key}", answer, ""), lead=label)
        (gap,) = self._gap(question.need[self.language], question.ask)
        return GapBlock(label=label, gap=gap)

    def _gap(self, need: str, ask: Asked | Member) -> Words:
        origin = None
        if isinstance(ask, str):
            named = {"role": self.coordinator_role} if ask in ("coordinator", "finance") else {}
            asked = self.sentences.text(f"asks.{ask}", **named)
        elif ask.facts.name:
            asked, origin = ask.facts.name, ask.origin("name")
        else:
            asked = self.sentences.text("asks.member", number=str(ask.number))
        text = self.sentences.text("gap.mark", need=need, ask=asked)
        gap = Gap(need=need, ask=asked)
        return (Span(text=text, kind=SpanKind.GAP, language=self.language, gap=gap, origin=origin),)

    def profile(self, path: str, value: str | None, need: str, *, named: bool = False) -> Words:
        """A text of the coalition in its own words, or a gap; `path` starts after `coalition.`.

        `named` are our words for a stored value (a country), in the draft's language.
        """
        if not (value and value.strip()):
            return self.gap(need)
        origin = Origin(kind=OriginKind.PROFILE, path=f"coalition.{path}")
        language = self.language if named else self._spoken(path)
        return (Span(text=value, kind=SpanKind.FACT, language=language, origin=origin),)

    def _spoken(self, path: str) -> str | None:
        """The profile's language; None for proper names, which are in none."""
        return None if path.endswith(PROPER_NAMES) or "regions" in path else self.context.coalition.language

    def project(
        self,
        field: str,
        value: str | None,
        need: str,
        ask: Asked | Member = "coordinator",
        *,
        named: bool = False,
    ) -> Words:
        """A decision about the project, or a gap; `field` is its path after `project.`.

        `named` are our words for a stored value (a month, an amount, a rating), in the draft's language.
        """
        if not (value and value.strip()):
            return self.gap(need, ask)
        origin = Origin(kind=OriginKind.PROJECT, path=f"project.{field}")
        language = self.language if named else self.context.coalition.language
        return (Span(text=value, kind=SpanKind.FACT, language=language, origin=origin),)

    def cooperation(
        self,
        field: str,
        value: str | None,
        need: str,
        ask: Asked | Member = "all_members",
        *,
        named: bool = False,
    ) -> Words:
        """A standing arrangement, or a gap; `field` is its path after `coalition.cooperation.`."""
        if not (value and value.strip()):
            return self.gap(need, ask)
        return self.profile(f"cooperation.{field}", value, need, named=named)

    def member_at(self, index: int | None) -> Member | None:
        """The member at an index of the context; None for none, and for one that takes no part."""
        return next((member for member in self.members if member.index == index), None)

    def named_member(self, index: int | None, origin: Origin, need: str) -> Words:
        """The name of a member that a field points at, or a gap; `origin` is that of the field."""
        member = self.member_at(index)
        if member is None:
            return self.gap(need, "all_members")
        if not member.facts.name:
            return self.name(member)
        return self.computed(member.facts.name, origin.path, (origin, member.origin("name")), named=False)

    def member(self, member: Member, field: str, value: str | None, *, named: bool = False) -> Words:
        """A text of a member in its own words, or a gap that asks the member for it.

        `named` are our words for a stored value (a country, a role), in the draft's language.
        """
        if not (value and value.strip()):
            return self.gap(f"member_{field}", "coordinator" if field == "name" else member)
        language = self.language if named else self._spoken(field)
        return (Span(text=value, kind=SpanKind.FACT, language=language, origin=member.origin(field)),)

    def name(self, member: Member) -> Words:
        """A member's name."""
        return self.member(member, "name", member.facts.name)

    def names(self, members: tuple[Member, ...]) -> Words:
        """Members' names, one after the other."""
        return joined([self.name(member) for member in members])

    def kind_of_actor(self, member: Member) -> Words:
        """What kind of actor a member is, in the draft's language."""
        key, label = member.facts.actor_type, member.facts.actor_type_label
        known = actor_kind(key) if key else None
        text = label or (known[self.language] if known else key)
        if not text:
            return self.gap("member_actor_type", member)
        return (
            Span(text=text, kind=SpanKind.FACT, language=self.language, origin=member.origin("actor_type")),
        )

    def country_of(self, member: Member) -> Words:
        """A member's country by name."""
        code = member.facts.country
        return self.member(member, "country", country(code, self.language) if code else None, named=True)

    def role_of(self, member: Member) -> RoleRule | None:
        """The form's rule for a member's role; None while the role is not known."""
        return self.form.role(member.facts.role) if member.facts.role else None

    def role_words(self, member: Member) -> Words:
        """A member's role with the form's code, or a gap."""
        rule = self.role_of(member)
        return self.member(member, "role", rule.told(self.language) if rule else None, named=True)

    def call(self, field: str, value: str | None, *, own_words: bool = False, code: bool = False) -> Words:
        """A fact of the call, or a gap to be filled from the call document.

        `own_words` are in the call's language, a `code` (identifier, address) in none.
        """
        if not (value and value.strip()):
            return self.gap(f"call_{field}", "call_document")
        origin = Origin(kind=OriginKind.CALL, path=f"call.{field}")
        language = None if code else self.context.call.language if own_words else self.language
        return (Span(text=value, kind=SpanKind.FACT, language=language, origin=origin),)

    def fetched(self) -> Words:
        """When the call was read, by the clock of its own zone, which is named; or a gap."""
        read = self.context.call.fetched_at
        if read is None:
            return self.call("fetched_at", None)
        name = zone_name(read)
        zone = self.sentences.text("words.zone", name=name) if name else ""
        return self.call("fetched_at", moment(read, self.language, zone))

    def quote(self, quote: Quote, path: str) -> Words:
        """A passage of the call, word for word in quotation marks; a language of its own is named."""
        spoken = self.context.call.language
        origin = Origin(kind=OriginKind.QUOTE, path=path, quote=quote)
        passage = Span(text=quote.text, kind=SpanKind.QUOTE, language=spoken, origin=origin)
        opening, closing = QUOTATION_MARKS[self.language]
        named = f" ({language_name(spoken, self.language)})" if spoken and spoken != self.language else ""
        return (*self.words(opening), passage, *self.words(closing + named))

    def rule(self, text: str, path: str, source: str, certainty: str, language: str | None = None) -> Words:
        """A fact of the form, with the source it was read in."""
        origin = Origin(
            kind=OriginKind.FORM, path=path, source=self.form.sources[source], certainty=certainty
        )
        return (Span(text=text, kind=SpanKind.FACT, language=language or self.language, origin=origin),)

    def computed(self, text: str, path: str, rests_on: tuple[Origin, ...], *, named: bool = True) -> Words:
        """A fact computed from others; not `named` is a proper name, in no language."""
        origin = Origin(kind=OriginKind.COMPUTED, path=path, rests_on=rests_on)
        language = self.language if named else None
        return (Span(text=text, kind=SpanKind.FACT, language=language, origin=origin),)
