"""HTTP/1.1 over one socket: read requests, write answers, and break both on purpose.

The standard library's server is not used: faults have to be exact to the byte, and a test
suite waits for every microsecond of it.
"""

from __future__ import annotations

import contextlib
import json
import re
import socket
import struct
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote

from xi_sdk_resellers.sandbox.contract import Operation

HEAD_LIMIT = 64 * 1024
BODY_LIMIT = 64 * 1024 * 1024
CHUNK_LINE_LIMIT = 4096
CHUNK_LINES_LIMIT = 4 * 1024 * 1024
_LINGER_SECONDS = 1.0
_LINGER_BYTES = 16 * 1024 * 1024
_REQUEST_LINE = re.compile(r"([!-~]+) ([^\x00-\x20\x7f]+) HTTP/1\.([0-9])")
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTENT_LENGTH = re.compile(r"[0-9]{1,12}")
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;.*)?")
_CONTROL_CHARACTERS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# HTTP allows a list of them in one header, so only these must not come twice.
_ONCE = ("host", "content-length")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)
_REASONS = {
    200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 207: "Multi-Status",
    301: "Moved Permanently", 302: "Found", 303: "See Other", 307: "Temporary Redirect", 308: "Permanent Redirect",
    400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    408: "Request Timeout", 409: "Conflict", 413: "Content Too Large", 422: "Unprocessable Content",
    429: "Too Many Requests", 500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway",
    503: "Service Unavailable", 504: "Gateway Timeout",
}  # fmt: skip


class MalformedRequest(Exception):  # noqa: N818 - an event on the wire, not a user's error
    """What arrived is no HTTP request that can be read."""


class HeaderMap(dict[str, str]):
    """Headers by lower-case name; looking one up ignores letter case."""

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.lower())

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and super().__contains__(name.lower())

    def get(self, name: str, default: Any = None) -> Any:
        """Return the header's value, or `default` when it did not come."""
        return super().get(name.lower(), default)


@dataclass(slots=True)
class Request:
    """One request as it arrived, and what the service made of it.

    Its `operation` and `path_values` are known once it is routed (None for a path or method that is not offered),
    its `content` is the JSON object in its body once that is read.
    """

    method: str
    target: str
    path: str
    query: dict[str, list[str]]
    headers: HeaderMap
    connection_id: int
    head: bytes = b""
    body: bytes = b""
    keep_alive: bool = True
    operation: Operation | None = None
    path_values: Mapping[str, str] = field(default_factory=lambda: {})
    content: Mapping[str, Any] = field(default_factory=lambda: {})

    @property
    def operation_name(self) -> str | None:
        """The name of the operation, or None."""
        return None if self.operation is None else self.operation.name

    @property
    def correlation_id(self) -> str | None:
        """The `IM-CorrelationID` header, or None."""
        value = self.headers.get("im-correlationid")
        return None if value is None else str(value)


@dataclass(slots=True)
class Answer:
    """What goes back: a status, headers and a body that is written as it is."""

    status: int
    body: bytes = b""
    headers: list[tuple[str, str]] = field(default_factory=lambda: [])
    content_type: str = "application/json"

    @classmethod
    def of(cls, status: int, value: object) -> Answer:
        """Make an answer with `value` as compact JSON text."""
        return cls(status, _ENCODER.encode(value).encode())


def render_head(answer: Answer, framing: Iterable[tuple[str, str]]) -> bytes:
    """Return the status line and headers, `framing` being those that say where the body ends."""
    lines = [f"HTTP/1.1 {answer.status} {_REASONS.get(answer.status, 'Status')}"]
    if answer.body:
        lines.append(f"Content-Type: {answer.content_type}")
    lines.extend(f"{name}: {value}" for name, value in answer.headers)
    lines.extend(f"{name}: {value}" for name, value in framing)
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")


