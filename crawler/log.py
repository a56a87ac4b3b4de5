"""Logging of the crawler: static messages, data in fields; Scrapy's own talk only when debugging."""

import logging

log = logging.getLogger("koalitio.crawler")
TALKERS = ("scrapy", "twisted", "asyncio", "protego", "filelock", "urllib3")


class FieldsFormatter(logging.Formatter):
    """`WARNING record dropped source=eu_esf_plus reason='no title'`."""

    def format(self, record: logging.LogRecord) -> str:
        """The message, then its fields in order."""
        fields = getattr(record, "fields", {})
        return " ".join(
            [record.levelname, record.getMessage(), *(f"{key}={value!r}" for key, value in fields.items())]
        )


def set_up(level: str) -> None:
    """Sends the crawler's log to stderr from `level` on; asking twice changes only the level."""
    log.setLevel(level)
    log.propagate = False
    if not log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(FieldsFormatter())
        log.addHandler(handler)
    for name in TALKERS:
        logging.getLogger(name).setLevel("DEBUG" if level == "DEBUG" else "CRITICAL")
