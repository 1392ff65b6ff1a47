"""aiohttp connections that send each attempt once and know whether anything was sent.

What is added to aiohttp sits in two places:

* :class:`Connector` makes connections within the connect timeout, hands none out that the server has
  closed, that something unasked-for has arrived on, or that was idle too long to carry a change,
  and refuses a second connection to an attempt that has had one: aiohttp would repeat a GET, PUT or
  DELETE by itself when a kept connection turns out to be dead.
* :class:`Protocol` hands the parser no byte beyond the end of an answer, so that what follows neither
  spoils the answer nor is taken for the next one.
"""

from __future__ import annotations

import asyncio
import re
import select
import socket
import sys
import weakref
from contextvars import ContextVar
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from aiohttp import ClientPayloadError, TCPConnector, ThreadedResolver
from aiohttp.client_proto import ResponseHandler
from aiohttp.http_exceptions import BadHttpMessage

from xi_sdk_resellers._calls.messages import MAX_IDLE_FOR_CHANGES, MAX_INFORMATIONAL
from xi_sdk_resellers._process.aside_aio import aside
from xi_sdk_resellers._transport.framing import MAX_HEAD_BYTES, reframed

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from aiohttp import ClientRequest, ClientTimeout
    from aiohttp.connector import Connection
    from aiohttp.tracing import Trace

    from xi_sdk_resellers._calls.messages import Request
    from xi_sdk_resellers.configuration import Configuration

    def timeout_at(when: float | None) -> AbstractAsyncContextManager[object]:
        """Raise TimeoutError from the block that is still running at a time of the event loop."""
        ...
elif sys.version_info >= (3, 11):
    from asyncio import timeout_at
else:
    from async_timeout import timeout_at

__all__ = ["AnswerLost", "Attempt", "Connector", "HostMismatch", "current", "timeout_at"]

KEEP_IDLE = 55.0
"""Seconds after which an unused connection is closed."""
_SMALL_BODY = 64 * 1024
"""Bodies up to this size are handed to the system at once and need no watching."""
_TURNS = 50
"""Turns of the loop that closing a connection may take; a few are enough."""
_START = b"HTTP/"
_HEAD_END = re.compile(rb"\r?\n\r?\n")


class Attempt:
    """What the connection must know of the attempt that uses it, and tells about it.

    Args:
        request: what is sent.
        most_headers: header lines of an answer that are accepted.
    """

    __slots__ = (
        "body_size",
        "changes",
        "codings",
        "connect_timeout",
        "connected",
        "connecting",
        "most_headers",
        "protocol",
        "proxy_said_more",
        "read_timeout",
        "stalled",
        "watch",
    )

    def __init__(self, request: Request, most_headers: int) -> None:
        self.connect_timeout = request.connect_timeout
        self.read_timeout = request.read_timeout
        self.changes = request.operation.changes
        self.body_size = 0 if request.body is None else len(request.body)
        self.most_headers = most_headers
        self.codings: tuple[str, ...] = ()
        """How the body was packed for the way, apart from chunks."""
        self.connecting = False
        self.connected = False
        """From then on bytes may have left."""
        self.proxy_said_more = False
        """Whether the proxy sent more than its answer to CONNECT."""
        self.stalled = False
        """Whether the server stopped taking the request."""
        self.protocol: Protocol | None = None
        """The connection, as long as it is this attempt's own."""
        self.watch: asyncio.TimerHandle | None = None

    def abort(self) -> None:
        """Cut the connection at once, so that nobody else gets it."""
        if self.protocol is not None and self.protocol.transport is not None:
            self.protocol.force_close()
            self.protocol.transport.abort()


current: ContextVar[Attempt] = ContextVar("xi_sdk_resellers_attempt")
"""The attempt that this task makes right now."""


class AnswerLost(Exception):  # noqa: N818 - an internal signal
    """aiohttp wanted to send an attempt a second time, as the connection of the first had ended."""


class HostMismatch(Exception):  # noqa: N818 - an internal signal
    """The server's certificate is for another name."""


