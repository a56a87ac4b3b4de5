"""Parts of a member's profile: assets against needs, its part as an employer, staff, past projects."""

from store.models.kinds import Slug, Words
from store.models.part import DocumentPart, Persons
from store.vocabulary import LetterState, Size


class Answer(DocumentPart):
    """What one member puts against one need: the asset it brings, in its own words."""

    need: Slug | None = None
    asset: Words | None = None


class Employer(DocumentPart):
    """What an employer commits to; numbers of persons. A count that is not known is None, none is 0."""

    size: Size | None = None
    vacancies: Persons | None = None
    work_trials: Persons | None = None
    mentors: Persons | None = None
    retention: Words | None = None
    """What it does so that people stay, in its own words."""
    contact_owner: Slug | None = None
    """The member that keeps the contact."""
    letter: LetterState | None = None


class Staff(DocumentPart):
    """One person or post that works in the project."""

    function: Words | None = None
    """Post, or name and post."""
    tasks: Words | None = None
    expertise: Words | None = None


class PastProject(DocumentPart):
    """One earlier project of a member."""

    title: Words | None = None
    reference: Words | None = None
    programme: Words | None = None
    period: Words | None = None
    part: Words | None = None
    """What the member was in it: coordinator, beneficiary, ..., in its own words."""
    amount: Words | None = None
    website: Words | None = None
