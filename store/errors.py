"""What can go wrong in the store.

StoreError
├── BadSetting        an environment variable holds something unusable
├── DatabaseUnusable  the database cannot be opened or upgraded
├── NotFound          no such call or coalition
├── SlugTaken         a coalition of that slug is there already
├── BadCoalitionFile  a coalition file cannot be read
└── BadProjectFile    a project file cannot be read
"""


class StoreError(Exception):
    """Root of the store's errors; the message is one line that says what to do next."""


class BadSetting(StoreError):
    """An environment variable holds something unusable."""


class DatabaseUnusable(StoreError):
    """The database cannot be opened or upgraded."""


class NotFound(StoreError):
    """No call or coalition goes by that name."""


class SlugTaken(StoreError):
    """A coalition of that slug is there already."""


class BadCoalitionFile(StoreError):
    """A coalition file cannot be read; names the place and the mend."""


class BadProjectFile(StoreError):
    """A project file cannot be read; names the place and the mend."""
