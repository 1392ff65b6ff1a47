"""Connections that keep to the time of a call while they are made, and send a small request in a short way.

Each header that is sent over urllib3 passes three functions. Ordinary headers are written all at once here; whatever is
out of the ordinary still takes the long way, so that nothing is sent in another way than before. A request and its body
leave in one piece, which saves a system call and, on the other side, a wake-up.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import sys
from collections.abc import Mapping
from typing import Any, cast

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError, ProxyError
from urllib3.response import HTTPResponse

from xi_sdk_resellers._transport.blocking.attempt import current
from xi_sdk_resellers._transport.blocking.dial import dial
from xi_sdk_resellers._transport.blocking.fields import LateHeaders
from xi_sdk_resellers._transport.blocking.response import GuardedResponse
from xi_sdk_resellers._values.hidden import hidden

_ALWAYS = frozenset({"accept-encoding", "user-agent"})
"""Headers that urllib3 adds when they are missing."""
_FRAMING = frozenset({"content-length", "transfer-encoding"})
_WITHOUT_BODY = frozenset({"GET", "DELETE"})
"""Methods that say nothing about a body which they don't have."""
_SKIPPED = "@@@"
"""How urllib3's word begins for a header that is to be left out."""

_PLAIN: type[socket.socket] = socket.socket
"""Python's own class, as it was when :class:`SteadySocket` was made from it. gevent may replace it later."""


class _Steady:
    """Changes a socket's timeout only when it is another one.

    urllib3 sets it twice for each request. Every time is a system call, at which a thread hands the
    interpreter over to another.
    """

    __slots__ = ()

    def settimeout(self: Any, value: float | None) -> None:
        """Set how long reading and writing may take, in seconds."""
        if value != self.gettimeout():
            super().settimeout(value)  # type: ignore[misc]


class SteadySocket(_Steady, socket.socket):
    """A plain connection."""

    __slots__ = ()


class SteadyTLSSocket(_Steady, ssl.SSLSocket):
    """A connection over TLS."""


def steady(sock: Any) -> Any:
    """Make a new socket steady; one of another class than Python's own is somebody's, and left alone."""
    if type(sock) is not _PLAIN:
        return sock
    timeout = sock.gettimeout()
    made = SteadySocket(sock.family, sock.type, sock.proto, fileno=sock.detach())
    made.settimeout(timeout)
    return made


