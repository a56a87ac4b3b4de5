"""Settings of the web page, read from the environment with the prefix `KOALITIO_WEB_`."""

from urllib.parse import urlsplit

from pydantic_settings import BaseSettings, SettingsConfigDict

from api.settings import is_demo, public_address


class WebSettings(BaseSettings):
    """Which names the page answers to.

    hosts: host names without port, separated by commas (`*`: any); whoever serves Koalitio under another name
        adds it, and no foreign page can reach a private server through a name of its own (DNS rebinding).
    contact: e-mail address or words of whom to write to about accessibility and privacy; empty: not named.
    """

    model_config = SettingsConfigDict(env_prefix="KOALITIO_WEB_")

    hosts: str = "localhost,127.0.0.1,::1"
    contact: str = ""

    @property
    def host_names(self) -> frozenset[str]:
        """The names as a set, in lower case; the host of the public address is one of them."""
        names = {name.strip().lower().strip("[]") for name in self.hosts.split(",") if name.strip()}
        return frozenset(names | {urlsplit(self.address).hostname or ""} - {""})

    @property
    def address(self) -> str:
        """The public address without a slash at the end; empty when none is set (api.settings)."""
        return public_address("")

    @property
    def demo(self) -> bool:
        """Whether the sample users of the demo are open (api.settings)."""
        return is_demo()
