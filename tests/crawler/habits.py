"""A loopback source with habits of the tests' own: each path answers what a test lays down for it."""

import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

SEARCH = "/search-api/prod/rest/search"
Body = str | dict[str, object]
Answer = tuple[int, Body] | Callable[[int], tuple[int, Body]]


@dataclass
class Habits:
    """What each path answers (a pair, or a function of how often it was asked), and what was asked."""

    answers: Mapping[str, Answer]
    asked: Counter[str] = field(default_factory=Counter)
    base_url: str = ""

    def answer(self, path: str) -> tuple[int, Body]:
        """The answer of a path; robots.txt allows all unless it is laid down."""
        self.asked[path] += 1
        laid_down = self.answers.get(path, (200 if path == "/robots.txt" else 404, ""))
        return laid_down(self.asked[path]) if callable(laid_down) else laid_down


@contextmanager
def serving(answers: Mapping[str, Answer], headers: Mapping[str, str] | None = None) -> Iterator[Habits]:
    """Serves on a free loopback port until the end of the block; `headers` go with what is laid down."""
    habits = Habits(answers)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = (
            "HTTP/1.1"  # a server of 1.0 hangs up unannounced, which now and then costs a retry
        )

        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            path = urlsplit(self.path).path
            status, body = habits.answer(path)
            data = (body if isinstance(body, str) else json.dumps(body)).encode()
            kind = "text/html" if isinstance(body, str) else "application/json"
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            for name, value in (headers or {}).items() if path in answers else ():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        do_POST = do_GET

        def log_message(self, format: str, *args: object) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    habits.base_url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield habits
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