def render(answer: Answer, request: Request | None) -> bytes:
    """Return the whole answer as bytes. After a request that could not be read (None) the connection ends.

    An answer to HEAD has no body, and no length either: it would have to be that of the answer to GET.
    """
    framing: list[tuple[str, str]] = []
    body = answer.body
    if answer.status == 204 or (request is not None and request.method == "HEAD"):
        body = b""
    else:
        framing.append(("Content-Length", str(len(body))))
    if request is None or not request.keep_alive:
        framing.append(("Connection", "close"))
    return render_head(answer, framing) + body


def parse_head(head: bytes, connection_id: int) -> Request:
    """Read a request line and headers.

    Raises:
        MalformedRequest: The text is no HTTP/1 request head.
    """
    request_line, *lines = head.decode("latin-1").removesuffix("\r\n\r\n").split("\r\n")
    found = _REQUEST_LINE.fullmatch(request_line)
    if found is None:
        raise MalformedRequest("request line")
    method, target, version = found.groups()
    headers = _parse_headers(lines)
    path, _, query = target.partition("?")
    if path.startswith("http://"):
        path = "/" + path[7:].partition("/")[2]
    connection = str(headers.get("connection", "")).lower()
    keep_alive = connection == "keep-alive" if version == "0" else connection != "close"
    parsed = parse_qs(query, keep_blank_values=True) if query else {}
    return Request(method, target, unquote(path), parsed, headers, connection_id, head, keep_alive=keep_alive)


def _parse_headers(lines: Iterable[str]) -> HeaderMap:
    headers = HeaderMap()
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon or not _HEADER_NAME.fullmatch(name) or "\0" in value or "\r" in value or "\n" in value:
            raise MalformedRequest("header line")
        # A header that comes twice is joined, as HTTP allows.
        key = name.lower()
        known = headers.get(key)
        if known is not None and key in _ONCE:
            raise MalformedRequest(f"repeated {name} header")
        headers[key] = value.strip() if known is None else f"{known}, {value.strip()}"
    return headers


def without_controls(text: str) -> str:
    """Return a text of the client as it may stand in a header of the answer."""
    return _CONTROL_CHARACTERS.sub("", text)


