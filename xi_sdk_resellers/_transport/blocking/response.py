"""An answer on the wire, read within the time that the call has left."""

from __future__ import annotations

import contextlib
import http.client
import io
import re
import socket
from typing import Any, cast

from xi_sdk_resellers._calls.messages import MAX_INFORMATIONAL
from xi_sdk_resellers._settings.groups import DEFAULT_MAX_RESPONSE_HEADERS
from xi_sdk_resellers._transport.blocking.attempt import Attempt, current
from xi_sdk_resellers._transport.blocking.fields import Fields, read_fields
from xi_sdk_resellers._transport.framing import MAX_LINE_BYTES, framing, parse_status

_TLS_ALERT = 21
"""The first byte of a TLS record that is an alert."""
_CHUNK_SIZE = rb"[0-9A-Fa-f]{1,15}"


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
    """An answer on the wire.

    Every single read is limited to the time that the call has left, 1xx answers are skipped, and a connection on which
    bytes follow the end of an answer is taken out of use.
    """

    status: int
    reason: str
    msg: http.client.HTTPMessage
    fields: Fields
    chunked: Any
    chunk_left: int | None
    length: int | None
    codings: tuple[str, ...] = ()
    """How the body was packed for the way, apart from chunks."""

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
        minor, status, reason, headers = self.read_head()
        self.version = 10 if minor == 0 else 11
        self.code = self.status = status
        self.reason = reason
        self.headers = self.msg = self.fields = headers
        self._frame(headers)
        self._reader.in_head = False

    def read_head(self) -> tuple[int, int, str, Fields]:
        """Read the head of the first answer that is not informational: minor version, status, reason and headers."""
        most = DEFAULT_MAX_RESPONSE_HEADERS if self._attempt is None else self._attempt.most_headers
        for _ in range(MAX_INFORMATIONAL + 1):
            line = self.fp.readline(MAX_LINE_BYTES + 1)
            try:
                minor, status, reason = parse_status(line)
            except ValueError as error:
                raise http.client.BadStatusLine(str(error)) from None
            headers = read_fields(self.fp, most)
            if not 100 <= status < 200 or status == 101:
                return minor, status, reason, headers
        raise http.client.HTTPException(f"more than {MAX_INFORMATIONAL} informational answers")

    def left_over(self) -> bool:
        """Whether bytes have come that nobody has read."""
        pending = getattr(self._guarded_socket, "pending", None)
        self._reader.drained = True
        return bool(self.fp.peek(1)) or bool(pending is not None and pending())

    def _frame(self, headers: Fields) -> None:
        """Find out how long the body is, and whether the connection lives on."""
        found = headers.joined.get
        try:
            how = framing(self.status, found("Transfer-Encoding"), found("Content-Length"))
        except ValueError as error:
            raise http.client.HTTPException(str(error)) from None
        self.chunked = how.chunked
        self.chunk_left = None
        self.length = how.length
        self.codings = how.codings
        unending = not how.chunked and how.length is None
        self.will_close = how.last or unending or self._check_close()  # type: ignore[attr-defined]

    def _get_chunk_left(self) -> int | None:
        """Find the next chunk. http.client would take any two bytes for the end of one, and ``-5`` for a size."""
        left = self.chunk_left
        if not left:
            if left is not None and self._safe_read(2) != b"\r\n":  # type: ignore[attr-defined]
                raise http.client.IncompleteRead(b"")
            line = self.fp.readline(MAX_LINE_BYTES + 1)
            size = line.partition(b";")[0].strip()
            if len(line) > MAX_LINE_BYTES or not re.fullmatch(_CHUNK_SIZE, size):
                raise http.client.IncompleteRead(b"")
            left = int(size, 16)
            if not left:
                self._read_and_discard_trailer()  # type: ignore[attr-defined]
                self._close_conn()
                left = None
            self.chunk_left = left
        return left

    def _close_conn(self) -> None:
        """Finish reading; bytes beyond the end would be taken for the next answer."""
        if not self.fp.closed and self.left_over():
            with contextlib.suppress(OSError):
                self._guarded_socket.shutdown(socket.SHUT_RDWR)
        super()._close_conn()  # type: ignore[misc]
