"""The blocking transport: one attempt of one request over urllib3, and the raw response.

Nothing here repeats, waits between attempts or raises for a status; ``_exchange`` decides that.
Importing this module loads urllib3, so the client does so with its first call.
"""

from __future__ import annotations

import http.client
import io
import os
import ssl
import threading
from collections.abc import Iterator, Mapping
from http.client import HTTPMessage
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from urllib3 import Timeout
from urllib3.exceptions import (
    ClosedPoolError,
    ConnectTimeoutError,
    EmptyPoolError,
    HTTPError,
    InvalidHeader,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.response import HTTPResponse
from urllib3.util.ssl_match_hostname import CertificateError

from xi_sdk_resellers._exchange import Answer, Failure
from xi_sdk_resellers._fork import tell_after_fork
from xi_sdk_resellers._inflate import Body
from xi_sdk_resellers._origin import Origin, choose_proxy, parse_origin, parse_proxy
from xi_sdk_resellers._origin import may_carry_token as may_carry_token_over
from xi_sdk_resellers._pool import DISABLED, Attempt, abandon, current, make_pool, release
from xi_sdk_resellers.api_response import Headers
from xi_sdk_resellers.exceptions import (
    ApiException,
    ApiResponseException,
    ApiTimeoutException,
    ApiTypeError,
    ApiValueError,
    ClientClosedError,
)

if TYPE_CHECKING:
    from urllib3 import HTTPConnectionPool
    from urllib3.response import BaseHTTPResponse

    from xi_sdk_resellers._request import Request
    from xi_sdk_resellers.configuration import Configuration

__all__ = ["ApiException", "ApiTypeError", "ApiValueError", "RESTClientObject", "RESTResponse"]

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


class RESTClientObject:
    """Sends requests over pooled connections. Safe to share between threads, and across forks.

    Args:
        configuration: TLS, proxy, pool size and limits.
    """

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._routes: dict[tuple[str, str | None], Route] = {}
        self._timeouts: dict[tuple[float, float], Timeout] = {}
        self._lock = threading.Lock()
        self._closed = False
        tell_after_fork(self)

    def route(self, base_url: str) -> Route:
        """Find the way to a base URL.

        Args:
            base_url: ``https://…``, with or without a base path.

        Returns:
            The way; the same one for the same URL.

        Raises:
            ApiValueError: the URL or the proxy's URL makes no sense.
        """
        key = (base_url, self._configuration.proxy)
        found = self._routes.get(key)
        if found is None:
            origin = parse_origin(base_url)
            proxy = choose_proxy(origin, self._configuration.proxy, os.environ)
            if proxy is not None:
                parse_proxy(proxy)
            found = self._routes.setdefault(key, Route(origin, proxy))
        return found

    def may_carry_token(self, route: Route) -> bool:
        """Tell whether a token or secret may be sent on a route."""
        if route.origin.scheme == "https":
            return True
        return may_carry_token_over(route.origin, route.proxy, allow_insecure=self._configuration.allow_insecure_http)

    def _pool(self, route: Route) -> HTTPConnectionPool:
        """Make the pool of a route, once."""
        with self._lock:
            if self._closed:
                raise ClientClosedError("the client was closed: make a new ApiClient")
            if route.pool is None:
                route.pool, route.extra_headers = make_pool(route.origin, route.proxy, self._configuration)
            return route.pool

    def _timeout(self, request: Request, left: float | None) -> Timeout:
        """Give the timeouts of an attempt, none longer than what the call has left."""
        connect, read = request.connect_timeout, request.read_timeout
        if left is not None and (left < connect or left < read):
            return Timeout(connect=min(connect, left), read=min(read, left))
        found = self._timeouts.get((connect, read))
        if found is None:
            found = Timeout(connect=connect, read=read)
            if len(self._timeouts) < 100:
                self._timeouts[connect, read] = found
        return found

    def send(self, request: Request, route: Route, deadline: float | None, *, stream: bool = False) -> Answer | Failure:
        """Make one attempt.

        Args:
            request: the prepared request.
            route: the way to its base URL.
            deadline: when the whole call ends, by ``time.monotonic()``; None for never.
            stream: leave the body unread, in ``Answer.stream``.

        Returns:
            What came, or why nothing did.

        Raises:
            ClientClosedError: the client was closed.
        """
        pool = route.pool or self._pool(route)
        left = None if deadline is None else max(0.001, deadline - monotonic())
        headers = {**request.headers, **route.extra_headers} if route.extra_headers else request.headers
        attempt = Attempt(deadline, request.read_timeout, mutation=not request.repeatable)
        current.set(attempt)
        try:
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
                return Answer(response.status, response.reason or "", _headers(response.headers), stream=response)
            return self._read(response, attempt)
        except ClosedPoolError as error:
            raise ClientClosedError("the client was closed during the call") from error
        except _BELOW as error:
            if attempt.response is not None:
                attempt.response.close()
            return classify(error, attempt)
        finally:
            current.set(None)

    def _read(self, response: BaseHTTPResponse, attempt: Attempt) -> Answer:
        """Read the whole body, within the size limit."""
        ours = isinstance(response, HTTPResponse)
        headers = _headers(attempt.response.msg if ours and attempt.response else response.headers)
        body = Body(headers.get("Content-Encoding"), self._configuration.max_response_bytes)
        cut, late = None, False
        try:
            missing = not ours or self._read_directly(attempt, body)
            while missing and (data := _piece(response, _CHUNK)):
                if not body.feed(data):
                    break
        except _BELOW as error:
            cut, late = _root(error), _is_timeout(error)
        whole = body.end(cut=cut, late=late)
        if body.fault is not None:
            response.close()
        release(response)
        return Answer(response.status, response.reason or "", headers, whole, body.fault)

    def _read_directly(self, attempt: Attempt, body: Body) -> bool:
        """Read a body of known length past urllib3, which would copy and count it; say whether more is to come."""
        raw = attempt.response
        if raw is None or raw.chunked or raw.length is None or raw.length > self._configuration.max_response_bytes:
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


def _headers(received: Mapping[str, str] | HTTPMessage) -> Headers:
    return Headers(received.items())


def _piece(response: BaseHTTPResponse, amt: int) -> bytes:
    """Read the next bytes as they came from the wire, without waiting for more than there are."""
    if isinstance(response, HTTPResponse):
        return response.read1(amt, decode_content=False)
    return response.read(amt)  # a recorder's own response, which knows less than urllib3's


def _root(error: BaseException) -> str:
    """Say what was at the bottom of an error, without the names of hosts, pools and objects."""
    seen = 0
    while seen < 10:
        below = error.__cause__ or next((item for item in error.args if isinstance(item, BaseException)), None)
        if below is None or below is error:
            break
        error, seen = below, seen + 1
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Walk from an error to what caused it."""
    for _ in range(10):
        yield error
        below = error.__cause__ or next((item for item in error.args if isinstance(item, BaseException)), None)
        if below is None or below is error:
            return
        error = below


def _is_timeout(error: BaseException) -> bool:
    """Tell whether an error while reading is for lack of time."""
    return any(isinstance(item, (ReadTimeoutError, TimeoutError)) for item in _chain(error))


def _is_garbage(error: BaseException) -> bool:
    """Tell bytes that are no HTTP from a connection that broke off."""
    return isinstance(error, (http.client.HTTPException, InvalidHeader)) and not isinstance(error, ConnectionError)


def classify(error: BaseException, attempt: Attempt) -> Failure:
    """Say what kind of failure the layers below have met.

    Args:
        error: what they raised.
        attempt: how far the attempt had got.

    Returns:
        The failure.
    """
    detail = _root(error)
    if isinstance(error, EmptyPoolError):
        return Failure("pool", False, True, "all connections of the pool are in use", error)
    chain = list(_chain(error))
    # A refused connection is a ConnectTimeoutError to urllib3, by inheritance only.
    timed_out = any(
        isinstance(item, (ReadTimeoutError, ConnectTimeoutError, TimeoutError))
        and not isinstance(item, NewConnectionError)
        for item in chain
    )
    if attempt.connected:
        if timed_out:
            return Failure("timeout", True, True, detail, error)
        garbage = any(_is_garbage(item) for item in chain)
        return Failure("garbage" if garbage else "lost", True, False, detail, error)
    if any(isinstance(item, ProxyError) for item in chain):
        return Failure("proxy", False, timed_out, detail, error)
    if any(isinstance(item, (ssl.SSLCertVerificationError, CertificateError)) for item in chain):
        return Failure("certificate", False, False, detail, error)
    tls = any(isinstance(item, (SSLError, ssl.SSLError)) for item in chain)
    broken_off = isinstance(error, ProtocolError) and not isinstance(error, NewConnectionError)
    return Failure("tls" if tls or (broken_off and not timed_out) else "connect", False, timed_out, detail, error)


class RESTResponse(io.IOBase):
    """A raw response, for streaming: of any status, its body not read yet.

    Use it in a ``with`` statement, or read it to its end: until then it holds a connection.

    Attributes:
        status: HTTP status.
        reason: the reason phrase.
        response: urllib3's response.
        data: the body, once :meth:`read` was called without a size.
    """

    def __init__(self, resp: BaseHTTPResponse, *, limit: int | None = None, operation: str | None = None) -> None:
        self.response = resp
        self.status: int = resp.status
        self.reason: str | None = resp.reason
        self.data: bytes | None = None
        self.operation = operation
        self._received = _headers(resp.headers)
        self._body = Body(self._received.get("Content-Encoding"), limit or 1 << 62)

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
                cut, data = _root(error), b""
                timed_out = _is_timeout(error)
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
                detail=self._body.fault.detail,
            )

    def close(self) -> None:
        """Give the connection back; it is closed unless the body was read to its end."""
        if not self.closed:
            self.response.close()
            release(self.response)
            super().close()
