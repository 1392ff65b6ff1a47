"""Raw responses: streamed, cut short, repeated before they are handed out."""

from __future__ import annotations

import json
import socket
import threading
from typing import Any

import pytest

from test.support.client_twins import ApiClient, OrdersApi
from test.support.wire_calls import DETAIL, ORDER, Open, read
from test.support.wire_server import Received, answer, hang_up
from xi_sdk_resellers import (
    ApiConnectionException,
    ApiResponseException,
    ApiTimeoutException,
    Configuration,
    Outcome,
    Retries,
)

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


@pytest.mark.parametrize("retries", [False, Retries(max_attempts=2, backoff=0)])
def test_a_raw_call_without_a_connection_fails_like_any_other(wire: Open, retries: Any) -> None:
    api, server = wire(DETAIL)
    configuration = Configuration(
        "http://127.0.0.1:1", access_token="t", im_customer_number="1", im_country_code="US", retries=retries
    )
    with ApiClient(configuration) as client:
        with pytest.raises(ApiConnectionException) as caught:
            OrdersApi(client).get_orderdetails_v6_1_without_preload_content("20-1")
    assert (caught.value.outcome, caught.value.attempts) == (Outcome.NOT_SENT, 2 if retries else 1)

    api, server = wire(hang_up)
    for call in (read_raw, place_raw):
        with pytest.raises(ApiConnectionException) as caught:
            call(api)
        assert caught.value.outcome is Outcome.UNKNOWN
    assert len(server.received) == 3 + 1  # only the read is repeated


def read_raw(api: OrdersApi) -> Any:
    return api.get_orderdetails_v6_1_without_preload_content("20-1")


def place_raw(api: OrdersApi) -> Any:
    return api.post_createorder_v6_without_preload_content(order_create_request=ORDER)


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


def test_a_raw_response_that_is_too_large_is_no_timeout(wire: Open) -> None:
    api, _ = wire(answer(BIG), retries=False, max_response_bytes=1000)
    raw = api.get_orderdetails_v6_1_without_preload_content("20-1")
    with pytest.raises(ApiResponseException, match="larger than max_response_bytes") as caught:
        raw.read()
    assert not isinstance(caught.value, TimeoutError)


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
