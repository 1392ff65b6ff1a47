"""Bodies of answers: their encoding, their compression and their size."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xi_sdk_resellers._calls.messages import utf8
from xi_sdk_resellers._transport.body import Body
from xi_sdk_resellers.api_response import Headers


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        (b"\xef\xbb\xbf{}", None, "{}"),
        ("ü".encode("latin-1"), "application/json; Charset=ISO-8859-1", "ü"),
        ("ü".encode(), "application/json; charset=utf-8", "ü"),
        ("ü".encode(), "application/json; charset=nonsense", "ü"),
        ("ü".encode("utf-16"), None, "ü"),
        ("ü".encode("utf-16-le"), 'text/plain; charset="utf-16-le"; x=y', "ü"),
    ],
)
def test_bodies_become_utf8(body: bytes, kind: str | None, text: str) -> None:
    headers = Headers([] if kind is None else [("content-type", kind)])
    assert utf8(body, headers).decode() == text


def feed(body: Body, data: bytes, step: int) -> bytes:
    for start in range(0, len(data), step):
        if not body.feed(data[start : start + step]):
            break
    return body.end()


# Sizes and compression.


@given(
    data=st.binary(max_size=3000), step=st.integers(1, 4000), encoding=st.sampled_from(["gzip", "deflate", "raw", None])
)
def test_bodies_come_out_as_they_went_in(data: bytes, step: int, encoding: str | None) -> None:
    packed = {"gzip": gzip.compress, "deflate": zlib.compress, "raw": lambda raw: zlib.compress(raw)[2:-4]}
    body = Body({"raw": "deflate"}.get(encoding or "", encoding), 10_000)
    wire = packed[encoding](data) if encoding else data
    if encoding == "raw" and step == 1:
        step = 2
    assert feed(body, wire, step) == data
    assert body.fault is None


@given(size=st.integers(0, 300), limit=st.integers(0, 300), packed=st.booleans())
def test_the_limit_holds_after_decompression(size: int, limit: int, packed: bool) -> None:
    data = b"x" * size
    body = Body("gzip" if packed else None, limit)
    assert feed(body, gzip.compress(data) if packed else data, 50) == data[:limit]
    assert (body.fault is not None) is (size > limit)


def test_a_bomb_is_stopped_early() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000, 9)
    body = Body("gzip", 1000)
    assert not body.feed(bomb)
    assert body.fault is not None
    assert len(body.end()) == 1000


def test_damage_is_told_from_size() -> None:
    for wire in (b"nonsense", gzip.compress(b"x" * 100)[:20], gzip.compress(b"x" * 1000)[:-9] + b"wrong end"):
        body = Body("gzip", 10_000)
        feed(body, wire, 7)
        assert body.fault is not None
        assert body.fault.kind == "truncated"
    body = Body(None, 10)
    body.feed(b"abc")
    body.feed(b"defg")
    assert body.end(cut="it broke") == b"abcdefg"
    assert body.fault is not None
    assert body.fault.detail == "the answer was cut short after 7 bytes: it broke"
