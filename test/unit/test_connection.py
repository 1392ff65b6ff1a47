"""Headers of answers take a short way through `_connection`; they must read as http.client reads them."""

from __future__ import annotations

import http.client
import io
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from xi_sdk_resellers._connection import read_fields

NAMES = st.sampled_from([b"Content-Type", b"x", b"X-Y", b"", b"a b", b" folded", b"\tfolded", b"Nam\xe9", b"\x00"])
VALUES = st.one_of(
    st.sampled_from([b" 1", b"", b"  two words", b" a: b", b" t\xe9l\xa0", b" a\rb", b" a\nb", b" \x01", b" \x85"]),
    st.binary(max_size=12),
)
LINES = st.builds(lambda name, colon, value: name + colon + value, NAMES, st.sampled_from([b":", b": ", b""]), VALUES)


def outcome(read: Any, data: bytes, size: int) -> object:
    """What was read, without the white space around values, and what was left unread."""
    stream = io.BufferedReader(io.BytesIO(data), size)  # type: ignore[arg-type]
    try:
        fields = read(stream)
    except http.client.HTTPException as error:
        return repr(error)
    return [(name, value.strip(" \t")) for name, value in fields.items()], stream.read()


@settings(derandomize=True, deadline=None)
@given(
    lines=st.lists(LINES, max_size=6),
    end=st.sampled_from([b"\r\n\r\n", b"\n\n", b"\r\n\n", b""]),
    body=st.sampled_from([b"", b"{}", b"x: y\r\n\r\nz"]),
    size=st.sampled_from([8192, 16, 40]),
)
@example(lines=[b"x: y"] * 98, end=b"\r\n\r\n", body=b"", size=8192)
@example(lines=[b"x: y"] * 99, end=b"\r\n\r\n", body=b"", size=8192)
@example(lines=[b"x: y"] * 100, end=b"\r\n\r\n", body=b"", size=8192)
@example(lines=[b"x: " + b"y" * 66_000], end=b"\r\n\r\n", body=b"", size=1 << 17)
def test_headers_read_as_http_client_reads_them(lines: list[bytes], end: bytes, body: bytes, size: int) -> None:
    data = b"\r\n".join(lines) + end + body
    assert outcome(read_fields, data, size) == outcome(http.client.parse_headers, data, size)


@pytest.mark.parametrize("name", ["Retry-After", "retry-after", "RETRY-AFTER"])
def test_headers_are_found_in_any_letter_case(name: str) -> None:
    stream = io.BufferedReader(io.BytesIO(b"Retry-After: 5\r\nRetry-After: 6\r\n\r\n"))  # type: ignore[arg-type]
    fields = read_fields(stream)
    assert fields.get(name) == "5"
    assert fields.get_all(name) == ["5", "6"]
    assert fields.get("retry") is None
