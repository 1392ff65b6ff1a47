"""The blocking transport: one attempt of one request over urllib3, and the raw response.

Nothing here repeats, waits between attempts or raises for a status; ``_calls.exchange`` decides that.
Importing this module loads urllib3, so the client does so with its first call.
"""

from __future__ import annotations

import http.client
import io
import threading
import weakref
from collections.abc import Iterator, Mapping
from http.client import HTTPMessage
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from urllib3 import Timeout
from urllib3.exceptions import (
    ClosedPoolError,
    HTTPError,
)
from urllib3.response import HTTPResponse

from xi_sdk_resellers._calls.marking import mark_sent
from xi_sdk_resellers._calls.messages import Answer, Failure
from xi_sdk_resellers._process.fork import tell_after_fork
from xi_sdk_resellers._process.loading import loading
from xi_sdk_resellers._settings.origin import Origin
from xi_sdk_resellers._transport.blocking.attempt import Attempt, current
from xi_sdk_resellers._transport.blocking.failures import classify, is_timeout, root_cause
from xi_sdk_resellers._transport.blocking.pool import DISABLED, GuardedPool, SteadyTimeout, abandon, make_pool, release
from xi_sdk_resellers._transport.body import Body
from xi_sdk_resellers._transport.routes import Routes
from xi_sdk_resellers._values.text import printable
from xi_sdk_resellers.api_response import Headers
from xi_sdk_resellers.exceptions import (
    ApiResponseException,
    ApiTimeoutException,
    ClientClosedError,
)

if TYPE_CHECKING:
    from urllib3 import HTTPConnectionPool
    from urllib3.response import BaseHTTPResponse

    from xi_sdk_resellers._calls.messages import Request
    from xi_sdk_resellers._transport.blocking.response import GuardedResponse
    from xi_sdk_resellers.configuration import Configuration

_CHUNK = 256 * 1024


_BELOW = (HTTPError, OSError, http.client.HTTPException, ValueError)
"""What the layers below raise for an exchange that fails."""


class Route:
    """The way to one base URL: its parts, the proxy, and the pool once there is one."""

    __slots__ = ("extra_headers", "origin", "pool", "prefix", "proxy")

    def __init__(self, origin: Origin, proxy: str | None) -> None:
        self.origin: Origin = origin
        self.proxy: str | None = proxy
        self.pool: HTTPConnectionPool | None = None
        self.extra_headers: dict[str, str] = {}
        # A proxy for plain http wants whole URLs on the request line.
        absolute = proxy is not None and origin.scheme == "http"
        self.prefix: str = f"http://{origin.netloc}{origin.base_path}" if absolute else origin.base_path


class RESTClientObject(Routes[Route]):
    """Sends requests over pooled connections. Safe to share between threads, and across forks.

    Args:
        configuration: TLS, proxy, pool size and limits.
    """

    def __init__(self, configuration: Configuration) -> None:
        super().__init__(configuration)
        self._timeouts: dict[tuple[float, float], Timeout] = {}
        self._lock = threading.Lock()
        self._closed = False
        tell_after_fork(self)

    def _make_route(self, origin: Origin, proxy: str | None) -> Route:
        return Route(origin, proxy)

    def _pool(self, route: Route) -> HTTPConnectionPool:
        """Make the pool of a route, once, and not while the process forks: OpenSSL has locks of its own."""
        with loading, self._lock:
            if self._closed:
                raise ClientClosedError("the client was closed: make a new ApiClient")
            if route.pool is None:
                route.pool, route.extra_headers = make_pool(route.origin, route.proxy, self._configuration)
            return route.pool

    def _timeout(self, request: Request, left: float | None) -> Timeout:
        """Give the timeouts of an attempt, none longer than what the call has left."""
        connect, read = request.connect_timeout, request.read_timeout
        if left is not None and (left < connect or left < read):
            return SteadyTimeout(connect=min(connect, left), read=min(read, left))
        found = self._timeouts.get((connect, read))
        if found is None:
            found = SteadyTimeout(connect=connect, read=read)
            if len(self._timeouts) < 100:
                self._timeouts[connect, read] = found
        return found

    def send(self, request: Request, route: Route, *, stream: bool = False) -> Answer | Failure:
        """Make one attempt.

        Args:
            request: the prepared request.
            route: the way to its base URL.
            stream: leave the body unread, in ``Answer.stream``.

        Returns:
            What came, or why nothing did.

        Raises:
            ClientClosedError: the client was closed.
        """
        pool = route.pool or self._pool(route)
        attempt = Attempt(request, self._configuration.max_response_headers, stream=stream)
        left = None if attempt.deadline is None else max(0.001, attempt.deadline - monotonic())
        headers = {**request.headers, **route.extra_headers} if route.extra_headers else request.headers
        try:
            try:
                current.set(attempt)
                response = pool.urlopen(
                    request.operation.method,
                    route.prefix + request.target,
                    body=request.body,
                    headers=headers,
                    retries=DISABLED,
                    redirect=False,
                    assert_same_host=False,
                    timeout=self._timeout(request, left),
                    pool_timeout=cast("Any", left),
                    preload_content=False,
                    decode_content=False,
                )
                if stream:
                    attempt.deadline = None
                    # Whoever gets it may lose it: then its place is free again.
                    weakref.finalize(response, _cut, pool, attempt).atexit = False
                    return Answer(response.status, _reason(response), _headers(response.headers), stream=response)
                return self._read(response, attempt)
            except ClosedPoolError as error:
                raise ClientClosedError("the client was closed during the call") from error
            except _BELOW as error:
                _cut(pool, attempt)
                return classify(error, attempt)
        except BaseException as error:
            # From outside, as Ctrl-C is: it may have struck anywhere, also in the lines above.
            _cut(pool, attempt)
            mark_sent(error, attempt.connected)
            raise
        finally:
            current.set(None)
            attempt.response = None  # it knows the attempt, too, and garbage collection is expensive

    def discard(self, answer: Answer | Failure | None) -> None:
        """Give back the connection of an answer that nobody will read."""
        if isinstance(answer, Answer) and answer.stream is not None:
            answer.stream.close()
            release(answer.stream)

    def _read(self, response: BaseHTTPResponse, attempt: Attempt) -> Answer:
        """Read the whole body, within the size limit."""
        ours = isinstance(response, HTTPResponse)
        raw = attempt.response if ours else None
        headers = _headers(response.headers) if raw is None else raw.fields.joined
        body = Body(
            headers.get("Content-Encoding"),
            self._configuration.max_response_bytes,
            () if raw is None else raw.codings,
            self._configuration.max_response_objects,
        )
        cut, late = None, False
        try:
            missing = raw is None or self._read_directly(raw, body)
            while missing and (data := _piece(response, _CHUNK)):
                if not body.feed(data):
                    break
        except _BELOW as error:
            cut, late = root_cause(error), is_timeout(error)
        whole = body.end(cut=cut, late=late)
        if body.fault is not None:
            response.close()
        release(response)
        return Answer(response.status, _reason(response), headers, whole, body.fault)

    def _read_directly(self, raw: GuardedResponse, body: Body) -> bool:
        """Read a body of known length past urllib3, which would copy and count it; say whether more is to come."""
        if raw.chunked or raw.length is None or raw.length > self._configuration.max_response_bytes:
            return True
        while raw.length:
            data = raw.read1(raw.length)
            if not data:
                raise http.client.IncompleteRead(b"", raw.length)
            if not body.feed(data):
                return False
        raw.read(0)  # makes http.client see that this was the end
        return False

    def close(self) -> None:
        """Close all connections. Calls that wait for an answer still get it."""
        with self._lock:
            self._closed = True
            routes, self._routes = list(self._routes.values()), {}
        for route in routes:
            if route.pool is not None:
                route.pool.close()

    def after_fork(self) -> None:
        """Forget, in a child process, the connections and locks that belong to its parent."""
        self._lock = threading.Lock()
        for route in self._routes.values():
            if route.pool is not None:
                abandon(route.pool)
                route.pool = None
        current.set(None)