class Connection:
    """One accepted socket with what was read from it but not yet used."""

    def __init__(self, sock: socket.socket, number: int) -> None:
        self.number = number
        self.idle: bool = True
        self.closed: threading.Event = threading.Event()
        self.reset_when_closed: bool = False
        self._socket = sock
        self._sending = threading.Lock()
        self._buffer = b""
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def read_head(self) -> bytes | None:
        """Return the next request's head, or None when the other side has hung up."""
        while True:
            end = self._buffer.find(b"\r\n\r\n")
            if end >= 0:
                self.idle = False
                head, self._buffer = self._buffer[: end + 4], self._buffer[end + 4 :]
                return head.lstrip(b"\r\n")
            if len(self._buffer) > HEAD_LIMIT:
                raise MalformedRequest("head too large")
            if not self._receive():
                return None
            self.idle = False

    def read_body(self, request: Request, limit: int | None = None) -> bool:
        """Read the body into the request; False when the other side hung up before its end.

        Args:
            request: The request whose head was read.
            limit: Stop after this many bytes of the body, and say False.
        """
        headers = request.headers
        coding = str(headers.get("transfer-encoding", "")).lower()
        text = str(headers.get("content-length", "0"))
        if coding not in ("", "chunked") or (coding and "content-length" in headers):
            raise MalformedRequest("transfer encoding")
        if not _CONTENT_LENGTH.fullmatch(text) or int(text) > BODY_LIMIT:
            raise MalformedRequest("content length")
        if str(headers.get("expect", "")).lower() == "100-continue" and limit is None:
            self.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        if coding:
            return self._read_chunks(request)
        length = int(text)
        wanted = length if limit is None else min(limit, length)
        whole = self._fill(wanted)
        request.body, self._buffer = self._buffer[:wanted], self._buffer[wanted:]
        return whole and wanted == length

    def _read_chunks(self, request: Request) -> bool:
        parts: list[bytes] = []
        left, lines_left = BODY_LIMIT, CHUNK_LINES_LIMIT
        while True:
            line = self._read_line()
            if line is None:
                return False
            lines_left -= len(line)
            found = _CHUNK_SIZE.fullmatch(line)
            if found is None or int(found[1], 16) > left or lines_left < 0:
                raise MalformedRequest("chunk size")
            size = int(found[1], 16)
            if size == 0:
                request.body = b"".join(parts)
                return self._skip_trailers()
            if not self._fill(size + 2):
                return False
            if self._buffer[size : size + 2] != b"\r\n":
                raise MalformedRequest("end of a chunk")
            parts.append(self._buffer[:size])
            left -= size
            self._buffer = self._buffer[size + 2 :]

    def _skip_trailers(self) -> bool:
        left = HEAD_LIMIT
        while line := self._read_line():
            left -= len(line)
            if left < 0:
                raise MalformedRequest("trailers too large")
        return line is not None

    def _read_line(self) -> bytes | None:
        while True:
            end = self._buffer.find(b"\r\n", 0, CHUNK_LINE_LIMIT)
            if end >= 0:
                line, self._buffer = self._buffer[:end], self._buffer[end + 2 :]
                return line
            if len(self._buffer) >= CHUNK_LINE_LIMIT:
                raise MalformedRequest("line too long")
            if not self._receive():
                return None

    def _fill(self, size: int) -> bool:
        if len(self._buffer) >= size:
            return True
        parts = [self._buffer]
        have = len(self._buffer)
        while have < size:
            data = self._receive_bytes()
            if not data:
                break
            parts.append(data)
            have += len(data)
        self._buffer = b"".join(parts)
        return have >= size

    def _receive(self) -> bool:
        data = self._receive_bytes()
        self._buffer += data
        return bool(data)

    def _receive_bytes(self) -> bytes:
        try:
            return self._socket.recv(65536)
        except OSError:
            return b""

    def send(self, data: bytes) -> bool:
        """Write all bytes; False when the other side is gone."""
        try:
            self._socket.sendall(data)
        except OSError:
            return False
        return True

    def finish(self, data: bytes) -> bool:
        """Write the last bytes of an answer, after which the connection counts as idle.

        Whoever has received the answer may drop the idle connection at once, so the mark is set
        before the bytes leave, and `drop` waits until they have left.
        """
        with self._sending:
            self.idle = True
            return self.send(data)

    def drop(self, *, reset: bool) -> bool:
        """End the connection if it is idle (called from other threads); False when it is not."""
        with self._sending:
            if not self.idle:
                return False
            self.reset_when_closed = reset
            self.wake()
            return True

    def refuse(self, answer: Answer) -> None:
        """Write an answer to what could not be read, and take what is still on its way.

        Closing a socket with unread bytes in it resets the connection, and the answer could be lost with it.
        """
        if not self.send(render(answer, None)):
            return
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)
            self._socket.settimeout(_LINGER_SECONDS)
        left = _LINGER_BYTES
        while left > 0 and (data := self._receive_bytes()):
            left -= len(data)

    def wait_for_peer(self) -> None:
        """Stay silent until the other side hangs up or the sandbox stops."""
        while self._receive_bytes():
            pass

    def wake(self) -> None:
        """Let whatever waits for bytes on this connection return (called from other threads)."""
        how = socket.SHUT_RD if self.reset_when_closed else socket.SHUT_RDWR
        with contextlib.suppress(OSError):
            self._socket.shutdown(how)

    def reset(self) -> None:
        """Close at once with a TCP reset instead of an orderly end."""
        self.reset_when_closed = True
        self.close()

    def close(self) -> None:
        """Close the socket; more than once does no harm."""
        if self.reset_when_closed:
            with contextlib.suppress(OSError):
                self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        self._socket.close()
        self.closed.set()
