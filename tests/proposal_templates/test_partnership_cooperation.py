"""How the members work together: governance, representation, learning, employers, theory, commitments."""

from dataclasses import replace

import pytest

from proposal_templates.blocks import TableBlock, TextBlock, TextStyle
from proposal_templates.context import (
    CommitmentFacts,
    DraftContext,
    EmployerBaseFacts,
    GovernanceFacts,
    Language,
    MeetingFacts,
    NewcomerSupportFacts,
    PeerLearningFacts,
    SeatFacts,
    TheoryFacts,
)
from proposal_templates.forms.model import ContentPart
from tests.proposal_templates import partnership_builders as world


def _said(name: ContentPart, context: DraftContext) -> list[str]:
    return world.lines(world.part(name, context))


def _meets(language: Language, **rhythm: object) -> str:
    """What the table of meetings says of one meeting."""
    meeting = MeetingFacts(body="Board", purpose="plan", form="online", **rhythm)  # type: ignore[arg-type]
    rules = replace(world.cooperation().governance, meetings=(meeting,))
    blocks = world.part("governance", world.arranged(world.context(language), governance=rules))
    (table,) = [b for b in blocks if isinstance(b, TableBlock) and b.key == "meetings"]
    return world.lines([table])[0].split(" | ")[1]


@pytest.mark.parametrize(
    ("language", "rhythms"),
    [
        (
            "en",
            (
                "every 3 months from project month 2",
                "every month from project month 1",
                "once, in project month 4",
            ),
        ),
        (
            "fi",
            (
                "3 kuukauden välein hankekuukaudesta 2 alkaen",
                "kuukausittain hankekuukaudesta 1 alkaen",
                "kerran, hankekuukautena 4",
            ),
        ),
        (
            "sv",
            (
                "med 3 månaders mellanrum från och med projektmånad 2",
                "varje månad från och med projektmånad 1",
                "en gång, i projektmånad 4",
            ),
        ),
    ],
)
def test_the_rhythm_of_meetings_is_told_in_words(language: Language, rhythms: tuple[str, str, str]) -> None:
    assert _meets(language, first_month=2, every_months=3) == rhythms[0]
    assert _meets(language, first_month=1, every_months=1) == rhythms[1]
    assert _meets(language, first_month=4) == rhythms[2]


def test_a_rhythm_without_first_month_keeps_what_is_known() -> None:
    assert _meets("en", every_months=3).startswith("every 3 months, [TO COMPLETE: project month of the first")
    assert _meets("en").startswith("[TO COMPLETE: first project month, and months from one meeting")


def test_only_a_meeting_online_needs_no_place() -> None:
    for form, asked in (("online", []), ("hybrid", ["place"]), (None, ["on site, online or both", "place"])):
        meeting = MeetingFacts(body="B", purpose="p", first_month=1, form=form)  # type: ignore[arg-type]
        rules = replace(world.cooperation().governance, meetings=(meeting,))
        blocks = world.part("governance", world.arranged(world.context(), governance=rules))
        assert [need for need, _ in world.gaps(blocks)] == asked


def test_governance_names_seats_chair_and_numbered_steps() -> None:
    blocks = world.part("governance", world.context())
    said = world.lines(blocks)
    assert said[0] == "Coordinator. Lakeside Vocational College"
    assert "4 | Peer House Association | chair of the board (speaks for job-seekers)" in said
    assert "Chair. Lakeside Employment Area" in said
    assert [line[:7] for line in said if line.startswith("Step")] == ["Step 1.", "Step 2.", "Step 3."]
    assert not [b for b in blocks if isinstance(b, TextBlock) and b.style is TextStyle.NOTE]