def _cut(pool: HTTPConnectionPool, attempt: Attempt) -> None:
    """End an attempt wherever it is: its connection is cut, and its place in the pool is free again."""
    if isinstance(pool, GuardedPool):
        pool.take_back(attempt)


def _reason(response: BaseHTTPResponse) -> str:
    return printable(response.reason or "")


def _headers(received: Mapping[str, str] | HTTPMessage) -> Headers:
    return Headers(received.items())


def _piece(response: BaseHTTPResponse, amt: int) -> bytes:
    """Read the next bytes as they came from the wire, without waiting for more than there are."""
    if isinstance(response, HTTPResponse):
        return response.read1(amt, decode_content=False)
    return response.read(amt)  # a recorder's own response, which knows less than urllib3's


class RESTResponse(io.IOBase):
    """A raw response, for streaming: of any status, its body not read yet.

    Use it in a ``with`` statement, or read it to its end: until then it holds a connection.

    Attributes:
        status: HTTP status.
        reason: the reason phrase.
        response: urllib3's response.
        data: the body, once :meth:`read` was called without a size.
    """

    def __init__(
        self,
        resp: BaseHTTPResponse,
        *,
        limit: int | None = None,
        operation: str | None = None,
        host: str | None = None,
    ) -> None:
        self.response = resp
        self.status: int = resp.status
        self.reason: str | None = _reason(resp)
        self.data: bytes | None = None
        self.operation = operation
        self.host = host
        self._received = _headers(resp.headers)
        codings: tuple[str, ...] = getattr(getattr(resp, "_original_response", None), "codings", ())
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

    def readable(self) -> bool:
        """Return True."""
        return True

    def read(self, amt: int | None = None) -> bytes:
        """Read the body, decompressed.

        Args:
            amt: most bytes to return; None for all of it, which is then kept in ``data``.

        Returns:
            The bytes; empty at the end.

        Raises:
            ApiTimeoutException: no bytes came in time.
            ApiResponseException: the body was cut short or is larger than the limit.
        """
        if amt is None or amt < 0:
            if self.data is None:
                self.data = b"".join(self.stream())
            return self.data
        return next(self.stream(amt), b"") if amt else b""

    def stream(self, amt: int = _CHUNK) -> Iterator[bytes]:
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
            try:
                data = _piece(self.response, amt)
            except _BELOW as error:
                cut, data = root_cause(error), b""
                timed_out = is_timeout(error)
            except BaseException:
                self.close()
                raise
            wanted = bool(data) and self._body.feed(data)
            piece = self._body.take()
            if piece:
                yield piece
            if not wanted:
                break
        self._body.end(cut=cut)
        if self._body.fault is not None:
            self.response.close()
        release(self.response)
        if self._body.fault is not None:
            kind = ApiTimeoutException if timed_out else ApiResponseException
            raise kind(
                self.status,
                self.reason,
                headers=self._received,
                operation=self.operation,
                host=self.host,
                detail=self._body.fault.detail,
            )

    def close(self) -> None:
        """Give the connection back; it is closed unless the body was read to its end."""
        if not self.closed:
            self.response.close()
            release(self.response)
            super().close()


for _public in (RESTClientObject, RESTResponse):
    _public.__module__ = "xi_sdk_resellers.rest"