class _Held(list[bytes]):
    """The lines of a request, a token among them. It does not show them."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{len(self)} lines>"


class _Asked:
    """What urllib3 wants to know when the answer comes, by its names."""

    def __init__(
        self,
        method: str,
        url: str,
        *,
        chunked: bool = False,
        preload_content: bool = True,
        decode_content: bool = True,
        enforce_content_length: bool = True,
    ) -> None:
        self.request_method = method
        self.request_url = url
        self.preload_content = preload_content
        self.decode_content = decode_content
        self.enforce_content_length = enforce_content_length


class ShortHTTPConnection(HTTPConnection):
    """A connection over plain http."""

    _held: list[bytes] | None = None

    attempt: object = None
    """Who uses it, or has used it last."""
    last_used: float | None = None

    def _new_conn(self) -> Any:
        attempt = current.get()
        if attempt is None:
            return steady(super()._new_conn())
        options: Any = self.socket_options
        try:
            made = dial(self._dns_host, self.port, attempt.timeout, options)
        except socket.gaierror as error:
            raise NameResolutionError(self.host, self, error) from error
        except TimeoutError as error:
            raise ConnectTimeoutError(self, "the time for making a connection is used up") from error
        except OSError as error:
            raise NewConnectionError(self, str(error)) from error
        sys.audit("http.client.connect", self, self.host, self.port)
        return steady(made)

    def _tunnel(self) -> None:
        """Ask the proxy for a tunnel; http.client does that differently in each version of Python."""
        raw = cast("Any", self)
        host = raw._tunnel_host.encode("idna").decode("ascii").strip("[]")
        place = f"[{host}]:{raw._tunnel_port}" if ":" in host else f"{host}:{raw._tunnel_port}"
        headers = {"Host": place, **raw._tunnel_headers}
        lines = _Held([f"CONNECT {place} HTTP/1.1".encode("latin-1")])
        lines += [f"{name}: {value}".encode("latin-1") for name, value in headers.items()]
        self.send(hidden(b"\r\n".join([*lines, b"", b""])))
        response = GuardedResponse(self.sock, method="CONNECT")
        try:
            _, status, reason, _ = response.read_head()
            said = None if 200 <= status < 300 else f"the proxy answered {status} {reason}".rstrip()
            if said is None and response.left_over():
                said = "the proxy sent more than its answer to CONNECT"
            if said is not None:
                raise ProxyError("the proxy did not connect", OSError(said))
        finally:
            response.close()

    def request(  # type: ignore[override]
        self, method: str, url: str, body: Any = None, headers: Mapping[str, str] | None = None, **options: Any
    ) -> None:
        """Send a request, its body together with its headers."""
        if body is not None and not isinstance(body, bytes):
            super().request(method, url, body, headers, **options)
            return
        held = _Held()
        self._held = held
        try:
            if headers is None or not self._begin(method, url, body, headers, options):
                super().request(method, url, body, headers, **options)
        finally:
            self._held = None
        super().send(b"".join(held))

    def _begin(
        self, method: str, url: str, body: bytes | None, headers: Mapping[str, str], options: Mapping[str, bool]
    ) -> bool:
        """Write a request whose headers are ordinary in every way, all of them at once; say whether it was one."""
        names = frozenset(map(str.lower, headers))
        if not names >= _ALWAYS or not _FRAMING.isdisjoint(names) or options.get("chunked"):
            return False
        lines = hidden("\r\n".join([f"{name}: {value}" for name, value in headers.items()]))
        plain = lines.isascii() and lines.replace("\r\n", "").isprintable() and _SKIPPED not in lines
        if not plain or lines.count("\r\n") != len(headers) - 1:
            return False
        if self.sock is not None:
            self.sock.settimeout(self.timeout)
        self._response_options: Any = _Asked(method, url, **options)
        self.putrequest(method, url, skip_host="host" in names, skip_accept_encoding=True)
        if body is not None or method not in _WITHOUT_BODY:
            self._output(f"Content-Length: {len(body or b'')}".encode("ascii"))  # type: ignore[attr-defined]
        self._output(lines.encode("ascii"))  # type: ignore[attr-defined]
        self.endheaders()
        if body:
            self.send(body)
        return True

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]
        """Read the head of the answer. What urllib3 makes of it for streams is left out where the body is read here."""
        options, attempt = self._response_options, current.get()
        if options is None or attempt is None or attempt.stream:
            return super().getresponse()
        self._response_options = None
        self.sock.settimeout(self.timeout)
        received: Any = http.client.HTTPConnection.getresponse(self)
        return HTTPResponse(
            body=received,
            headers=LateHeaders(received.fields),
            status=received.status,
            version=received.version,
            reason=received.reason,
            preload_content=options.preload_content,
            decode_content=options.decode_content,
            original_response=received,
            enforce_content_length=options.enforce_content_length,
            request_method=options.request_method,
            request_url=options.request_url,
        )

    def send(self, data: Any) -> None:
        """Send bytes, or hold them until the request is complete."""
        if self._held is None:
            super().send(data)
        else:
            self._held.append(data)


class ShortHTTPSConnection(ShortHTTPConnection, HTTPSConnection):
    """A connection over TLS."""


def short(kind: type[Any]) -> type[Any]:
    """Choose the connection class for one of urllib3's.

    Args:
        kind: what urllib3 would use. Another class than its own means that somebody records or
            replaces connections; it is left alone.

    Returns:
        The class to use.
    """
    if kind is HTTPConnection:
        return ShortHTTPConnection
    return ShortHTTPSConnection if kind is HTTPSConnection else kind