@pytest.mark.parametrize(
    ("seated", "told"),
    [
        (7, None),
        (6, "Member without a seat in the steering group: Lakeside Care Union."),
        (5, "Members without a seat in the steering group: Lakeside Care Homes, Lakeside Care Union."),
    ],
)
def test_members_without_a_seat_are_noted_for_the_writers(seated: int, told: str | None) -> None:
    rules = world.cooperation().governance
    less = replace(rules, steering_group=rules.steering_group[:seated])
    said = " ".join(_said("governance", world.arranged(world.context(), governance=less)))
    assert ("without a seat" in said) == (told is not None)
    assert told is None or told in said
    unsure = replace(less, steering_group=(*less.steering_group, SeatFacts(seat="somebody")))
    assert "without a seat" not in " ".join(
        _said("governance", world.arranged(world.context(), governance=unsure))
    )


def test_each_open_rule_of_governance_asks_for_itself() -> None:
    asked = world.gaps(
        world.part("governance", world.arranged(world.context(), governance=GovernanceFacts()))
    )
    assert [ask for _, ask in asked] == [*["all members"] * 5, *["coordinator"] * 2]
    assert len({need for need, _ in asked}) == 7


REPRESENTED = {
    "en": ("Job-seekers | Peer House Association | ", "Workers | Lakeside Care Union | "),
    "fi": ("Työnhakijat | Vertaistalo ry | ", "Työntekijät | Lakeside Care Union | "),
    "sv": ("Arbetssökande | Kamrathuset rf | ", "Arbetstagare | Lakeside Care Union | "),
}


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_job_seekers_and_workers_are_spoken_for_with_a_seat(language: Language) -> None:
    seekers, workers = _said("representation", world.context(language))
    assert seekers == REPRESENTED[language][0] + "chair of the board"
    assert workers == REPRESENTED[language][1] + "regional secretary"


def test_nobody_who_speaks_for_a_group_is_a_gap_and_a_seat_speaks_by_itself() -> None:
    context = world.changed(world.context(), world.PEERS, represents=())
    assert "Peer House Association" in _said("representation", context)[0]
    seatless = world.arranged(context, governance=GovernanceFacts())
    assert [need for need, _ in world.gaps(world.part("representation", seatless))] == [
        "which member speaks for job-seekers",
        "which seat of the steering group is for job-seekers",
        "which seat of the steering group is for workers",
    ]


def test_peer_learning_tells_who_teaches_whom_what_and_when() -> None:
    assert _said("peer_learning", world.context())[0] == (
        "Lakeside Vocational College | Norrby Competence Centre, Lakeside Entrepreneurs | modular courses "
        "for adults | 6 | course plan"
    )


def test_members_outside_the_peer_learning_are_noted_and_open_places_asked_for() -> None:
    (first, _) = world.cooperation().peer_learning
    alone = world.arranged(world.context(), peer_learning=(first,))
    note = _said("peer_learning", alone)[-1]
    assert note.startswith(
        "Members with no part in the peer learning yet: Lakeside Employment Area, Peer House"
    )
    unsure = world.arranged(world.context(), peer_learning=(PeerLearningFacts(subject="courses"),))
    assert len(world.gaps(world.part("peer_learning", unsure))) == 4
    assert len(_said("peer_learning", unsure)) == 1


def test_a_newcomer_without_support_is_a_gap() -> None:
    context = world.changed(world.context(), world.ABROAD, newcomer=True)
    blocks = world.part("newcomers", context)
    assert world.lines(blocks)[1].startswith(
        "Norrby Competence Centre | [TO COMPLETE: what support this member"
    )
    assert len(world.gaps(blocks)) == 1
    mentorless = world.arranged(
        context,
        newcomers=(
            NewcomerSupportFacts(member=world.PEERS, support="clinic"),
            NewcomerSupportFacts(member=world.ABROAD, mentor=world.AREA),
        ),
    )
    assert [need for need, _ in world.gaps(world.part("newcomers", mentorless))] == [
        "which member mentors it",
        "what support this member gets",
    ]


