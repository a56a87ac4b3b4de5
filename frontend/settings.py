"""Settings of the web page, read from the environment with the prefix `KOALITIO_WEB_`."""

from pydantic_settings import BaseSettings, SettingsConfigDict


class WebSettings(BaseSettings):
    """Which names the page answers to.

    hosts: host names without port, separated by commas (`*`: any); whoever serves Koalitio under another name
        adds it, and no foreign page can reach a private server through a name of its own (DNS rebinding).
    """

    model_config = SettingsConfigDict(env_prefix="KOALITIO_WEB_")

    hosts: str = "localhost,127.0.0.1,::1"

    @property
    def host_names(self) -> frozenset[str]:
        """The names as a set, in lower case."""
        return frozenset(name.strip().lower().strip("[]") for name in self.hosts.split(",") if name.strip())
