"""Settings of the crawler, read from the environment with the prefix `CRAWLER_`."""

from importlib.metadata import PackageNotFoundError, version

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from store.errors import BadSetting


class CrawlerSettings(BaseSettings):
    """How the crawler presents itself and how patient it is.

    contact: mail or web address that a source's keeper can write to; goes into the user agent.
    retries: how often one request is tried again; a host that does not answer at most twice.
    timeout: seconds to wait for one answer.
    log_level: `WARNING` and above reach the terminal; `DEBUG` shows Scrapy's own talk too.
    """

    model_config = SettingsConfigDict(env_prefix="CRAWLER_")

    contact: str = ""
    retries: int = Field(default=6, ge=0, le=20)
    timeout: float = Field(default=30.0, gt=0, le=600)
    log_level: str = Field(default="WARNING", pattern=r"^(DEBUG|INFO|WARNING|ERROR|CRITICAL)$")

    @property
    def user_agent(self) -> str:
        """`Koalitio/<version> (+contact)`; without a contact only the name and version."""
        name = f"Koalitio/{_version()}"
        return f"{name} (+{self.contact.strip()})" if self.contact.strip() else name


def crawler_settings() -> CrawlerSettings:
    """The settings as they stand in the environment. Raises BadSetting, naming the variable."""
    try:
        return CrawlerSettings()
    except ValidationError as wrong:
        error = wrong.errors()[0]
        name = "_".join(str(part) for part in error["loc"]).upper()
        raise BadSetting(f"CRAWLER_{name} is {error['input']!r}: {error['msg']}.") from None


def _version() -> str:
    try:
        return version("koalitio")
    except PackageNotFoundError:
        return "0"
