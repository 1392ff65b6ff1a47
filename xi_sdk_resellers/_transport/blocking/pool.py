"""urllib3 connection pools that keep to a call's time budget and know whether anything was sent.

What is added sits in four places:

* ``_validate_conn`` connects before the request is written, and notes that from then on bytes may
  have left.
* ``response_class`` of each connection is :class:`GuardedResponse`, which limits every single read
  to the time that the call has left, skips 1xx answers, and takes a connection out of use when
  bytes follow the end of an answer.
* ``_get_conn`` does not give a change a connection that was idle for long: servers close those,
  and a request that crosses with the closing has an unknown outcome.
* ``ConnectionCls`` is urllib3's own class with shorter ways for headers, see ``_connection``. Where a
  tool has replaced urllib3's class, to record or to instrument calls, the tool's class is used.
"""

from __future__ import annotations

import contextlib
import http.client
import io
import socket
import threading
from contextvars import ContextVar
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

import urllib3

from xi_sdk_resellers._calls.messages import MAX_IDLE_FOR_CHANGES, MAX_INFORMATIONAL
from xi_sdk_resellers._settings.origin import Origin
from xi_sdk_resellers._transport.blocking.connection import SteadyTLSSocket, frame, read_fields, short
from xi_sdk_resellers._transport.proxy import proxy_settings

if TYPE_CHECKING:
    from xi_sdk_resellers.configuration import Configuration
from xi_sdk_resellers._transport.tls import make_context

if TYPE_CHECKING:
    from xi_sdk_resellers.configuration import Configuration

DISABLED = urllib3.Retry(False)
"""urllib3's own retries, off: it repeats nothing and raises everything."""


class Attempt:
    """What the connection must know of the attempt that uses it, and tells about it."""

    __slots__ = ("changes", "connected", "deadline", "read_timeout", "response")

    def __init__(self, deadline: float | None, read_timeout: float, changes: bool) -> None:
        self.deadline: float | None = deadline
        self.read_timeout: float = read_timeout
        self.changes: bool = changes
        self.connected: bool = False
        self.response: GuardedResponse | None = None

    def timeout(self) -> float:
        """Seconds that the next read or write may take."""
        if self.deadline is None:
            return self.read_timeout
        left = self.deadline - monotonic()
        if left <= 0:
            raise TimeoutError("the time for the whole call is used up")
        return min(left, self.read_timeout)


current: ContextVar[Attempt | None] = ContextVar("attempt", default=None)
"""The attempt that is made right now: by this thread, or by this greenlet, even if gevent was started late."""


_TLS_ALERT = 21
"""The first byte of a TLS record that is an alert."""


class _TimedReader(io.RawIOBase):
    """Reads a socket, no single read longer than the call has time left."""

    def __init__(self, raw: Any, sock: socket.socket, attempt: Attempt | None) -> None:
        self._raw = raw
        self._sock = sock
        self._attempt = attempt
        self.in_head = True
        self.begun = False
        self.drained = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if self.drained:
            return 0
        if self._attempt is not None:
            self._sock.settimeout(self._attempt.timeout())
        taken = self._sock.recv_into(buffer)
        if self.in_head:
            if taken == 0:
                # http.client would take this for the end of the headers, and the answer for whole.
                raise ConnectionResetError("the connection was closed before the end of the headers")
            if not self.begun and buffer[0] == _TLS_ALERT:
                # What a port for https says to plain http; it has no line end, which http.client would wait for.
                raise http.client.BadStatusLine("a TLS alert")
            self.begun = True
        return taken

    def close(self) -> None:
        if not self.closed:
            self._raw.close()
            super().close()


class GuardedResponse(http.client.HTTPResponse):
    """An answer on the wire. See the top of this module."""

    status: int
    reason: str
    msg: http.client.HTTPMessage

    def __init__(self, sock: Any, debuglevel: int = 0, method: str | None = None, url: str | None = None) -> None:
        self._guarded_socket = sock
        self._attempt = attempt = current.get()
        if attempt is not None:
            attempt.response = self
        super().__init__(cast("Any", self), debuglevel, method, url)

    def makefile(self, mode: str) -> io.BufferedReader:
        """Open the socket for reading; http.client asks for it."""
        self._reader = _TimedReader(
            self._guarded_socket.makefile(mode, buffering=0), self._guarded_socket, self._attempt
        )
        return io.BufferedReader(self._reader)

    def begin(self) -> None:
        """Read the status line and the headers, past any 1xx answers."""
        for _ in range(MAX_INFORMATIONAL + 1):
            version, status, reason = cast("tuple[str, int, str]", self._read_status())  # type: ignore[attr-defined]
            headers = read_fields(self.fp)
            if not 100 <= status < 200 or status == 101:
                break
        else:
            raise http.client.HTTPException(f"more than {MAX_INFORMATIONAL} informational answers")
        if not version.startswith("HTTP/1.") and version != "HTTP/0.9":
            raise http.client.UnknownProtocol(version)
        self.version = 10 if version in ("HTTP/1.0", "HTTP/0.9") else 11
        self.code = self.status = status
        self.reason = reason.strip()
        self.headers = self.msg = headers
        frame(self, headers)
        self._reader.in_head = False

    def _close_conn(self) -> None:
        """Finish reading; bytes beyond the end would be taken for the next answer."""
        reader, fp = self._reader, self.fp
        reader.drained = True
        pending = getattr(self._guarded_socket, "pending", None)
        if not fp.closed and (fp.peek(1) or (pending is not None and pending())):
            with contextlib.suppress(OSError):
                self._guarded_socket.shutdown(socket.SHUT_RDWR)
        super()._close_conn()  # type: ignore[misc]


