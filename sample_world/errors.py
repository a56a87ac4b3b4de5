"""What can go wrong in the sample world.

SampleWorldError
└── BadSampleData     a YAML file of the room does not hold what its noun asks for
"""


class SampleWorldError(Exception):
    """Root of everything this room raises."""


class BadSampleData(SampleWorldError):
    """A data file is broken; the message names the file and the field to mend."""
