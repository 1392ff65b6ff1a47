"""The asyncio transport: one attempt of one request over aiohttp, and the raw response.

Nothing here repeats, waits between attempts or raises for a status; ``_calls.exchange`` decides that.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import nullcontext
from functools import lru_cache
from inspect import signature
from io import BytesIO
from time import monotonic
from typing import TYPE_CHECKING, Any

from aiohttp import ClientResponse, ClientSession, ClientTimeout, DummyCookieJar
from yarl import URL

from xi_sdk_resellers._calls.marking import mark_sent
from xi_sdk_resellers._calls.messages import Answer, Failure
from xi_sdk_resellers._process.fork import tell_after_fork
from xi_sdk_resellers._process.loading import loading
from xi_sdk_resellers._settings.origin import Origin
from xi_sdk_resellers._transport.aio.connector import Attempt, Connector, current, timeout_at
from xi_sdk_resellers._transport.aio.failures import BELOW, classify, is_timeout, root
from xi_sdk_resellers._transport.body import Body
from xi_sdk_resellers._transport.framing import MAX_LINE_BYTES
from xi_sdk_resellers._transport.proxy import proxy_settings
from xi_sdk_resellers._transport.routes import Routes
from xi_sdk_resellers._transport.tls import make_context
from xi_sdk_resellers._values.text import printable
from xi_sdk_resellers.api_response import Headers
from xi_sdk_resellers.exceptions import ApiResponseException, ApiTimeoutException, ClientClosedError

if TYPE_CHECKING:
    from types import TracebackType

    from xi_sdk_resellers._calls.messages import Request
    from xi_sdk_resellers.configuration import Configuration

_CHUNK = 256 * 1024
_CODINGS = "_xi_sdk_resellers_codings"
"""Attribute of a response: how its body was packed for the way."""


_COUNTS_HEADERS = "max_headers" in signature(ClientSession.__init__).parameters
"""Whether aiohttp has a limit of its own for header lines, which must not be lower than ours."""
_LARGE_BODY = 1024 * 1024
_OWN_HEADERS = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")
_CLOSED = "the client was closed: make a new ApiClient"


class Route:
    """The way to one base URL: its parts, its TLS settings and its proxy."""

    __slots__ = ("extra_headers", "options", "origin", "prefix", "proxy")

    def __init__(self, origin: Origin, proxy: str | None, configuration: Configuration) -> None:
        self.origin: Origin = origin
        self.proxy: str | None = proxy
        self.prefix: str = f"{origin.scheme}://{origin.netloc}{origin.base_path}"
        self.extra_headers: dict[str, str] = {}
        self.options: dict[str, Any] = {}
        """Arguments of each of aiohttp's requests."""
        if proxy is not None:
            url, headers = proxy_settings(proxy, configuration.proxy_headers)
            self.options["proxy"] = URL(url)
            if origin.scheme == "https":
                self.options["proxy_headers"] = headers
            else:
                self.extra_headers = headers
        if origin.scheme == "https" or (proxy is not None and proxy.lower().startswith("https://")):
            with loading:  # no fork in the middle of it: OpenSSL has locks of its own
                context = make_context(configuration)
            if configuration.assert_hostname is not None:
                context.check_hostname = False  # another name, or none, is looked for: see Connector
            self.options["ssl"] = context
            if configuration.tls_server_name is not None:
                self.options["server_hostname"] = configuration.tls_server_name


class _Home:
    """What a client has in one event loop."""

    __slots__ = ("closing", "connector", "session", "under_way")

    def __init__(self, session: ClientSession, connector: Connector) -> None:
        self.session = session
        self.connector = connector
        self.under_way = 0
        self.closing: asyncio.Event | None = None

    async def close(self) -> None:
        """Wait for the attempts under way, then close the connections."""
        try:
            if self.under_way:
                self.closing = asyncio.Event()
                await self.closing.wait()
        finally:
            self.connector.cut()
            await self.session.close()
            await self.connector.gone()


