"""What can go wrong in the matcher.

MatcherError
├── BadSetting         an environment variable holds something unusable
├── EngineUnavailable  the embedding model cannot be loaded
├── BadBenchmark       a benchmark folder is missing, empty or broken
├── BadSentences       a file of parallel sentences cannot be read
├── BadCache           the folder for remembered vectors cannot be used
├── BadRuleFile        a file of eligibility rules is unsound
└── BadDocument        a call document cannot be read
"""

from pathlib import Path


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


class BadRuleFile(MatcherError):
    """A file of eligibility rules is unsound; the message reads `FILE:LINE: key: problem`."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}:{line}: {problem}")
        self.path = path
        self.line = line


class BadDocument(MatcherError):
    """A call document cannot be read: no PDF, locked, without text, or too large."""