NOBODY_NEW = {
    "en": (
        "All members have taken part in the programme before: ",
        " has taken part in the programme before.",
    ),
    "fi": ("Kaikki jäsenet ovat osallistuneet ohjelmaan aiemmin: ", " on osallistunut ohjelmaan aiemmin."),
    "sv": ("Alla medlemmar har deltagit i programmet tidigare: ", " har deltagit i programmet tidigare."),
}


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_that_nobody_is_new_needs_every_members_word(language: Language) -> None:
    several, one = NOBODY_NEW[language]
    context = world.arranged(
        world.changed(world.context(language), world.PEERS, newcomer=False), newcomers=()
    )
    (said,) = _said("newcomers", context)
    assert said.startswith(several)
    alone = replace(context, members=context.members[:1])
    assert _said("newcomers", alone) == [f"{context.members[0].name}{one}"]
    unsure = world.changed(context, world.UNION, newcomer=None)
    assert several not in " ".join(_said("newcomers", unsure))
    (gap,) = world.gaps(world.part("newcomers", unsure))
    assert _said("newcomers", unsure)[-1].startswith("Lakeside Care Union: [")
    assert gap[1] in ("all members", "kaikki jäsenet", "alla medlemmar")


REACH = {
    "en": (
        "Beyond its own members, the coalition reaches 540 employers. Micro, small and medium-sized among "
        "them: 486 (90%). Source: business register, 2025.",
        "reaches 1 employer.",
    ),
    "fi": (
        "Jäsentensä lisäksi verkosto tavoittaa 540 työnantajaa. Näistä mikro-, pieniä ja keskisuuria: "
        "486 (90\u00a0%). Lähde: business register, 2025.",
        "tavoittaa 1 työnantajan.",
    ),
    "sv": (
        "Utöver sina medlemmar når nätverket 540 arbetsgivare. Mikro-, små och medelstora arbetsgivare bland "
        "dem: 486 (90\u00a0%). Källa: business register, 2025.",
        "når nätverket 1 arbetsgivare.",
    ),
}


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_employers_reached_are_told_with_share_and_source(language: Language) -> None:
    several, one = REACH[language]
    assert _said("employers", world.context(language))[0] == several
    single = world.arranged(world.context(language), employers=EmployerBaseFacts(employers=1))
    assert one in _said("employers", single)[0]


@pytest.mark.parametrize(
    ("employers", "small", "told"),
    [
        (100, 100, "100 (100%)"),
        (100, 0, "0 (0%)"),
        (1000, 999, "999."),
        (1000, 1, "1."),
        (10, 11, "11."),
        (0, 0, "0."),
        (None, 5, "5."),
    ],
)
def test_a_share_is_told_only_where_it_is_true(employers: int | None, small: int, told: str) -> None:
    base = EmployerBaseFacts(employers=employers, small_employers=small, source="register")
    said = _said("employers", world.arranged(world.context(), employers=base))[0]
    assert f"among them: {told}" in said


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "1,104 employers"), ("fi", "1\u00a0104 työnantajaa"), ("sv", "1\u00a0104 arbetsgivare")],
)
def test_large_counts_are_written_as_the_language_writes_them(language: Language, told: str) -> None:
    base = EmployerBaseFacts(employers=1104)
    assert told in _said("employers", world.arranged(world.context(language), employers=base))[0]


TOTALS = {
    "en": ("Total | – | 12 (known: 1 of 2 employers) | not known | 6", "not signed yet"),
    "fi": ("Yhteensä | – | 12 (tiedossa 1/2) | ei tiedossa | 6", "ei vielä allekirjoitettu"),
    "sv": ("Totalt | – | 12 (känt för 1 av 2 arbetsgivare) | inte känt | 6", "ännu inte undertecknad"),
}


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_totals_count_what_is_known_and_say_so(language: Language) -> None:
    context = world.changed(
        world.context(language),
        world.ENTREPRENEURS,
        employer=world.employer(vacancies=None, work_trials=None),
    )
    context = world.changed(context, world.CARE, employer=world.employer(work_trials=None, letter="asked"))
    total, unsigned = TOTALS[language]
    said = _said("employers", context)
    assert total in said
    assert any(unsigned in line for line in said)


def test_a_count_of_none_is_none_and_an_unknown_one_is_asked_for() -> None:
    context = world.changed(world.context(), world.CARE, employer=world.employer(vacancies=0, mentors=None))
    blocks = world.part("employers", context)
    row = next(line for line in world.lines(blocks) if line.startswith("Lakeside Care Homes"))
    assert row.startswith("Lakeside Care Homes | medium-sized | 0 | 6 | [TO COMPLETE: how many mentors")
    assert [ask for _, ask in world.gaps(blocks)] == ["Lakeside Care Homes"]


