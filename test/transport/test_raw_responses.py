"""Raw responses: streamed, cut short, repeated before they are handed out."""

from __future__ import annotations

import json
import socket
import threading

import pytest

from test.support.wire_calls import DETAIL, Open, read
from test.support.wire_server import Received, answer
from xi_sdk_resellers import ApiResponseException, ApiTimeoutException

pytestmark = pytest.mark.usefixtures("twins")


BIG = json.dumps({"notes": "x" * 100_000}).encode()


def test_raw_responses_stream_any_status(wire: Open) -> None:
    api, server = wire(answer(BIG), answer({"message": "no"}, "404 Not Found"), DETAIL)
    with api.get_orderdetails_v6_1_without_preload_content("20-1") as raw:
        assert (raw.status, raw.getheader("Content-Type")) == (200, "application/json")
        first = raw.read(1000)
        assert BIG.startswith(first)
        assert first + b"".join(raw.stream()) == BIG
    with api.get_orderdetails_v6_1_without_preload_content("20-1") as raw:
        assert raw.status == 404
        assert raw.read() == raw.data == b'{"message": "no"}'
    assert read(api).status_code == 200
    assert server.connections == 1


def test_a_raw_response_that_is_cut_short_raises_ours(wire: Open) -> None:
    api, _ = wire(answer(b'{"ingramOrderNumber": "20-', content_length="400", connection="close"), retries=False)
    raw = api.get_orderdetails_v6_1_without_preload_content("20-1")
    with pytest.raises(ApiResponseException, match="cut short"):
        raw.read()
    raw.close()


def test_a_raw_response_that_fails_says_what_had_come(wire: Open) -> None:
    api, server = wire(answer(b"ab", "201 Made", content_length="9", connection="close", x_own="7"), retries=False)
    raw = api.get_orderdetails_v6_1_without_preload_content("20-1")
    assert (raw.status, raw.reason, raw.getheader("X-None"), raw.getheader("X-None", "-")) == (201, "Made", None, "-")
    with pytest.raises(ApiResponseException) as caught:
        raw.read()
    error = caught.value
    assert (error.status, error.reason, error.headers["X-Own"]) == (201, "Made", "7")
    assert (error.operation, error.host) == ("get_orderdetails_v6_1", server.url)


def test_a_raw_response_that_stalls_is_a_timeout(wire: Open) -> None:
    over = threading.Event()

    def stall(connection: socket.socket, _: Received) -> None:
        connection.sendall(answer(b"ab", content_length="9"))
        over.wait(20)

    api, _ = wire(stall, retries=False, read_timeout=0.2)
    raw = api.get_orderdetails_v6_1_without_preload_content("20-1")
    with pytest.raises(ApiTimeoutException) as caught:
        raw.read()
    over.set()
    assert caught.value.status == 200


def test_a_raw_read_is_repeated_before_it_is_handed_out(wire: Open) -> None:
    api, server = wire(answer(status="503 Busy"), DETAIL, connection_pool_maxsize=1)
    with api.get_orderdetails_v6_1_without_preload_content("20-1") as raw:
        assert raw.status == 200
    assert len(server.received) == 2
