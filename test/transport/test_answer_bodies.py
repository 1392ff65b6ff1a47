"""Bodies on the wire: cut short, no JSON, other charsets, compressed, too large."""

from __future__ import annotations

import gzip
import json
import zlib

import pytest

from test.support.wire_calls import DETAIL, PLACED, Open, place, read
from test.support.wire_server import answer
from xi_sdk_resellers import ApiResponseException, Outcome

pytestmark = pytest.mark.usefixtures("twins")


TRUNCATED = {
    "short of its length": answer(b'{"ingramOrderNumber": "20-', content_length="400", connection="close"),
    "broken chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n1a\r\n"
    b'{"ingramOrderNumber": "20-\r\nXYZ\r\n',
    "broken gzip": answer(
        gzip.compress(b'{"ingramOrderNumber": "20-1"}')[:-12], content_encoding="gzip", connection="close"
    ),
}


@pytest.mark.parametrize("cut", TRUNCATED.values(), ids=TRUNCATED)
def test_a_read_that_was_cut_short_is_repeated(wire: Open, cut: bytes) -> None:
    api, server = wire(cut, DETAIL)
    assert read(api).data.ingram_order_number == "20-1"
    assert len(server.received) == 2


@pytest.mark.parametrize("cut", TRUNCATED.values(), ids=TRUNCATED)
def test_a_read_that_stays_cut_short_raises_with_what_came(wire: Open, cut: bytes) -> None:
    api, server = wire(cut)
    with pytest.raises(ApiResponseException) as caught:
        read(api)
    assert len(server.received) == 3
    assert caught.value.status == 200
    assert caught.value.raw_body.startswith(b'{"ingram')
    assert "cut short" in str(caught.value)


def test_an_order_whose_answer_was_cut_short_is_returned_with_what_could_be_read(wire: Open) -> None:
    whole = json.dumps(PLACED | {"notes": "x" * 100}).encode()
    cut = answer(whole[:-20], "201 Created", content_length=str(len(whole)), connection="close")
    api, server = wire(cut)
    response = place(api)
    assert response.status_code == 201
    assert response.data.orders[0].ingram_order_number == "20-12345"
    assert response.raw_data == whole[:-20]
    assert "cut short" in response.drift[0].message
    assert len(server.received) == 1


@pytest.mark.parametrize("body", [b"<html>Welcome</html>", b"", b"nonsense", b"\xff\xfe", b"{"])
def test_a_success_that_shows_no_order_is_unknown_and_keeps_what_came(wire: Open, body: bytes) -> None:
    api, server = wire(answer(body, "200 OK", content_type="text/html"))
    with pytest.raises(ApiResponseException) as caught:
        place(api)
    assert (caught.value.status, caught.value.raw_body) == (200, body)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert "Look the order up" in str(caught.value)
    assert len(server.received) == 1


@pytest.mark.parametrize("body", [b"<html>Welcome</html>", b"", b"nonsense"])
def test_a_read_that_is_no_json_raises_with_everything_that_came(wire: Open, body: bytes) -> None:
    api, _ = wire(answer(body, "200 OK", content_type="text/html", x_gateway="g1"))
    with pytest.raises(ApiResponseException) as caught:
        read(api)
    error = caught.value
    assert (error.status, error.raw_body, error.headers["X-Gateway"]) == (200, body, "g1")


CHARSETS = {
    "a mark": (b"\xef\xbb\xbf" + '{"notes": "Grüße"}'.encode(), "application/json"),
    "Latin-1": ('{"notes": "Grüße"}'.encode("latin-1"), "application/json; charset=ISO-8859-1"),
    "UTF-16": ('{"notes": "Grüße"}'.encode("utf-16"), "application/json"),
}


@pytest.mark.parametrize(("body", "kind"), CHARSETS.values(), ids=CHARSETS)
def test_other_charsets_are_read(wire: Open, body: bytes, kind: str) -> None:
    api, _ = wire(answer(body, content_type=kind))
    assert read(api).data.notes == "Grüße"


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


ENCODINGS = {
    "gzip": ("gzip", gzip.compress(b'{"notes": "x"}')),
    "two members": ("gzip", gzip.compress(b'{"notes": ') + gzip.compress(b'"x"}')),
    "padding": ("gzip", gzip.compress(b'{"notes": "x"}') + b"\0\0"),
    "deflate": ("deflate", zlib.compress(b'{"notes": "x"}')),
    "raw deflate": ("deflate", raw_deflate(b'{"notes": "x"}')),
    "identity": ("identity", b'{"notes": "x"}'),
}


@pytest.mark.parametrize(("encoding", "body"), ENCODINGS.values(), ids=ENCODINGS)
def test_compressed_answers_are_read(wire: Open, encoding: str, body: bytes) -> None:
    api, _ = wire(answer(body, content_encoding=encoding))
    response = read(api)
    assert response.data.notes == "x"
    assert response.raw_data == b'{"notes": "x"}'


def test_an_encoding_that_was_not_asked_for_is_named(wire: Open) -> None:
    api, _ = wire(answer(b"??", content_encoding="br"))
    with pytest.raises(ApiResponseException, match="encoded as 'br'"):
        read(api)


BIG = json.dumps({"notes": "x" * 100_000}).encode()

TOO_LARGE = {
    "plain": answer(BIG),
    "until the end": b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + BIG,
    "chunked": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"%x\r\n%s\r\n0\r\n\r\n" % (len(BIG), BIG),
    "a bomb": answer(gzip.compress(b"[" + b" " * 50_000_000 + b"]"), content_encoding="gzip"),
}


@pytest.mark.parametrize("large", TOO_LARGE.values(), ids=TOO_LARGE)
def test_answers_beyond_the_limit_are_refused_and_the_client_goes_on(wire: Open, large: bytes) -> None:
    api, server = wire(large, DETAIL, max_response_bytes=50_000)
    with pytest.raises(ApiResponseException, match="larger than max_response_bytes") as caught:
        read(api)
    assert len(caught.value.raw_body) == 50_000
    assert read(api).data.ingram_order_number == "20-1"
    assert len(server.received) == 2


def test_an_order_whose_answer_is_too_large_is_not_lost(wire: Open) -> None:
    body = json.dumps(PLACED | {"notes": "x" * 100_000}).encode()
    api, _ = wire(answer(body, "201 Created"), max_response_bytes=50_000)
    response = place(api)
    assert response.data.orders[0].ingram_order_number == "20-12345"
    assert "max_response_bytes" in response.drift[0].message
