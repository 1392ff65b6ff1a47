"""The headers of an answer, read without the parser for e-mail, which took much of the time of a small call."""

from __future__ import annotations

import http.client
import io
from typing import TYPE_CHECKING, Any

from urllib3 import HTTPHeaderDict

from xi_sdk_resellers._transport.fields import ordinary, split_any, split_ordinary
from xi_sdk_resellers._transport.framing import MAX_HEAD_BYTES, MAX_LINE_BYTES
from xi_sdk_resellers.api_response import Headers


class Fields(http.client.HTTPMessage):
    """The headers of an answer."""

    _headers: list[tuple[str, str]]

    def __init__(self, found: list[tuple[str, str]]) -> None:
        super().__init__()
        self._headers = found
        self.joined = Headers(found)
        """Several of one name are one here."""

    if not TYPE_CHECKING:

        def get(self, name, failobj=None):
            """Return the value of a header, in any letter case."""
            return self.joined.get(name, failobj)

        def items(self):
            """Return all names and values, in the order in which they came."""
            return list(self._headers)


class LateHeaders(HTTPHeaderDict):
    """The headers of an answer as urllib3 has them, made when more than a value is asked for."""

    def __init__(self, headers: Any = None, **more: str) -> None:
        if isinstance(headers, Fields):
            self._received = headers
        else:
            super().__init__(headers, **more)

    def __getattr__(self, name: str) -> Any:
        if name != "_container" or "_received" not in vars(self):
            raise AttributeError(name)
        made: dict[str, list[str]] = {}
        self._container = made
        self.extend(self._received.items())
        return made

    def get(self, key: str, default: Any = None) -> Any:
        """Return the values of a header, joined."""
        return super().get(key, default) if "_container" in vars(self) else self._received.joined.get(key, default)


def read_fields(stream: io.BufferedReader, most: int) -> Fields:
    """Read headers up to the empty line that ends them.

    What they are does not depend on the pieces in which they arrive.

    Args:
        stream: where they come from.
        most: lines that are accepted.

    Returns:
        The headers.

    Raises:
        http.client.HTTPException: a line has more than 64 KiB, or there are too many lines or bytes.
    """
    found = _at_once(stream, most)
    return Fields(_line_by_line(stream, most) if found is None else found)


def _at_once(stream: io.BufferedReader, most: int) -> list[tuple[str, str]] | None:
    """Read headers that arrived in one piece and are ordinary in every way; leave all others unread."""
    data = stream.peek()
    end = 0 if data.startswith(b"\r\n") else data.find(b"\r\n\r\n") + 2
    lines = data[:end]
    if end == 1 or end > MAX_LINE_BYTES or lines.count(b"\n") > most or not ordinary(lines):
        return None
    stream.read(end + 2)
    return split_ordinary(lines)


def _line_by_line(stream: io.BufferedReader, most: int) -> list[tuple[str, str]]:
    """Read headers of any kind."""
    lines: list[bytes] = []
    size = 0
    for _ in range(most + 1):
        line = stream.readline(MAX_LINE_BYTES + 1)
        size += len(line)
        if len(line) > MAX_LINE_BYTES or size > MAX_HEAD_BYTES:
            raise http.client.LineTooLong("header line")
        if line in (b"\r\n", b"\n", b""):
            return split_any(lines)
        lines.append(line)
    raise http.client.HTTPException(f"the answer has more than {most} header lines")
