"""Headers of answers are read in a short way. It must lead where the long one does."""

from __future__ import annotations

import http.client
import io
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from urllib3 import HTTPHeaderDict

from xi_sdk_resellers._transport.blocking.fields import LateHeaders, read_fields
from xi_sdk_resellers._transport.fields import split_any

NAMES = st.sampled_from(
    [b"Content-Type", b"x", b"X-Y", b"", b"a b", b" folded", b"\tfolded", b"Nam\xe9", b"\x00", b"x "]
)
VALUES = st.one_of(
    st.sampled_from([b" 1", b"", b"  two words ", b" a: b\t", b" t\xe9l\xa0", b" a\rb", b" a\nb", b" \x01", b" \x85"]),
    st.binary(max_size=12),
)
LINES = st.builds(lambda name, colon, value: name + colon + value, NAMES, st.sampled_from([b":", b": ", b""]), VALUES)
BODIES = st.sampled_from([b"", b"{}", b"x: y\r\n\r\nz"])
PRINTABLE = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=20)
ORDINARY = st.tuples(st.sampled_from(["Content-Type", "Date", "x-y"]), PRINTABLE)


def read_100(stream: io.BufferedReader) -> Any:
    return read_fields(stream, 100)


def outcome(read: Any, data: bytes, size: int) -> object:
    """What was read and what was left unread, when the first `size` bytes arrive in one piece."""
    stream = io.BufferedReader(io.BytesIO(data), size)  # type: ignore[arg-type]
    try:
        return read(stream).items(), stream.read()
    except http.client.HTTPException as error:
        return repr(error)


def test_only_blanks_may_stand_around_a_name() -> None:
    lines = [b"\xa0A: 1\r\n", b"B\x85: 2\r\n", b" lost\r\n", b"C \t: \t3 \r\n", b"\t more \r\n", b"D\r\n", b" lost\r\n"]
    assert split_any([*lines, b"E: \xa0v\x85\r\n"]) == [("C", "3 more"), ("E", "\xa0v\x85")]


@settings(derandomize=True, deadline=None)
@given(lines=st.lists(LINES, max_size=6), end=st.sampled_from([b"\r\n\r\n", b"\n\n", b"\r\n\n", b""]), body=BODIES)
@example(lines=[b"x: y"] * 99, end=b"\r\n\r\n", body=b"")
@example(lines=[b"x: y"] * 100, end=b"\r\n\r\n", body=b"")
@example(lines=[b"x: y"] * 101, end=b"\r\n\r\n", body=b"")
@example(lines=[b"x: " + b"y" * 66_000], end=b"\r\n\r\n", body=b"")
def test_headers_do_not_depend_on_the_pieces_that_they_come_in(lines: list[bytes], end: bytes, body: bytes) -> None:
    data = b"\r\n".join(lines) + end + body
    assert outcome(read_100, data, 1 << 17) == outcome(read_100, data, 16) == outcome(read_100, data, 40)


@settings(derandomize=True, deadline=None)
@given(fields=st.lists(ORDINARY, min_size=1, max_size=99), body=BODIES)
@example(fields=[("x", "y")] * 99, body=b"{}")
@example(fields=[("x", "y" * 66_000)], body=b"{}")
def test_ordinary_headers_read_as_http_client_reads_them(fields: list[tuple[str, str]], body: bytes) -> None:
    data = "".join(f"{name}: {value}\r\n" for name, value in fields).encode() + b"\r\n" + body
    assert outcome(read_100, data, 8192) == outcome(http.client.parse_headers, data, 8192)


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        (b"Content-Length : 28\r\n", [("Content-Length", "28")]),
        (b"Transfer-Encoding: chunked \t\r\n", [("Transfer-Encoding", "chunked")]),
        (b"x: one\r\n two\r\n\tthree\r\ny: z\r\n", [("x", "one two three"), ("y", "z")]),
        (b"no colon\r\n: no name\r\nx: y\r\n", [("x", "y")]),
        (b"x: a\rContent-Length: 5\r\n", [("x", "a Content-Length: 5")]),
        (b"x: t\xe9l\nz:\n", [("x", "t\xe9l"), ("z", "")]),
        (b" folded on nothing\r\nx: y\r\n", [("x", "y")]),
        (b"", []),
    ],
)
def test_odd_headers_do_not_hide_the_others(head: bytes, fields: list[tuple[str, str]]) -> None:
    assert outcome(read_100, head + b"\r\nbody", 8192) == (fields, b"body")


@pytest.mark.parametrize("name", ["Retry-After", "retry-after", "RETRY-AFTER"])
def test_headers_are_found_in_any_letter_case(name: str) -> None:
    stream = io.BufferedReader(io.BytesIO(b"Retry-After: 5\r\nRetry-After: 6\r\n\r\n"))  # type: ignore[arg-type]
    fields = read_fields(stream, 100)
    assert fields.get(name) == "5, 6"  # as urllib3 joins them
    assert fields.get_all(name) == ["5", "6"]
    assert fields.get("retry") is None


@pytest.mark.parametrize(
    "look",
    [
        lambda headers: headers.get("x-a"),
        lambda headers: (headers.get("X-B"), headers.get("no"), headers.get("no", "default")),
        lambda headers: headers["X-A"],
        lambda headers: headers.getlist("x-a"),
        lambda headers: (list(headers), len(headers), "x-B" in headers, "no" in headers),
        lambda headers: list(headers.items()),
        lambda headers: (headers.copy(), dict(headers.copy().itermerged())),
        lambda headers: headers | {"c": "3"},
        lambda headers: {"c": "3"} | headers,
        lambda headers: (headers.add("x-b", "4"), headers.get("x-b")),
        lambda headers: (headers.pop("x-a"), headers.get("x-a")),
        lambda headers: pickle.loads(pickle.dumps(headers)),
        lambda headers: repr(headers).partition("(")[2],
    ],
)
def test_urllib3_and_its_instruments_find_the_headers_as_in_its_own_class(
    look: Callable[[HTTPHeaderDict], object],
) -> None:
    head = b"X-A: 1\r\nX-B: 2\r\nx-a: 3\r\n\r\n"
    fields = read_fields(io.BufferedReader(io.BytesIO(head)), 100)  # type: ignore[arg-type]
    assert look(LateHeaders(fields)) == look(HTTPHeaderDict(fields.items()))