def test_letters_are_counted_once_every_state_is_known() -> None:
    assert _said("employers", world.context())[-1] == "Letters of intent signed: 1 of 2."
    unsure = world.changed(world.context(), world.CARE, employer=world.employer(letter=None))
    assert not any("Letters of intent signed" in line for line in _said("employers", unsure))


def test_an_employer_that_names_nothing_is_asked_and_without_any_all_are() -> None:
    bare = world.changed(world.context(), world.CARE, employer=None)
    asked = [ask for _, ask in world.gaps(world.part("employers", bare))]
    assert asked == ["Lakeside Care Homes", "Lakeside Care Homes", "all members", "Lakeside Care Homes"]
    for place in (world.ENTREPRENEURS, world.CARE):
        bare = world.changed(bare, place, employer=None, actor_type="third_sector")
    (gap,) = world.gaps(world.part("employers", bare))
    assert gap[0].startswith("which employers take part")


def test_the_two_chains_run_side_by_side_and_meet_in_the_vacancies() -> None:
    blocks = world.part("theory_of_change", world.context())
    said = world.lines(blocks)
    assert said[1].startswith(
        "1. Find and hear job-seekers (responsible: Peer House Association) | 1. Map the"
    )
    assert said[3] == "3. Coaching in the first months of work (responsible: Lakeside Employment Area) | "
    assert said[4] == "Here the chains meet, in the vacancies: assistants' posts in care homes"
    table = blocks[1]
    assert isinstance(table, TableBlock)
    assert [cell.across for cell in table.rows[-1]] == [2]


def test_a_web_form_takes_the_chains_one_after_the_other() -> None:
    blocks = world.part("theory_of_change", world.context(), key="ka220")
    assert not [block for block in blocks if isinstance(block, TableBlock)]
    said = world.lines(blocks)
    assert said[1:3] == [
        "Job-seekers come in",
        "Step 1. Find and hear job-seekers (responsible: Peer House Association)",
    ]
    assert said[5] == "Workers move up and stay"
    assert said[8] == "Here the chains meet, in the vacancies: assistants' posts in care homes"


def test_a_theory_with_one_chain_asks_for_the_other_and_claims_none() -> None:
    half = TheoryFacts(inflow=world.cooperation().theory.inflow)
    blocks = world.part("theory_of_change", world.arranged(world.context(), theory=half))
    assert not any("two chains at once" in line for line in world.lines(blocks))
    assert [need for need, _ in world.gaps(blocks)] == [
        "the steps by which workers move up and stay, and which member does each",
        "which vacancies both chains lead to",
        "what must hold so that the chains work",
    ]


SIGNED = {
    "en": ("signed", "not signed yet", "Commitments signed: 1 of 2."),
    "fi": ("allekirjoitettu", "ei vielä allekirjoitettu", "Sitoumuksista allekirjoitettu: 1/2."),
    "sv": ("undertecknat", "ännu inte undertecknat", "Undertecknade åtaganden: 1 av 2."),
}


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_commitments_say_whether_they_are_signed(language: Language) -> None:
    yes, no, counted = SIGNED[language]
    first, second, last = _said("commitments", world.context(language))
    assert first.endswith(f"EUR 40,000 | own budget | {yes}")
    assert second.endswith(f"EUR 25,000 | state funding | {no}")
    assert last == counted


def test_a_commitment_asks_its_keeper_for_the_rest_and_counts_nothing_unknown() -> None:
    context = world.context()
    kept = CommitmentFacts(what="the service point", member=world.AREA)
    open_ = replace(context.project, commitments=(kept, CommitmentFacts()))
    blocks = world.part("commitments", replace(context, project=open_))
    asked = [ask for _, ask in world.gaps(blocks)]
    assert asked == [*["Lakeside Employment Area"] * 3, *["all members"] * 5]
    assert len(blocks) == 1
