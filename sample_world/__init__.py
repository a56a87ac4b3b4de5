"""The bundled sample world: about forty calls in their sources' shapes, three coalitions, their projects.

`make demo` crawls it through the real spiders; tests use it in place of the network. It is pinned to a day.
"""

from sample_world.errors import BadSampleData, SampleWorldError
from sample_world.history import SampleDecision, SampleHistory, SampleProposal, sample_history
from sample_world.people import SamplePeople, SamplePerson, sample_people
from sample_world.server import SampleSource, SeenRequest, serve
from sample_world.world import (
    PINNED_DAY,
    SECOND_DAY,
    SampleProject,
    World,
    coalition_files,
    load_world,
    projects,
)

__all__ = [
    "PINNED_DAY",
    "SECOND_DAY",
    "BadSampleData",
    "SampleDecision",
    "SampleHistory",
    "SamplePeople",
    "SamplePerson",
    "SampleProject",
    "SampleProposal",
    "SampleSource",
    "SampleWorldError",
    "SeenRequest",
    "World",
    "coalition_files",
    "load_world",
    "projects",
    "sample_history",
    "sample_people",
    "serve",
]