class Protocol(ResponseHandler):
    """A connection. See the top of this module."""

    def __init__(self, loop: asyncio.AbstractEventLoop, maker: Attempt) -> None:
        super().__init__(loop)
        self.attempt = maker
        """Who uses it, or has used it last."""
        self.wire: asyncio.BaseTransport | None = None
        """The transport until it is really gone; aiohttp forgets it earlier."""
        self.fresh = True
        self.resting = False
        self.idle_since = 0.0
        self.resumed = 0
        """How many times the server has caught up with what was written."""
        self._poll: Any = None
        """Asks whether something has come; Windows has no such thing."""
        self._head_done = False
        self._head = bytearray()
        """What has come of a head that is not complete."""
        self._left: int | None = None
        self._informational = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note the transport."""
        self.wire = transport
        sock = transport.get_extra_info("socket")
        if sock is not None and hasattr(select, "poll"):
            self._poll = select.poll()
            self._poll.register(sock.fileno(), select.POLLIN)
        super().connection_made(transport)

    def connection_lost(self, exc: BaseException | None) -> None:
        """Note that the transport is gone, and tell that to itself: that of TLS would not know on Python 3.10."""
        gone, self.wire = self.wire, None
        if gone is not None:
            gone.close()
        super().connection_lost(exc)

    def force_close(self) -> None:
        """Let nobody have this connection again. Older versions of aiohttp have no such method."""
        self._should_close = True

    def rest(self, attempt: Attempt) -> None:
        """Note that the attempt is done with this connection; only with a whole answer may somebody else have it."""
        if self._payload is None or not self._payload.is_eof() or not self._head_done:
            self.force_close()
        else:
            attempt.protocol = None
        self.resting = True
        self.idle_since = monotonic()

    def wake(self, attempt: Attempt) -> bool:
        """Get ready for the next request; False when the connection should not carry it."""
        if attempt.changes and monotonic() - self.idle_since > MAX_IDLE_FOR_CHANGES:
            return False
        if self.should_close or self.transport is None or self._readable():
            return False
        self.resting = self._head_done = False
        self._head.clear()
        self._left = self._payload = None
        self._informational = 0
        return True

    def _readable(self) -> bool:
        """Tell whether bytes, or the end of the connection, wait to be read."""
        try:
            if self._poll is not None:
                return bool(self._poll.poll(0))
            sock = None if self.transport is None else self.transport.get_extra_info("socket")
            return sock is not None and bool(select.select([sock.fileno()], [], [], 0)[0])
        except (OSError, ValueError):
            return True

    def resume_writing(self) -> None:
        """Note that the server takes what is written."""
        self.resumed += 1
        super().resume_writing()

    def data_received(self, data: bytes) -> None:
        """Take bytes from the wire: those of the answer go to the parser, more end the connection."""
        if not data:  # aiohttp's own sign that it goes on reading
            super().data_received(data)
            return
        if self.resting:
            self._cut()
            return
        while not self._head_done:
            rest = self._take_head(data)
            if not rest:
                return
            data = rest
        if self._left is not None:
            if len(data) > self._left:
                # The rest is no part of any answer, and this connection cannot be trusted with another.
                self.force_close()
                data = data[: self._left]
            self._left -= len(data)
            if not data:
                return
        super().data_received(data)
        error = self.exception()
        if error is not None and self._payload is not None and not self._payload.is_eof():
            # aiohttp leaves who reads a body that is no HTTP any more to wait for the rest.
            self._payload.set_exception(ClientPayloadError(str(error)))

    def _cut(self) -> None:
        self.force_close()
        if self.transport is not None:
            self.transport.abort()

    def _take_head(self, data: bytes) -> bytes:
        """Take bytes of a head, which the parser gets when it is complete; return what is left to be read, if anything.

        What the parser makes of an answer must not depend on the pieces in which it arrives.
        """
        if not self._head and data.startswith(_START) and (ends := _HEAD_END.search(data)) is not None:
            return self._whole_head(data[: ends.end()], data[ends.end() :])
        before = len(self._head)
        self._head += data
        found = _HEAD_END.search(self._head, max(0, before - 3))
        if not self._head.startswith(_START[: len(self._head)]):
            self._head_done = True  # left to the parser altogether
            whole = bytes(self._head)
            self._head.clear()
            return whole
        if found is None and len(self._head) <= MAX_HEAD_BYTES:
            self._reschedule_timeout()  # the time in which the next bytes must come
            return b""
        end = len(self._head) if found is None else found.end()
        head, rest = bytes(self._head[:end]), bytes(self._head[end:])
        self._head.clear()
        return self._whole_head(head, rest)

    def _whole_head(self, head: bytes, rest: bytes) -> bytes:
        """Take a head that is complete; return what is left to be read."""
        try:
            head = self._read_head(head, rest)
        except ValueError as error:
            self.set_exception(BadHttpMessage(str(error)))
            self._cut()
            return b""
        if not self._head_done:
            self._reschedule_timeout()
            return rest  # informational: the parser need not know
        if self._left is not None:
            self._left += len(head)
            return head + rest
        # On its own, so that an error in what follows does not spoil it.
        super().data_received(head)
        return rest

    def _read_head(self, head: bytes, rest: bytes) -> bytes:
        """Learn from the head of an answer how its body is framed, and write it so that the parser reads the same."""
        head, how = reframed(head, self.attempt.most_headers)
        status = head[9:12]
        if status.startswith(b"1") and status != b"101":
            self._informational += 1
            if self._informational > MAX_INFORMATIONAL:
                raise ValueError(f"more than {MAX_INFORMATIONAL} informational answers")
            return head
        self._head_done = True
        if not self.attempt.connected and status.startswith(b"2"):
            if rest:
                self.attempt.proxy_said_more = True
                raise ValueError("the proxy sent more than its answer to CONNECT")
            return head
        self._left, self.attempt.codings = how.length, how.codings
        if how.last:
            self.force_close()
        return head


class _Names:
    """Looks names up for aiohttp in place of the loop, on threads that nobody has to wait for."""

    async def getaddrinfo(self, host: str, port: int, **options: Any) -> Any:
        """Find the addresses of a name."""
        return await aside("name lookup", partial(socket.getaddrinfo, host, port, **options))

    async def getnameinfo(self, address: Any, flags: int = 0) -> Any:
        """Find the name of an address."""
        return await aside("name lookup", partial(socket.getnameinfo, address, flags))


class Connector(TCPConnector):
    """The connections of one event loop. See the top of this module.

    Args:
        configuration: pool size and socket options.
        loop: the running event loop.
    """

    def __init__(self, configuration: Configuration, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(  # pyright: ignore[reportUnknownMemberType] - a type of aiohttp's own
            limit=0,
            limit_per_host=configuration.connection_pool_maxsize,
            keepalive_timeout=KEEP_IDLE,
            resolver=ThreadedResolver(loop=cast("asyncio.AbstractEventLoop", _Names())),
            loop=loop,
        )
        self._made: weakref.WeakSet[Protocol] = weakref.WeakSet()
        self._factory = cast("partial[ResponseHandler]", self._make_protocol)
        self._socket_options = configuration.socket_options
        name = configuration.assert_hostname
        self._name_to_find = name if isinstance(name, str) and configuration.verify_ssl else None

    def _make_protocol(self) -> Protocol:
        made = Protocol(self._loop, current.get())
        self._made.add(made)
        return made

    def cut(self) -> None:
        """Cut all connections."""
        for protocol in list(self._made):
            if protocol.wire is not None:
                cast("asyncio.Transport", protocol.wire).abort()

    async def gone(self) -> None:
        """Wait until the loop has let go of all connections, so that one which stops now leaves none behind."""
        for _ in range(_TURNS):
            if all(protocol.wire is None for protocol in self._made):
                break
            await asyncio.sleep(0)

    async def connect(self, req: ClientRequest, traces: list[Trace], timeout: ClientTimeout) -> Connection:
        """Give a connection that the request can be sent on; from then on it may have been."""
        attempt = current.get()
        if attempt.connected:
            raise AnswerLost("the connection ended without an answer")
        while True:
            connection = await super().connect(req, traces, timeout)
            protocol = connection.protocol
            if not isinstance(protocol, Protocol):  # pragma: no cover - only if aiohttp makes them elsewhere
                break
            if protocol.fresh:
                protocol.fresh = False
                break
            if protocol.wake(attempt):
                break
            connection.close()
        if isinstance(protocol, Protocol):
            protocol.attempt = attempt
            connection.add_callback(partial(protocol.rest, attempt))
            attempt.protocol = protocol
        attempt.connected = True
        if attempt.body_size > _SMALL_BODY:
            attempt.watch = self._loop.call_later(attempt.read_timeout, self._watch, attempt, None)
        return connection

    async def _create_connection(self, req: ClientRequest, traces: list[Trace], timeout: ClientTimeout) -> Any:
        """Make a connection, name lookup, proxy and TLS included, within the connect timeout."""
        attempt = current.get()
        attempt.connecting = True
        async with timeout_at(self._loop.time() + attempt.connect_timeout):
            protocol = await super()._create_connection(req, traces, timeout)
        if self._socket_options or self._name_to_find is not None:
            try:
                self._check(protocol.transport, req)
            except BaseException:
                protocol.close()
                raise
        return protocol

    def _check(self, transport: Any, req: ClientRequest) -> None:
        """Set the socket options, and compare the certificate's name when another one than the host's is asked for."""
        sock = transport.get_extra_info("socket")
        for option in self._socket_options or ():
            sock.setsockopt(*option)
        if self._name_to_find is not None and req.is_ssl():
            from urllib3.util.ssl_match_hostname import CertificateError, match_hostname

            try:
                match_hostname(transport.get_extra_info("peercert"), self._name_to_find)
            except CertificateError as error:
                raise HostMismatch(str(error)) from None

    def _watch(self, attempt: Attempt, before: tuple[int, int] | None) -> None:
        """Cut a connection whose server takes nothing of a large request for the read timeout."""
        protocol = attempt.protocol
        if protocol is None or protocol.transport is None:
            return
        now = protocol.resumed, protocol.transport.get_write_buffer_size()
        if now == before and now[1]:
            attempt.stalled = True
            protocol.transport.abort()
        elif now[1] or before is None:
            attempt.watch = self._loop.call_later(attempt.read_timeout, self._watch, attempt, now)