def _guard(connection: Any) -> Any:
    """Let a new connection read answers the guarded way."""
    connection.response_class = GuardedResponse
    return connection


def _not_idle(connection: Any) -> Any:
    """Close a connection that was idle for too long for the change that gets it; it connects anew."""
    attempt = current.get()
    if attempt is not None and attempt.changes:
        used: float | None = getattr(connection, "last_used", None)
        if used is not None and monotonic() - used > MAX_IDLE_FOR_CHANGES:
            connection.close()
    return connection


def _connected(conn: Any) -> None:
    """Connect before the request is written, and note that bytes may leave from now on."""
    if conn.is_closed:
        conn.connect()
    attempt = current.get()
    if attempt is not None:
        # urllib3 would write the request within the time that is for connecting.
        conn.timeout = attempt.timeout()
        attempt.connected = True


class GuardedPool(urllib3.HTTPConnectionPool):
    """What both kinds of pools add to urllib3's. See the top of this module."""

    @property
    def ConnectionCls(self) -> Any:  # type: ignore[override] # noqa: N802 - urllib3's name
        """The class of the connections."""
        return short(super().ConnectionCls)

    def _new_conn(self) -> Any:
        return _guard(super()._new_conn())

    def _get_conn(self, timeout: float | None = None) -> Any:
        return _not_idle(super()._get_conn(timeout))

    def _put_conn(self, conn: Any) -> None:
        if conn is not None:
            conn.last_used = monotonic()
        super()._put_conn(conn)

    def put_back(self, conn: Any) -> None:
        """Take a connection back. See :func:`release`."""
        self._put_conn(conn)

    def _validate_conn(self, conn: Any) -> None:
        _connected(conn)


class HTTPPool(GuardedPool):
    """Connections over plain http."""


class HTTPSPool(GuardedPool, urllib3.HTTPSConnectionPool):  # type: ignore[override]
    """Connections over TLS."""


def make_pool(
    origin: Origin, proxy: str | None, configuration: Configuration
) -> tuple[urllib3.HTTPConnectionPool, dict[str, str]]:
    """Make the pool for a base URL.

    Args:
        origin: the base URL.
        proxy: URL of the proxy, or None.
        configuration: TLS, proxy headers and pool size.

    Returns:
        The pool, and headers that each request through it needs in addition.

    Raises:
        ApiValueError: a TLS or proxy setting cannot be used.
    """
    options: dict[str, Any] = {"maxsize": configuration.connection_pool_maxsize, "block": True}
    if configuration.socket_options is not None:
        options["socket_options"] = configuration.socket_options
    if origin.scheme == "https" or (proxy is not None and proxy.startswith("https://")):
        tls = pool_options(configuration)
    else:
        tls = {}
    if proxy is None:
        kind = HTTPSPool if origin.scheme == "https" else HTTPPool
        return kind(origin.host, origin.port, **options, **tls), {}
    return _make_proxied_pool(origin, proxy, configuration, {**options, **tls})


def _make_proxied_pool(
    origin: Origin, proxy: str, configuration: Configuration, options: dict[str, Any]
) -> tuple[urllib3.HTTPConnectionPool, dict[str, str]]:
    """Make a pool that goes through a proxy: a tunnel for https, whole URLs for plain http."""
    url, proxy_headers = proxy_settings(proxy, configuration.proxy_headers)
    context = options.pop("ssl_context", None)
    manager = urllib3.ProxyManager(
        url, proxy_headers=proxy_headers, proxy_ssl_context=context if url.startswith("https") else None, **options
    )
    classes: dict[str, Any] = {"http": HTTPPool, "https": HTTPSPool}
    manager.pool_classes_by_scheme = classes
    if origin.scheme == "https" and context is not None:
        manager.connection_pool_kw["ssl_context"] = context
    pool = manager.connection_from_host(origin.host, origin.port, origin.scheme)
    if origin.scheme == "https":
        return pool, {}
    return pool, {**proxy_headers, "Host": origin.netloc}


def release(response: Any) -> None:
    """Give the connection of a response back to its pool.

    Recorders put responses of their own in place of urllib3's. Those do not give connections back,
    so that a pool would run out of them.
    """
    if isinstance(response, urllib3.HTTPResponse):
        response.release_conn()
        return
    pool, connection = getattr(response, "_pool", None), getattr(response, "_connection", None)
    if isinstance(pool, GuardedPool) and connection is not None:
        response._connection = None
        pool.put_back(connection)


def abandon(pool: urllib3.HTTPConnectionPool) -> None:
    """Let go, in a child process, of a pool that its parent goes on using.

    A thread of the parent may have held the queue's lock at the moment of the fork; nobody is left
    here to release it. So the locks are made new before the child's copies of the sockets are
    closed, which sends nothing: the parent's connections stay open.
    """
    queue = pool.pool
    if queue is not None:
        queue.mutex = threading.Lock()
        queue.not_empty = threading.Condition(queue.mutex)
        queue.not_full = threading.Condition(queue.mutex)
        queue.all_tasks_done = threading.Condition(queue.mutex)
    pool.close()


def pool_options(configuration: Configuration) -> dict[str, Any]:
    """Give the TLS options of a urllib3 pool."""
    context = make_context(configuration)
    context.sslsocket_class = SteadyTLSSocket
    options: dict[str, Any] = {
        "ssl_context": context,
        "cert_reqs": "CERT_REQUIRED" if configuration.verify_ssl else "CERT_NONE",
    }
    if configuration.assert_hostname not in (None, True):
        options["assert_hostname"] = configuration.assert_hostname
    if configuration.tls_server_name is not None:
        options["server_hostname"] = configuration.tls_server_name
    return options
