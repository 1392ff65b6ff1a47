"""Answers that drip or never come end with the time of the call."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable
from typing import Any

import pytest

from test.support.client_twins import ApiClient, OrdersApi
from test.support.wire_calls import ORDER, Open, place, read
from test.support.wire_server import Script, answer
from xi_sdk_resellers import ApiTimeoutException, Configuration, Outcome

pytestmark = pytest.mark.usefixtures("twins")


BIG = json.dumps({"notes": "x" * 100_000}).encode()


def drip(at_once: bytes, data: bytes) -> Callable[[socket.socket, Any], None]:
    def run(connection: socket.socket, _: Any) -> None:
        stop = connection.dup()
        stop.settimeout(0.02)
        try:
            connection.sendall(at_once)
            for index in range(len(data)):
                connection.sendall(data[index : index + 1])
                try:
                    if not stop.recv(1):
                        return
                except TimeoutError:
                    continue
        finally:
            stop.close()

    return run


SLOW = {"headers": drip(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 1000), "body": drip(answer(BIG)[:200], BIG)}


@pytest.mark.parametrize("slow", SLOW.values(), ids=SLOW)
def test_a_read_that_drips_ends_with_the_time_of_the_call(wire: Open, slow: Script) -> None:
    api, server = wire(slow, total_timeout=0.4, read_timeout=0.3)
    with pytest.raises(ApiTimeoutException):
        read(api)
    assert len(server.received) == 1


def test_an_order_whose_answer_drips_ends_with_the_time_of_the_call(wire: Open) -> None:
    api, _ = wire(SLOW["headers"], total_timeout=0.4, read_timeout=0.3)
    with pytest.raises(ApiTimeoutException) as caught:
        place(api)
    assert caught.value.outcome is Outcome.UNKNOWN
    api, _ = wire(SLOW["body"], total_timeout=0.4, read_timeout=0.3)
    with pytest.raises(ApiTimeoutException, match="cut short") as caught:
        place(api)
    assert (caught.value.status, caught.value.outcome) == (200, Outcome.UNKNOWN)


def test_a_silent_server_ends_with_the_read_timeout(wire: Open) -> None:
    api, _ = wire(lambda connection, _: connection.recv(1), retries=False)
    with pytest.raises(ApiTimeoutException) as caught:
        place(api, _request_timeout=(60, 0.1))
    assert isinstance(caught.value, TimeoutError)
    assert "no answer in time\n" in str(caught.value)
    assert re.search("cause: (Socket)?TimeoutError: ", str(caught.value))
    assert caught.value.outcome is Outcome.UNKNOWN
    with pytest.raises(ApiTimeoutException):
        read(api, _request_timeout=0.1)


def test_a_server_that_stops_taking_a_request_ends_with_the_read_timeout() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        configuration = Configuration(
            f"http://127.0.0.1:{listener.getsockname()[1]}", access_token="t", im_customer_number="1",
            im_country_code="US", read_timeout=0.2, connect_timeout=60, total_timeout=None, retries=False,
        )  # fmt: skip
        with ApiClient(configuration) as client, pytest.raises(ApiTimeoutException) as caught:
            OrdersApi(client).post_createorder_v6(order_create_request={**ORDER, "notes2": "x" * 20_000_000})
    assert caught.value.outcome is Outcome.UNKNOWN