class RESTClientObject(Routes[Route]):
    """Sends requests over pooled connections, with connections of its own for each event loop.

    Args:
        configuration: TLS, proxy, pool size and limits.
    """

    def __init__(self, configuration: Configuration) -> None:
        super().__init__(configuration)
        self._homes: dict[asyncio.AbstractEventLoop, _Home] = {}
        self._lock = threading.Lock()
        self._closed = False
        tell_after_fork(self)

    def _make_route(self, origin: Origin, proxy: str | None) -> Route:
        return Route(origin, proxy, self._configuration)

    def _home(self) -> _Home:
        """Find or make what the client has in the running event loop."""
        loop = asyncio.get_running_loop()
        found = self._homes.get(loop)
        if found is None:
            found = self._make_home(loop)
        return found

    def _make_home(self, loop: asyncio.AbstractEventLoop) -> _Home:
        if self._closed:
            raise ClientClosedError(_CLOSED)
        connector = Connector(self._configuration, loop)
        most = self._configuration.max_response_headers + 1
        limits: Any = {"max_headers": most} if _COUNTS_HEADERS else {}
        session = ClientSession(
            connector=connector,
            cookie_jar=DummyCookieJar(loop=loop),
            skip_auto_headers=_OWN_HEADERS,
            auto_decompress=False,
            trust_env=False,
            raise_for_status=False,
            max_line_size=MAX_LINE_BYTES,
            max_field_size=MAX_LINE_BYTES,
            **limits,
        )
        if hasattr(session, "_retry_connection"):
            # Without it the connector refuses a repetition as well, but the cause of the failure is lost.
            session._retry_connection = False  # pyright: ignore[reportPrivateUsage]
        with self._lock:
            for old in [old for old in self._homes if old.is_closed()]:
                del self._homes[old]
            return self._homes.setdefault(loop, _Home(session, connector))

    async def send(self, request: Request, route: Route, *, stream: bool = False) -> Answer | Failure:
        """Make one attempt.

        Args:
            request: the prepared request.
            route: the way to its base URL.
            stream: leave the body unread, in ``Answer.stream``.

        Returns:
            What came, or why nothing did.

        Raises:
            ClientClosedError: the client was closed.
            asyncio.CancelledError: the task was cancelled; ``outcome`` says whether the request may have left.
        """
        if self._closed:
            raise ClientClosedError(_CLOSED)
        home = self._home()
        attempt = Attempt(request, self._configuration.max_response_headers)
        home.under_way += 1
        current.set(attempt)
        try:
            return await self._attempt(home.session, request, route, attempt, stream)
        except BaseException as error:
            # A cancellation, or something else from outside.
            attempt.abort()
            mark_sent(error, attempt.connected)
            raise
        finally:
            if attempt.watch is not None:
                attempt.watch.cancel()
            home.under_way -= 1
            if home.closing is not None and not home.under_way:
                home.closing.set()

    def discard(self, answer: Answer | Failure | None) -> None:
        """Give back the connection of an answer that nobody will read."""
        if isinstance(answer, Answer) and answer.stream is not None:
            answer.stream.close()

    async def _attempt(
        self,
        session: ClientSession,
        request: Request,
        route: Route,
        attempt: Attempt,
        stream: bool,
    ) -> Answer | Failure:
        headers = {**request.headers, **route.extra_headers} if route.extra_headers else request.headers
        deadline = request.deadline
        left = None if deadline is None else asyncio.get_running_loop().time() + max(0.001, deadline - monotonic())
        response: ClientResponse | None = None
        received, body = Headers(), None
        try:
            async with nullcontext() if left is None else timeout_at(left):
                response = await session.request(
                    request.operation.method,
                    _url(route.prefix + request.target),
                    data=_payload(request.body),
                    headers=headers,
                    allow_redirects=False,
                    timeout=_timeout(request.read_timeout),
                    **route.options,
                )
                if stream:
                    setattr(response, _CODINGS, attempt.codings)
                    return Answer(response.status, _reason(response), _headers(response), stream=response)
                received = _headers(response)
                body = self._body(received, attempt)
                await _read(response, body)
        except BELOW as error:
            if response is None or body is None:
                return classify(error, attempt)
            _salvage(response, body)
            # It may have been whole when the time was up, and only not fetched yet.
            complete = response.content.is_eof() and response.content.exception() is None
            whole = body.end(cut=None if complete else root(error), late=is_timeout(error))
        except RuntimeError as error:
            if self._closed or session.closed:
                raise ClientClosedError("the client was closed during the call") from error
            raise
        else:
            whole = body.end()
        if body.fault is not None or not response.closed:
            response.close()
        return Answer(response.status, _reason(response), received, whole, body.fault)

    def _body(self, received: Headers, attempt: Attempt) -> Body:
        limits = self._configuration.max_response_bytes, self._configuration.max_response_objects
        return Body(received.get("Content-Encoding"), limits[0], attempt.codings, limits[1])

    async def close(self) -> None:
        """Close all connections, once the attempts under way have their answers."""
        self._closed = True
        with self._lock:
            homes, self._homes = self._homes, {}
        here = asyncio.get_running_loop()
        for loop, home in homes.items():
            if loop is here:
                await home.close()
            elif loop.is_running():
                await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(home.close(), loop))

    @property
    def unclosed(self) -> bool:
        """Whether there are sessions that nobody has closed but the end of the program, which may have been first."""
        return bool(self._homes)

    def after_fork(self) -> None:
        """Forget, in a child process, the connections that belong to its parent.

        They are kept aside, not closed: a loop shares its selector with the parent's, and taking a
        socket out of it here would take it out there.
        """
        self._lock = threading.Lock()
        _abandoned.append(self._homes)
        self._homes = {}


