"""The sample source: a server on the loopback address with the sources' paths, shapes and habits."""

import json
import socket
import threading
import time
from dataclasses import dataclass
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

from sample_world.site import ROBOTS, Answer, Site
from sample_world.world import PINNED_DAY

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class SeenRequest:
    """One request the source has answered."""

    method: str
    path: str
    query: dict[str, str]
    user_agent: str
    status: int


class SampleSource:
    """A running sample source; use it as a context manager or call `stop`.

    `requests` is everything asked so far, in order of answering.
    """

    def __init__(self, port: int, *, fail_every: int, lossy: float, delay: float, day: date) -> None:
        self.requests: list[SeenRequest] = []
        self.fail_every = fail_every
        self.lossy = lossy
        self.delay = delay
        self.site = Site(day, lossy)
        self._count = 0
        self._lock = threading.Lock()
        self._server = _Server((LOOPBACK, port), self)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()

    @property
    def base_url(self) -> str:
        """Address to point a source at, without a slash at the end."""
        return f"http://{LOOPBACK}:{self._server.server_port}"

    @property
    def day(self) -> date:
        """The day the source shows."""
        return self.site.world.day

    def travel_to(self, day: date) -> None:
        """Show another day from the next request on."""
        self.site = Site(day, self.lossy)

    def stop(self) -> None:
        """Stop answering and close every connection; a second call does nothing."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
            self._server.hang_up()
            self._server.server_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def is_failing(self) -> bool:
        """Count a request; True for every `fail_every`-th."""
        with self._lock:
            self._count += 1
            return bool(self.fail_every) and self._count % self.fail_every == 0

    def remember(self, request: SeenRequest) -> None:
        """Add a request to the log."""
        with self._lock:
            self.requests.append(request)


def serve(
    port: int = 0, *, fail_every: int = 0, lossy: float = 0.0, delay: float = 0.0, day: date | None = None
) -> SampleSource:
    """Start a sample source on the loopback address; port 0 takes any free one.

    Every `fail_every`-th request answers 503 (0: none), `lossy` (0 to 1) is the share of portal records
    missing from one pass, `delay` seconds are waited before each answer, `day` is the day shown (PINNED_DAY
    by default).
    Raises OSError when the port is taken and BadSampleData for a broken data file.
    """
    return SampleSource(port, fail_every=fail_every, lossy=lossy, delay=delay, day=day or PINNED_DAY)


class _Server(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self, address: tuple[str, int], source: SampleSource) -> None:
        self.source = source
        self._open: set[socket.socket] = set()
        super().__init__(address, _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End kept-alive connections, so that their threads end too."""
        for connection in list(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:  # the other side was quicker
                continue


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        self._answer(b"")

    def do_HEAD(self) -> None:
        self._answer(b"")

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers.get("Content-Length") or 0)))

    def log_message(self, format: str, *args: Any) -> None:
        """Silent; `SampleSource.requests` is the log."""

    def _answer(self, body: bytes) -> None:
        source, url = self.server.source, urlsplit(self.path)
        asked = dict(parse_qsl(url.query, keep_blank_values=True))
        time.sleep(source.delay)
        answer = self._decide(source, url.path, asked, body)
        agent = self.headers.get("User-Agent", "")
        source.remember(SeenRequest(self.command, url.path, asked, agent, answer.status))
        self._send(answer, "text/plain" if url.path == "/robots.txt" else "text/html")

    def _decide(self, source: SampleSource, path: str, asked: dict[str, str], body: bytes) -> Answer:
        if path == "/robots.txt":
            return Answer(200, ROBOTS)
        if source.is_failing():
            return Answer(503, {"error": "Service Unavailable"})
        if self.command == "POST":
            return source.site.post(path, asked, self.headers.get("Content-Type", ""), body)
        return source.site.get(path, asked)

    def _send(self, answer: Answer, text_kind: str) -> None:
        if isinstance(answer.body, str):
            kind, data = text_kind, answer.body.encode()
        else:
            kind, data = "application/json", json.dumps(answer.body, ensure_ascii=False).encode()
        self.send_response(answer.status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)
