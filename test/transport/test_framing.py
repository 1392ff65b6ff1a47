"""Where an answer ends and how it was packed: one rule for both clients, and nothing can be read in two ways."""

from __future__ import annotations

import gzip
import json
import logging
import socket
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
import trustme

from test.support.client_twins import ApiClient, OrdersApi
from test.support.wire_calls import Open, place, read, server_context
from test.support.wire_server import Received, Script, WireServer, answer, hang_up
from xi_sdk_resellers import (
    ApiConnectionException,
    ApiException,
    ApiResponseException,
    Configuration,
    Outcome,
    TlsException,
)
from xi_sdk_resellers._transport.framing import Framing, framing, parse_status, reframed

BODY = json.dumps({"ingramOrderNumber": "20-1", "notes": "x" * 60}).encode()
DETAIL = answer({"ingramOrderNumber": "20-1"})
COMMON: dict[str, Any] = {"access_token": "t", "im_customer_number": "1", "im_country_code": "US"}


def chunked(data: bytes, size: int = 30) -> bytes:
    pieces = [data[start : start + size] for start in range(0, len(data), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in [*pieces, b""])


def head(*lines: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode("latin-1")


def packed(*codings: str) -> bytes:
    data = BODY
    for coding in codings:
        data = {"gzip": gzip.compress, "deflate": zlib.compress}[coding](data)
    return data


def in_pieces(data: bytes, size: int) -> Script:
    """Send an answer in pieces that arrive one by one."""

    def send(connection: socket.socket, _: Received) -> bytes:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for start in range(0, len(data) - size, size):
            connection.sendall(data[start : start + size])
            time.sleep(0.0005)
        return data[(len(data) - 1) // size * size :]

    return send


# What is read, whatever its framing.

CODED: dict[str, bytes] = {
    "chunked": head("Transfer-Encoding: chunked") + chunked(BODY),
    "Chunked": head("Transfer-Encoding: Chunked \t") + chunked(BODY),
    "identity, chunked": head("Transfer-Encoding: identity, chunked") + chunked(BODY),
    "gzip, chunked": head("Transfer-Encoding: gzip, chunked") + chunked(packed("gzip")),
    "x-gzip, chunked": head("Transfer-Encoding: x-gzip, chunked") + chunked(packed("gzip")),
    "deflate, chunked": head("Transfer-Encoding: deflate, chunked") + chunked(packed("deflate")),
    "deflate, gzip, chunked": head("Transfer-Encoding: deflate, gzip, chunked") + chunked(packed("deflate", "gzip")),
    "two headers": head("Transfer-Encoding: gzip", "Transfer-Encoding: chunked") + chunked(packed("gzip")),
    "folded": head("Transfer-Encoding: gzip,", " chunked") + chunked(packed("gzip")),
    "and packed inside": head("Content-Encoding: gzip", "Transfer-Encoding: gzip, chunked")
    + chunked(packed("gzip", "gzip")),
    "a length beside it": head("Transfer-Encoding: chunked", "Content-Length: 5") + chunked(BODY),
    "only identity": head("Transfer-Encoding: identity", f"Content-Length: {len(BODY)}") + BODY,
    "gzip to the end": head("Transfer-Encoding: gzip", "Connection: close") + packed("gzip"),
    "nothing to the end": head("Connection: close") + BODY,
    "one length twice": head(f"Content-Length: {len(BODY)}", f"content-length: {len(BODY)}") + BODY,
    "one length twice in one": head(f"Content-Length: {len(BODY)}, {len(BODY)}") + BODY,
    "a blank before the colon": head(f"Content-Length : {len(BODY)}") + BODY,
    "line ends of Unix": head(f"Content-Length: {len(BODY)}").replace(b"\r\n", b"\n") + BODY,
    "two encodings": head("Content-Encoding: deflate, gzip", f"Content-Length: {len(packed('deflate', 'gzip'))}")
    + packed("deflate", "gzip"),
}


@pytest.mark.parametrize("size", [100_000, 7])
@pytest.mark.parametrize("made", CODED.values(), ids=CODED)
def test_an_answer_is_read_whatever_its_framing(wire: Open, made: bytes, size: int) -> None:
    api, server = wire(in_pieces(made, size), DETAIL)
    server.keep_alive = b"close" not in made and b"Encoding: gzip\r\n\r\n" not in made
    assert read(api).raw_data == BODY
    assert read(api).data.ingram_order_number == "20-1"


@pytest.mark.parametrize("made", CODED.values(), ids=CODED)
def test_a_raw_answer_is_read_the_same_way(wire: Open, made: bytes) -> None:
    api, server = wire(made)
    server.keep_alive = False
    with api.get_orderdetails_v6_1_without_preload_content("20-1") as raw:
        assert raw.read() == BODY


@pytest.mark.parametrize("name", ["a length beside it", "gzip to the end"])
def test_a_connection_whose_framing_is_doubtful_is_not_used_again(wire: Open, name: str) -> None:
    api, server = wire(CODED[name], DETAIL)
    server.keep_alive = name == "a length beside it"
    read(api)
    read(api)
    assert server.connections == 2


SENSELESS: dict[str, bytes] = {
    "chunked, gzip": head("Transfer-Encoding: chunked, gzip") + chunked(BODY),
    "chunked twice": head("Transfer-Encoding: chunked, chunked") + chunked(BODY),
    "two lengths": head("Content-Length: 5", "Content-Length: 6") + b"{}   ",
    "two lengths in one": head("Content-Length: 5, 6") + b"{}   ",
    "a length below zero": head("Content-Length: -5") + b"{}",
    "a length with a sign": head("Content-Length: +2") + b"{}",
    "a length that is none": head("Content-Length: two") + b"{}",
    "an empty length": head("Content-Length: ") + b"{}",
    "a length beyond all": head("Content-Length: " + "9" * 40) + b"{}",
    "a status of two digits": b"HTTP/1.1 20 OK\r\nContent-Length: 2\r\n\r\n{}",
    "a status with a sign": b"HTTP/1.1 +20 OK\r\nContent-Length: 2\r\n\r\n{}",
    "two blanks before the status": b"HTTP/1.1  200 OK\r\nContent-Length: 2\r\n\r\n{}",
    "HTTP/2": b"HTTP/2.0 200 OK\r\nContent-Length: 2\r\n\r\n{}",
}


@pytest.mark.parametrize("made", SENSELESS.values(), ids=SENSELESS)
def test_an_answer_that_makes_no_sense_is_none(wire: Open, made: bytes) -> None:
    api, server = wire(made, retries=False)
    server.keep_alive = False
    for call in (place, read):
        with pytest.raises(ApiResponseException) as caught:
            call(api)
        assert caught.value.outcome is Outcome.UNKNOWN
        assert caught.value.status is None
    assert len(server.received) == 2


def test_a_packing_that_nobody_asked_for_is_named(wire: Open) -> None:
    api, _ = wire(head("Transfer-Encoding: compress, chunked") + chunked(BODY), retries=False)
    with pytest.raises(ApiResponseException, match="encoded as 'compress'"):
        read(api)


CHUNKS: dict[str, bytes] = {
    "a size below zero": b"-5\r\nxxxxx\r\n0\r\n\r\n",
    "a size with a prefix": b"0x2\r\n{}\r\n0\r\n\r\n",
    "no size": b"\r\n{}\r\n0\r\n\r\n",
    "no end of a chunk": b"2\r\n{}xx0\r\n\r\n",
    "a size beyond all": b"f" * 40 + b"\r\n{}",
}


@pytest.mark.parametrize("chunks", CHUNKS.values(), ids=CHUNKS)
def test_chunks_that_make_no_sense_cut_the_answer(wire: Open, chunks: bytes) -> None:
    api, server = wire(head("Transfer-Encoding: chunked") + chunks, retries=False)
    server.keep_alive = False
    with pytest.raises(ApiException) as caught:
        read(api)
    assert caught.value.outcome is Outcome.UNKNOWN


# The rule itself.

RULES: list[tuple[int, str | None, str | None, Framing]] = [
    (200, None, None, Framing(False, None)),
    (200, None, "5", Framing(False, 5)),
    (200, None, "5, 5", Framing(False, 5)),
    (200, "", "5", Framing(False, 5)),
    (200, "identity", "5", Framing(False, 5)),
    (200, "chunked", None, Framing(True, None)),
    (200, "chunked", "5", Framing(True, None, last=True)),
    (200, "gzip;q=1, CHUNKED", None, Framing(True, None, ("gzip",))),
    (200, "gzip", "5", Framing(False, None, ("gzip",), last=True)),
    (204, "chunked", "5", Framing(False, 0)),
    (304, None, "5", Framing(False, 0)),
    (101, None, None, Framing(False, 0)),
]


@pytest.mark.parametrize(("status", "coding", "length", "expected"), RULES)
def test_the_rule(status: int, coding: str | None, length: str | None, expected: Framing) -> None:
    assert framing(status, coding, length) == expected


def test_a_head_is_written_so_that_it_can_be_read_in_one_way() -> None:
    ordinary = head("Content-Length: 5", "X: y")
    assert reframed(ordinary, 100) == (ordinary, Framing(False, 5))
    assert reframed(head("X: y"), 100) == (head("X: y"), Framing(False, None))
    odd = head("Content-Length : 5", "content-length: 5", "X:\ty ", "no colon", " folded", "A B: c", "X: z")
    assert reframed(odd, 100)[0] == head("X: y", "X: z", "Content-Length: 5")
    assert reframed(head("Transfer-Encoding: gzip", "Content-Length: 9", "Transfer-Encoding: chunked"), 100) == (
        head("Transfer-Encoding: chunked"),
        Framing(True, None, ("gzip",), last=True),
    )
    with pytest.raises(ValueError, match="more than 2 header lines"):
        reframed(head("A: 1", "B: 2", "C: 3"), 2)


def test_a_status_line() -> None:
    assert parse_status(b"HTTP/1.1 200 OK\r\n") == (1, 200, "OK")
    assert parse_status(b"HTTP/1.0 404\n") == (0, 404, "")
    assert parse_status(b"HTTP/1.1 200 \x1b[31mr\xe9d\x00\r\n") == (1, 200, "?[31mréd?")
    for odd in (b"", b"HTTP/1.1", b"HTTP/1.1 099 x", b"HTTP/1.1 2000 x", b"http/1.1 200 OK", b"HTTP/1.1 200\tOK"):
        with pytest.raises(ValueError, match="status line"):
            parse_status(odd)


# What a status line says is shown nowhere as it came.


@pytest.mark.parametrize("status", ["500 \x1b]0;owned\x07 r\xe9d", "555 \x1b[2J", "\x1b[31m"])
def test_control_characters_of_a_status_line_reach_nobody(
    wire: Open, status: str, caplog: pytest.LogCaptureFixture
) -> None:
    made = answer({"message": "no"}, status, connection="close")
    api, _ = wire(made, debug=True)
    try:
        with caplog.at_level(logging.DEBUG):
            texts: list[str] = []
            for call in (read, place):
                with pytest.raises(ApiException) as caught:
                    call(api)
                error = caught.value
                texts += [str(error), repr(error), repr(vars(error)), repr(error.__cause__), str(error.reason)]
    finally:
        api.api_client.configuration.debug = False
    texts += [record.getMessage() for record in caplog.records]
    assert not [text for text in texts if not all(character.isprintable() or character == "\n" for character in text)]


def test_a_reason_that_has_no_end_is_shortened(wire: Open) -> None:
    api, _ = wire(answer({}, "555 " + "x" * 5000), retries=False)
    with pytest.raises(ApiException) as caught:
        read(api)
    assert len(str(caught.value.reason)) < 250


# Limits.


@pytest.mark.parametrize(("settings", "most"), [({}, 1000), ({"max_response_headers": 5}, 5)])
def test_header_lines_are_limited(wire: Open, settings: dict[str, int], most: int) -> None:
    def with_lines(count: int) -> bytes:
        return head(f"Content-Length: {len(BODY)}", *(f"X-{index}: y" for index in range(count - 1))) + BODY

    api, _ = wire(with_lines(most), with_lines(most + 1), retries=False, **settings)
    assert read(api).raw_data == BODY
    with pytest.raises(ApiResponseException, match=f"more than {most} header lines"):
        read(api)


def test_so_are_their_bytes(wire: Open) -> None:
    api, _ = wire(head(*(f"X-{index}: {'y' * 60_000}" for index in range(20))) + b"{}", retries=False)
    with pytest.raises(ApiException) as caught:
        read(api)
    assert caught.value.outcome is Outcome.UNKNOWN


MANY = b'{"ingramOrderNumber": "20-1", "orders": [{"ingramOrderNumber": "20-1"}], "lines": [' + b"{}," * 2000 + b"{}]}"
AS_TEXT = json.dumps({"ingramOrderNumber": "20-1", "notes": '{"[,\\"' * 2000}).encode()


def test_objects_are_limited_before_anything_is_made_of_them(wire: Open) -> None:
    api, server = wire(answer(MANY), max_response_objects=1000)
    with pytest.raises(ApiResponseException, match=r"more than max_response_objects \(1000\)") as caught:
        read(api)
    assert len(server.received) == 1
    assert caught.value.raw_body == MANY[:1000]
    api, _ = wire(answer(MANY, "500 Internal Server Error"), max_response_objects=1000, retries=False)
    with pytest.raises(ApiException) as caught:
        read(api)
    assert len(caught.value.raw_body) == 1000


def test_texts_are_not_taken_for_objects(wire: Open) -> None:
    api, _ = wire(answer(AS_TEXT), max_response_objects=1000)
    assert read(api).raw_data == AS_TEXT


def test_an_order_in_too_many_objects_is_not_lost(wire: Open) -> None:
    api, server = wire(answer(MANY, "201 Created"), max_response_objects=1000)
    response = place(api)
    assert response.data.orders[0].ingram_order_number == "20-1"
    assert "max_response_objects" in response.drift[0].message
    assert len(server.received) == 1


def test_a_million_objects_are_the_limit_by_default(wire: Open) -> None:
    assert Configuration().max_response_objects == 1_000_000
    assert Configuration().max_response_headers == 1_000
    api, _ = wire(answer(b"[" + b"{}," * 500_001 + b"{}]"), retries=False)
    with pytest.raises(ApiResponseException, match="max_response_objects"):
        read(api)


# Connections.


def test_bytes_left_over_on_a_connection_over_tls_are_no_answer(
    twins: None, authority: trustme.CA, ca_file: str
) -> None:
    stray = answer({"ingramOrderNumber": "20-666"})
    with WireServer([DETAIL + stray, DETAIL], tls=server_context(authority)) as server:
        with ApiClient(Configuration(server.url, ssl_ca_cert=ca_file, **COMMON)) as client:
            found = [OrdersApi(client).get_orderdetails_v6_1("20-1").ingram_order_number for _ in range(3)]
        assert found == ["20-1"] * 3
        assert server.connections == 2


@pytest.mark.parametrize(("idle", "connections"), [(9.5, 1), (10.5, 2)])
def test_a_connection_that_was_idle_for_ten_seconds_carries_no_change(
    wire: Open, monkeypatch: pytest.MonkeyPatch, idle: float, connections: int
) -> None:
    api, server = wire(answer({"orders": [{"ingramOrderNumber": "20-1"}]}, "201 Created"))
    place(api)
    now = time.monotonic
    for module in ("blocking.pool", "aio.connector"):
        monkeypatch.setattr(f"xi_sdk_resellers._transport.{module}.monotonic", lambda: now() + idle)
    read(api)
    monkeypatch.undo()
    for module in ("blocking.pool", "aio.connector"):
        monkeypatch.setattr(f"xi_sdk_resellers._transport.{module}.monotonic", lambda: now() + 2 * idle)
    place(api)
    assert server.connections == connections


# Proxies.


def proxy_that(sends: bytes, later: bytes = b"") -> Callable[[socket.socket, Received], bytes | None]:
    def run(connection: socket.socket, _: Received) -> None:
        connection.sendall(sends)
        if later:
            with suppress(OSError):
                connection.recv(65536)
                connection.sendall(later)
                connection.recv(65536)

    return run


ESTABLISHED = b"HTTP/1.1 200 Connection established\r\n"
TALKATIVE: dict[str, tuple[bytes, bytes]] = {
    "with a length": (ESTABLISHED + b"Content-Length: 5\r\n\r\nhello", b""),
    "without one": (ESTABLISHED + b"\r\nhello", b""),
    "in chunks": (ESTABLISHED + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", b""),
    "another answer": (ESTABLISHED + b"\r\n" + DETAIL, b""),
    "later": (ESTABLISHED + b"\r\n", b"hello, this is the proxy"),
}


@pytest.mark.parametrize(("sends", "later"), TALKATIVE.values(), ids=TALKATIVE)
def test_text_behind_a_proxys_answer_is_no_answer_of_the_vendor(twins: None, sends: bytes, later: bytes) -> None:
    with WireServer([proxy_that(sends, later)]) as proxy:
        configuration = Configuration("https://api.example.invalid", proxy=proxy.url, retries=False, **COMMON)
        with ApiClient(configuration) as client, pytest.raises(ApiConnectionException) as caught:
            place(OrdersApi(client))
    assert caught.value.outcome is Outcome.NOT_SENT
    if later:
        assert isinstance(caught.value, TlsException)
    else:
        assert "the proxy sent more than its answer to CONNECT" in str(caught.value)


@pytest.mark.parametrize("status", ["407 Proxy \x1b[31mAuthentication", "502 Bad Gateway", "302 Found"])
def test_a_proxy_that_refuses_is_quoted(twins: None, status: str) -> None:
    with WireServer([answer({"a": 1}, status, connection="close")]) as proxy:
        configuration = Configuration("https://api.example.invalid", proxy=proxy.url, retries=False, **COMMON)
        with ApiClient(configuration) as client, pytest.raises(ApiConnectionException) as caught:
            place(OrdersApi(client))
    assert caught.value.outcome is Outcome.NOT_SENT
    assert f"the proxy answered {status[:3]}" in str(caught.value)
    assert "\x1b" not in str(caught.value)


def test_a_proxy_is_asked_the_same_way_by_any_python(twins: None) -> None:
    with WireServer([hang_up]) as proxy:
        configuration = Configuration("https://api.example.invalid", proxy=proxy.url, retries=False, **COMMON)
        with ApiClient(configuration) as client, pytest.raises(ApiConnectionException):
            read(OrdersApi(client))
    (request,) = proxy.received
    assert request.line == "CONNECT api.example.invalid:443 HTTP/1.1"
    assert request.headers["host"].removesuffix(":443") == "api.example.invalid"