_abandoned: list[object] = []
"""What belongs to the parent process, kept so that nothing closes it."""


def _url(text: str) -> URL:
    """Make the URL of a request, as it is; only a redirect can lead to one that needs quoting."""
    return URL(text, encoded=text.isascii() and " " not in text)


@lru_cache(maxsize=100)
def _timeout(read_timeout: float) -> ClientTimeout:
    """Give the only limit that aiohttp keeps; the others are kept here."""
    return ClientTimeout(sock_read=read_timeout)


def _payload(body: bytes | None) -> bytes | BytesIO | None:
    """Give a body to aiohttp; a large one as a file, which it writes piece by piece."""
    return body if body is None or len(body) <= _LARGE_BODY else BytesIO(body)


def _reason(response: ClientResponse) -> str:
    reason = response.reason or ""
    return printable(reason if reason.isascii() else reason.encode("utf-8", "surrogateescape").decode("latin-1"))


def _headers(response: ClientResponse) -> Headers:
    return Headers([(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.raw_headers])


async def _read(response: ClientResponse, body: Body) -> None:
    """Read a body as far as it is wanted."""
    content = response.content
    while data := await content.readany():
        if not body.feed(data):
            break


def _salvage(response: ClientResponse, body: Body) -> None:
    """Take what had arrived before a body broke off; aiohttp itself gives it to nobody then."""
    take = getattr(response.content, "_read_nowait", None)
    data = take(-1) if take is not None else b""
    if data and body.fault is None:
        body.feed(data)


class RESTResponse:
    """A raw response, for streaming: of any status, its body not read yet.

    Use it in an ``async with`` statement, or read it to its end: until then it holds a connection.

    Attributes:
        status: HTTP status.
        reason: the reason phrase.
        response: aiohttp's response.
        data: the body, once :meth:`read` was called without a size.
    """

    def __init__(
        self,
        resp: ClientResponse,
        *,
        limit: int | None = None,
        operation: str | None = None,
        host: str | None = None,
    ) -> None:
        self.response = resp
        self.status: int = resp.status
        self.reason: str = _reason(resp)
        self.data: bytes | None = None
        self.operation = operation
        self.host = host
        self._received = _headers(resp)
        codings: tuple[str, ...] = getattr(resp, _CODINGS, ())
        self._body = Body(self._received.get("Content-Encoding"), limit or 1 << 62, codings)

    @property
    def headers(self) -> Headers:
        """The headers, looked up without regard to letter case."""
        return self._received

    def getheaders(self) -> Headers:
        """Return the headers."""
        return self._received

    def getheader(self, name: str, default: str | None = None) -> str | None:
        """Return one header, or the default."""
        return self._received.get(name, default)

    async def read(self, amt: int | None = None) -> bytes:
        """Read the body, decompressed.

        Args:
            amt: bytes to take from the wire, at most; None for the whole body, which is then kept in ``data``.

        Returns:
            The bytes; empty at the end.

        Raises:
            ApiTimeoutException: no bytes came in time.
            ApiResponseException: the body was cut short or is larger than the limit.
        """
        if amt is None or amt < 0:
            if self.data is None:
                self.data = b"".join([piece async for piece in self.stream()])
            return self.data
        async for piece in self.stream(amt):
            return piece
        return b""

    async def stream(self, amt: int = _CHUNK) -> AsyncIterator[bytes]:
        """Go through the body piece by piece, decompressed.

        Args:
            amt: bytes to take from the wire at one time, at most.

        Yields:
            Pieces of the body, none empty.

        Raises:
            ApiTimeoutException: no bytes came in time.
            ApiResponseException: the body was cut short or is larger than the limit.
        """
        cut: str | None = None
        timed_out = False
        while True:
            data = b""
            try:
                data = await self.response.content.read(amt)
            except BELOW as error:
                cut, timed_out = root(error), is_timeout(error)
            except BaseException:
                self.response.close()
                raise
            wanted = bool(data) and self._body.feed(data)
            if cut is not None:
                _salvage(self.response, self._body)
            piece = self._body.take()
            if piece:
                yield piece
            if not wanted:
                break
        self._body.end(cut=cut)
        if self._body.fault is None:
            return
        self.response.close()
        kind = ApiTimeoutException if timed_out else ApiResponseException
        raise kind(
            self.status,
            self.reason,
            headers=self._received,
            operation=self.operation,
            host=self.host,
            detail=self._body.fault.detail,
        )

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self.stream()

    async def __aenter__(self) -> RESTResponse:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Give the connection back; it is closed unless the body was read to its end."""
        self.response.close()


for _public in (RESTClientObject, RESTResponse):
    _public.__module__ = "xi_sdk_resellers.aio.rest"
