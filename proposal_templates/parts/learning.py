"""How the members help each other: peer learning, support for newcomers, and several languages."""

from proposal_templates.blocks import Block, GapBlock, TextBlock, TextStyle, Words, joined
from proposal_templates.context import NewcomerSupportFacts, PeerLearningFacts
from proposal_templates.desk import Desk, Member
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.member_words import arranged, names_by, pointed_at, resting_on
from proposal_templates.parts.tables import Row, cell, own_table, row


def peer_learning(desk: Desk) -> list[Block]:
    """Who teaches whom what, in which month, and what comes of it."""
    lessons = desk.context.coalition.cooperation.peer_learning
    if not lessons:
        (gap,) = desk.gap("cooperation.need_peer_learning", "all_members")
        return [GapBlock(label=desk.label("cooperation.table_peer_learning"), gap=gap)]
    columns = {"teacher": 5, "learners": 5, "subject": 4, "month": 2, "output": 4}
    rows = [_lesson(desk, i, lesson) for i, lesson in enumerate(lessons)]
    table = own_table(desk, "peer_learning", columns, rows, "peer_learning", words="cooperation")
    return [table, *_left_out(desk, lessons)]


def _lesson(desk: Desk, index: int, lesson: PeerLearningFacts) -> Row:
    field = f"peer_learning[{index}]"
    month = str(lesson.month) if lesson.month is not None else None
    return row(
        pointed_at(desk, f"{field}.teacher", lesson.teacher, "cooperation.need_teacher"),
        _learners(desk, field, lesson),
        desk.cooperation(f"{field}.subject", lesson.subject, "cooperation.need_subject"),
        desk.cooperation(f"{field}.month", month, "cooperation.need_month", named=True),
        desk.cooperation(f"{field}.output", lesson.output, "cooperation.need_output"),
    )


def _learners(desk: Desk, field: str, lesson: PeerLearningFacts) -> Words:
    found = [
        pointed_at(desk, f"{field}.learners[{i}]", member, "cooperation.need_learners")
        for i, member in enumerate(lesson.learners)
        if desk.member_at(member)
    ]
    return joined(found) or desk.gap("cooperation.need_learners", "all_members")


def _left_out(desk: Desk, lessons: tuple[PeerLearningFacts, ...]) -> list[Block]:
    """A note on members that neither teach nor learn; nothing while a teacher or learner is not known."""
    if any(lesson.teacher is None or not lesson.learners for lesson in lessons):
        return []
    taking_part = {index for lesson in lessons for index in (lesson.teacher, *lesson.learners)}
    left = [member for member in desk.members if member.index not in taking_part]
    if not left:
        return []
    grounds = tuple(
        arranged(f"peer_learning[{i}].{field}")
        for i in range(len(lessons))
        for field in ("teacher", "learners")
    )
    names = joined([resting_on(desk.name(member), *grounds) for member in left])
    words = desk.say("cooperation.left_out", names=names, n=len(left))
    return [TextBlock(words=words, style=TextStyle.NOTE)]


def newcomers(desk: Desk) -> list[Block]:
    """Members that are new to the programme, what helps them and who mentors them.

    That nobody is new is only said when every member says so of itself.
    """
    if not desk.members:
        return [TextBlock(words=desk.gap("cooperation.need_newcomers", "all_members"))]
    support = desk.context.coalition.cooperation.newcomers
    new = [member for member in desk.members if member.facts.newcomer]
    supported = {each.member for each in support}
    rows = [_support(desk, i, each) for i, each in enumerate(support)]
    rows += [_unsupported(desk, member) for member in new if member.index not in supported]
    blocks: list[Block] = []
    if rows:
        columns = {"newcomer": 5, "support": 6, "mentor": 5}
        blocks.append(own_table(desk, "newcomers", columns, rows, "newcomers", words="cooperation"))
    return [*blocks, *_experience(desk)]


def _support(desk: Desk, index: int, support: NewcomerSupportFacts) -> Row:
    field = f"newcomers[{index}]"
    return row(
        pointed_at(desk, f"{field}.member", support.member, "cooperation.need_newcomer"),
        desk.cooperation(f"{field}.support", support.support, "cooperation.need_support"),
        pointed_at(desk, f"{field}.mentor", support.mentor, "cooperation.need_mentor"),
    )


def _unsupported(desk: Desk, member: Member) -> Row:
    gap = desk.gap("cooperation.need_support_and_mentor", "all_members")
    return cell(names_by(desk, (member,), "newcomer")), cell(gap)


def _experience(desk: Desk) -> list[Block]:
    """Who has taken part before, and of whom it is not known."""
    before = [member for member in desk.members if member.facts.newcomer is False]
    supported = {each.member for each in desk.context.coalition.cooperation.newcomers}
    unknown = [m for m in desk.members if m.facts.newcomer is None and m.index not in supported]
    blocks: list[Block] = []
    if before:
        sentence = "nobody_new" if len(before) == len(desk.members) else "experienced"
        names = names_by(desk, before, "newcomer")
        blocks.append(TextBlock(words=desk.say(f"cooperation.{sentence}", names=names, n=len(before))))
    if unknown:
        gap = desk.gap("cooperation.need_newcomer_or_not", "all_members")
        words = desk.say("cooperation.still_open", who=desk.names(tuple(unknown)), gap=gap)
        blocks.append(TextBlock(words=words))
    return blocks


def language_plan(desk: Desk) -> list[Block]:
    """How the members cope with several languages."""
    plan = desk.context.coalition.cooperation.languages
    words = desk.cooperation("languages", plan, "cooperation.need_languages")
    return [TextBlock(lead=desk.label("cooperation.languages"), words=words)]


PARTS: Parts = {
    "peer_learning": peer_learning,
    "newcomers": newcomers,
    "language_plan": language_plan,
}
