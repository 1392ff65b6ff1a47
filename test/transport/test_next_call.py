"""Whatever becomes of a call, the next one on the same client gets its own answer: over plain http and over TLS."""

from __future__ import annotations

import gzip
import re
import socket
import struct
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import trustme

from test.support.client_twins import ApiClient, OrdersApi
from test.support.wire_calls import ORDER, PLACED, server_context
from test.support.wire_server import Received, Script, WireServer, answer, hang_up
from xi_sdk_resellers import Configuration, OpenApiException

pytestmark = pytest.mark.usefixtures("twins")

GOOD = answer({**PLACED, "ingramOrderNumber": "20-666"})
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
CHUNKED = HEAD + b"transfer-encoding: chunked\r\n\r\n"


def reset(connection: socket.socket, _: Received) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def cut(data: bytes) -> Script:
    """Send bytes, and hang up."""

    def run(connection: socket.socket, _: Received) -> None:
        connection.sendall(data)

    return run


def stall(connection: socket.socket, _: Received) -> None:
    """Send half an answer, and wait until the client has hung up."""
    connection.sendall(GOOD[:-10])
    with suppress(OSError):
        connection.recv(1)


FAULTS: dict[str, Script] = {
    "nothing": GOOD,
    "no answer": hang_up,
    "a reset": reset,
    "half a status line": cut(GOOD[:9]),
    "half the headers": cut(GOOD[:40]),
    "half a body": cut(GOOD[:-10]),
    "half a body, and silence": stall,
    "no HTTP": cut(b"SSH-2.0-OpenSSH_9.6\r\n\r\n"),
    "another answer behind it": GOOD + GOOD,
    "a blank behind it": GOOD + b" ",
    "a line break behind it": GOOD + b"\r\n",
    "a shorter length": answer({"a": 1}, content_length="3"),
    "two lengths": HEAD + b"content-length: 2\r\ncontent-length: 3\r\n\r\n{}x",
    "a length beside chunks": HEAD + b"content-length: 9\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    "chunks": CHUNKED + b"2\r\n{}\r\n0\r\n\r\n",
    "chunks, and more behind them": CHUNKED + b"2\r\n{}\r\n0\r\n\r\n" + GOOD,
    "a broken chunk": cut(CHUNKED + b"2\r\n{}\r\nzz\r\n"),
    "chunks without an end": cut(CHUNKED + b"2\r\n{}\r\n"),
    "a broken packing": answer(gzip.compress(b"{}")[:-6], content_encoding="gzip"),
    "an early answer": b"HTTP/1.1 103 Early Hints\r\n\r\n" + GOOD,
    "a 204 with a body": answer(b"{}", "204 No Content"),
    "a 304 with a body": answer(b"{}", "304 Not Modified"),
    "an error": answer({"message": "no"}, "400 Bad Request"),
    "an error and the end": cut(answer({"message": "no"}, "503 Busy", connection="close")),
    "a redirect": answer({}, "302 Found", location="https://elsewhere.invalid/"),
    "too much": answer(b"x" * 5000),
}


def echo(_: socket.socket, received: Received) -> bytes:
    """Answer with the number that was asked for."""
    number = re.search(r"20-\d+", received.line)
    return answer({**PLACED, "ingramOrderNumber": number[0] if number else "20-12345"})


@pytest.fixture(params=["plain", "tls"])
def server(request: pytest.FixtureRequest, authority: trustme.CA) -> Iterator[WireServer]:
    with WireServer([], tls=server_context(authority) if request.param == "tls" else None) as made:
        yield made


def read(api: OrdersApi, number: str) -> Any:
    return api.get_orderdetails_v6_1(number)


def place(api: OrdersApi, _: str) -> Any:
    return api.post_createorder_v6(order_create_request=ORDER)


def raw_read(api: OrdersApi, number: str) -> Any:
    with api.get_orderdetails_v6_1_without_preload_content(number) as raw:
        return raw.read(3)


@pytest.mark.parametrize("call", [read, place, raw_read])
@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_the_next_call_gets_its_own_answer(server: WireServer, ca_file: str, fault: Script, call: Any) -> None:
    server.scripts[:] = [fault, fault, echo]
    configuration = Configuration(
        server.url, access_token="t", im_customer_number="1", im_country_code="US", connection_pool_maxsize=1,
        retries=False, read_timeout=0.3 if fault is stall else 20, ssl_ca_cert=ca_file, max_response_bytes=4000,
    )  # fmt: skip
    with ApiClient(configuration) as client:
        api = OrdersApi(client)
        for _ in range(2):
            with suppress(OpenApiException):
                call(api, "20-1")
        assert [read(api, f"20-{at}").ingram_order_number for at in (7, 8)] == ["20-7", "20-8"]
        assert place(api, "").orders[0].ingram_order_number == "20-12345"
        assert len(server.received) == 5
