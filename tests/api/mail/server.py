"""A real SMTP server on the loopback address, in a thread of its own, that keeps what it is sent."""

import asyncio
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword
from aiosmtpd.smtp import Session as SmtpSession


@dataclass
class Mailbox:
    """What arrived. refused: addresses that the server takes no mail for."""

    refused: frozenset[str] = frozenset()
    envelopes: list[Envelope] = field(default_factory=list)
    was_protected: list[bool] = field(default_factory=list)
    port: int = 0

    async def handle_RCPT(
        self, _server: SMTP, _session: SmtpSession, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Takes the recipient, or says that it does not exist."""
        if address in self.refused:
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: SmtpSession, envelope: Envelope) -> str:
        """Keeps the message."""
        self.envelopes.append(envelope)
        assert server.transport is not None
        self.was_protected.append(server.transport.get_extra_info("ssl_object") is not None)
        return "250 OK"

    def messages(self) -> list[EmailMessage]:
        """What arrived, as any mail programme would read it."""
        read: list[EmailMessage] = []
        for envelope in self.envelopes:
            content = envelope.content
            assert isinstance(content, bytes)
            message = message_from_bytes(content, policy=default)
            assert isinstance(message, EmailMessage)
            read.append(message)
        return read

    def waited_for(self, number: int) -> list[EmailMessage]:
        """What arrived, once there are so many; fails after five seconds."""
        until = time.monotonic() + 5
        while len(self.envelopes) < number:
            assert time.monotonic() < until, f"{len(self.envelopes)} of {number} messages came"
            time.sleep(0.01)
        return self.messages()


@contextmanager
def serving(
    box: Mailbox,
    *,
    starttls: ssl.SSLContext | None = None,
    tls: ssl.SSLContext | None = None,
    user: tuple[bytes, bytes] | None = None,
    smtputf8: bool = True,
) -> Iterator[Mailbox]:
    """Serves the mailbox on a free port while the block runs."""

    def check(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        sent = (data.login, data.password) if isinstance(data, LoginPassword) else None
        return AuthResult(success=sent == user)

    def protocol() -> SMTP:
        return SMTP(
            box,
            hostname="localhost",
            enable_SMTPUTF8=smtputf8,
            tls_context=starttls,
            require_starttls=starttls is not None,
            auth_required=user is not None,
            auth_require_tls=starttls is not None,
            authenticator=check if user is not None else None,
            loop=loop,
        )

    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(loop.create_server(protocol, "127.0.0.1", 0, ssl=tls))
    box.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, name="smtp")
    thread.start()
    try:
        yield box
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        server.close()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()
