"""urllib3 connection pools that keep to a call's time budget and know whether anything was sent.

What is added sits in five places:

* ``_get_conn`` starts the time for connecting, and does not give a change a connection that was idle for long: servers
  close those, and a request that crosses with the closing has an unknown outcome.
* ``_validate_conn`` connects before the request is written, and notes that from then on bytes may have left.
* ``QueueCls`` is :class:`Places`, so that no exception from outside takes a place of the pool away.
* ``response_class`` of each connection is :class:`GuardedResponse`.
* ``ConnectionCls`` is urllib3's own class with shorter ways for headers, see ``connection``. Where a tool has replaced
  urllib3's class, to record or to instrument calls, the tool's class is used.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

import urllib3

from xi_sdk_resellers._calls.messages import MAX_IDLE_FOR_CHANGES
from xi_sdk_resellers._settings.origin import Origin
from xi_sdk_resellers._transport.blocking.attempt import Attempt, current
from xi_sdk_resellers._transport.blocking.connection import SteadyTLSSocket, short
from xi_sdk_resellers._transport.blocking.places import Places
from xi_sdk_resellers._transport.blocking.response import GuardedResponse
from xi_sdk_resellers._transport.proxy import proxy_settings
from xi_sdk_resellers._transport.tls import make_context

if TYPE_CHECKING:
    from xi_sdk_resellers.configuration import Configuration

DISABLED = urllib3.Retry(False)
"""urllib3's own retries, off: it repeats nothing and raises everything."""


class SteadyTimeout(urllib3.Timeout):
    """The two timeouts of an attempt. urllib3 copies them twice, to count how long connecting takes: we do that."""

    def clone(self) -> SteadyTimeout:
        """Give these, since nothing is counted in them."""
        return self

    def start_connect(self) -> float:
        """Count nothing."""
        return 0.0


class GuardedPool(urllib3.HTTPConnectionPool):
    """What both kinds of pools add to urllib3's. See the top of this module."""

    QueueCls: Any = Places

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.places: Places = self.pool  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]

    @property
    def ConnectionCls(self) -> Any:  # type: ignore[override] # noqa: N802 - urllib3's name
        """The class of the connections."""
        return short(super().ConnectionCls)

    def _new_conn(self) -> Any:
        connection: Any = super()._new_conn()
        connection.response_class = GuardedResponse
        connection.attempt = attempt = current.get()
        if attempt is not None:
            attempt.connection = connection
        return connection

    def _get_conn(self, timeout: float | None = None) -> Any:
        connection: Any = super()._get_conn(timeout)
        attempt = current.get()
        if attempt is not None:
            used: float | None = getattr(connection, "last_used", None)
            if attempt.changes and used is not None and monotonic() - used > MAX_IDLE_FOR_CHANGES:
                connection.close()  # it connects anew
            if connection.is_closed:
                attempt.begin_connecting()
        return connection

    def _put_conn(self, conn: Any) -> None:
        if conn is not None:
            conn.last_used = monotonic()
        super()._put_conn(conn)

    def put_back(self, conn: Any) -> None:
        """Take a connection back. See :func:`release`."""
        self._put_conn(conn)

    def take_back(self, attempt: Attempt) -> None:
        """Take the place of an attempt back and cut its connection, however far it had got."""
        connection = self.places.take_back(attempt)
        if connection is not None:
            connection.close()

    def close(self) -> None:
        """Close the connections that are not in use. Who waits for one gets none any more."""
        super().close()
        self.places.close()

    def _validate_conn(self, conn: Any) -> None:
        """Connect before the request is written, and note that bytes may leave from now on."""
        if conn.is_closed:
            conn.connect()
        attempt = current.get()
        if attempt is not None:
            attempt.connect_deadline = None
            # urllib3 would write the request within the time that is for connecting.
            conn.timeout = attempt.timeout()
            attempt.connected = True


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

    Closing the child's copies of the sockets sends nothing: the parent's connections stay open.
    """
    if isinstance(pool, GuardedPool):
        pool.places.after_fork()
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
