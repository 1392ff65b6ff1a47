"""What a small call spends most of its time on, done shorter: headers out and headers in.

Much of the time of a small call over urllib3 goes into headers: each one that is sent passes three
functions, and those that come back pass the parser for e-mail. Ordinary headers take a short way
here; whatever is out of the ordinary still takes the long one, so that nothing is read or sent in
another way than before. A request and its body leave in one piece, which saves a system call and,
on the other side, a wake-up.
"""

from __future__ import annotations

import http.client
import io
import re
import socket
import ssl
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from urllib3.connection import HTTPConnection, HTTPSConnection

_MOST_BYTES = 65536
_MOST_LINES = 100
_BLANK = " \t"
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f]")
_PLAIN: type[socket.socket] = socket.socket
"""Python's own class, as it was when :class:`SteadySocket` was made from it. gevent may replace it later."""


class Fields(http.client.HTTPMessage):
    """The headers of an answer."""

    if not TYPE_CHECKING:

        def get(self, name, failobj=None):
            """Return the first header of that name, in any letter case."""
            name = name.lower()
            length = len(name)
            for known, value in self._headers:
                if len(known) == length and known.lower() == name:
                    return value
            return failobj

        def items(self):
            """Return all names and values, in the order in which they came."""
            return list(self._headers)


def read_fields(stream: io.BufferedReader) -> http.client.HTTPMessage:
    """Read headers up to the empty line that ends them.

    What they are must not depend on the pieces in which they arrive, so all of it is read by the same rules (RFC 9112,
    section 5): blanks around names and values do not count, folded lines are joined, control characters
    are blanks, and a line without a name is left out, but not those after it.

    Args:
        stream: where they come from.

    Returns:
        The headers.

    Raises:
        http.client.HTTPException: a line has more than 64 KiB, or there are 100 or more.
    """
    return _ordinary_fields(stream) or _any_fields(stream)


def _ordinary_fields(stream: io.BufferedReader) -> Fields | None:
    """Read headers that arrived in one piece and are ordinary in every way; leave all others unread."""
    head, end, _ = stream.peek().partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    if not end or len(head) > _MOST_BYTES or len(lines) >= _MOST_LINES:
        return None
    fields = Fields()
    for line in lines:
        name, colon, value = line.partition(":")
        if not (colon and name and name.isascii() and line.isprintable()) or " " in name:
            return None
        fields.set_raw(name, value.strip(" "))
    stream.read(len(head) + len(end))
    return fields


def _any_fields(stream: io.BufferedReader) -> Fields:
    """Read headers of any kind line by line."""
    found: list[tuple[str, str]] = []
    for _ in range(_MOST_LINES):
        line = stream.readline(_MOST_BYTES + 1)
        if len(line) > _MOST_BYTES:
            raise http.client.LineTooLong("header line")
        if line in (b"\r\n", b"\n", b""):
            break
        text = _CONTROL.sub(" ", line.decode("latin-1"))
        name, colon, value = text.partition(":")
        if text[0] in " \t":
            if found:
                found[-1] = found[-1][0], f"{found[-1][1]} {text.strip(_BLANK)}".strip(_BLANK)
        elif colon and name.strip(_BLANK):
            found.append((name.strip(_BLANK), value.strip(_BLANK)))
    else:
        raise http.client.HTTPException(f"got more than {_MOST_LINES} headers")
    fields = Fields()
    for name, value in found:
        fields.set_raw(name, value)
    return fields


def frame(response: Any, headers: http.client.HTTPMessage) -> None:
    """Tell a response how long its body is, and whether the connection lives on, by RFC 9112, section 6.

    Args:
        response: an ``http.client.HTTPResponse`` with its status and version.
        headers: its headers.
    """
    coding = headers.get("transfer-encoding")
    response.chunked = coding is not None and coding.lower() == "chunked"
    response.chunk_left = None
    length = headers.get("content-length")
    response.length = None
    if length is not None and not response.chunked:
        try:
            response.length = max(int(length), -1)
        except ValueError:
            response.length = None
        if response.length == -1:
            response.length = None
    if response.status in (204, 304) or 100 <= response.status < 200 or response._method == "HEAD":
        response.length = 0
    response.will_close = response._check_close() or (not response.chunked and response.length is None)


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


class ShortHTTPConnection(HTTPConnection):
    """A connection over plain http."""

    _held: list[bytes] | None = None

    def _new_conn(self) -> Any:
        return steady(super()._new_conn())

    def request(  # type: ignore[override]
        self, method: str, url: str, body: Any = None, headers: Mapping[str, str] | None = None, **options: Any
    ) -> None:
        """Send a request, its body together with its headers."""
        if body is not None and not isinstance(body, bytes):
            super().request(method, url, body, headers, **options)
            return
        held: list[bytes] = []
        self._held = held
        try:
            super().request(method, url, body, headers, **options)
        finally:
            self._held = None
        super().send(b"".join(held))

    def send(self, data: Any) -> None:
        """Send bytes, or hold them until the request is complete."""
        if self._held is None:
            super().send(data)
        else:
            self._held.append(data)

    def putheader(self, header: str, *values: str) -> None:  # type: ignore[override]
        """Add a header to the request."""
        value = values[0]
        line = f"{header}: {value}"
        if len(values) == 1 and type(value) is str and line.isprintable() and line.isascii() and value[:1] != "@":
            self._output(line.encode("ascii"))  # type: ignore[attr-defined]
        else:
            super().putheader(header, *values)


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
