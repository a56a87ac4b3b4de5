"""What can go wrong in the matcher.

MatcherError
├── BadSetting         an environment variable holds something unusable
├── EngineUnavailable  the embedding model cannot be loaded
├── BadBenchmark       a benchmark folder is missing, empty or broken
├── BadSentences       a file of parallel sentences cannot be read
└── BadCache           the folder for remembered vectors cannot be used
"""


class MatcherError(Exception):
    """Root of the matcher's errors; the message is one line that says what to do next."""


class BadSetting(MatcherError):
    """An environment variable of the matcher holds something unusable."""


class EngineUnavailable(MatcherError):
    """The embedding model named by the settings cannot be loaded."""


class BadBenchmark(MatcherError):
    """A benchmark folder is missing, empty or broken; names the file and line."""


class BadSentences(MatcherError):
    """A file of parallel sentences cannot be read; names the line."""


class BadCache(MatcherError):
    """The folder for remembered vectors cannot be written or read."""
