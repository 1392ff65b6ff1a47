"""What the client makes of answers that are broken on the wire, byte by byte."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from test.support.wire_calls import DETAIL, PLACED, Open, place, read
from test.support.wire_server import Script, answer, hang_up
from xi_sdk_resellers import (
    ApiConnectionException,
    ApiResponseException,
    Outcome,
    ServiceException,
)

pytestmark = pytest.mark.usefixtures("twins")


BROKEN = {
    "no answer": hang_up,
    "half a status line": lambda connection, _: connection.sendall(b"HTTP/1.1 2"),
    "half the headers": lambda connection, _: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Le"),
}

GARBAGE = {
    "no HTTP": b"SSH-2.0-OpenSSH_9.6\r\nconnection: close\r\n\r\n",
    "a status that is no number": answer(status="abc OK", connection="close"),
    "two lengths": answer(content_length="2, 3", connection="close"),
    "endless informational answers": b"HTTP/1.1 103 Early Hints\r\n\r\n" * 50 + b"connection: close",
}


@pytest.mark.parametrize("script", BROKEN.values(), ids=BROKEN)
def test_an_answer_that_never_came_is_uncertain_for_a_mutation_and_repeated_for_a_read(
    wire: Open, script: Script
) -> None:
    api, server = wire(script, DETAIL)
    assert read(api).data.ingram_order_number == "20-1"
    assert len({request.correlation_id for request in server.received}) == 1

    api, server = wire(script, answer(PLACED, "201 Created"))
    with pytest.raises(ApiConnectionException) as caught:
        place(api)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert caught.value.customer_order_number == "PO-1"
    assert caught.value.correlation_id == server.received[0].correlation_id
    assert len(server.received) == 1


@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE)
def test_an_answer_that_is_no_http_is_named_so(wire: Open, garbage: bytes) -> None:
    api, server = wire(garbage)
    with pytest.raises(ApiResponseException) as caught:
        place(api)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert len(server.received) == 1


def test_informational_answers_are_skipped(wire: Open) -> None:
    early = (
        b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"
    )
    api, server = wire(early + answer(PLACED, "201 Created"))
    assert place(api).data.orders[0].ingram_order_number == "20-12345"
    assert place(api).status_code == 201
    assert server.connections == 1


@pytest.mark.parametrize(("count", "outcome"), [(20, None), (21, Outcome.UNKNOWN)])
def test_twenty_informational_answers_are_skipped_and_no_more(wire: Open, count: int, outcome: Outcome | None) -> None:
    api, server = wire(b"HTTP/1.1 102 Processing\r\n\r\n" * count + answer(PLACED, "201 Created", connection="close"))
    if outcome is None:
        assert [place(api).status_code for _ in range(2)] == [201, 201]  # the count begins anew with each answer
        return
    with pytest.raises(ApiResponseException) as caught:
        place(api)
    assert caught.value.outcome is outcome
    assert len(server.received) == 1


STRAY = answer({"ingramOrderNumber": "20-666"})


@pytest.mark.parametrize("stray", [STRAY, b"\r\n", STRAY * 50], ids=["an answer", "a line break", "much"])
def test_bytes_after_an_answer_never_become_the_next_answer(wire: Open, stray: bytes) -> None:
    api, server = wire(DETAIL + stray, DETAIL)
    assert [read(api).data.ingram_order_number for _ in range(3)] == ["20-1", "20-1", "20-1"]
    assert server.connections == 2


def test_a_chunked_answer_with_bytes_behind_it_costs_the_connection(wire: Open) -> None:
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
    api, server = wire(chunked + STRAY, DETAIL)
    assert read(api).raw_data == b"{}"
    assert read(api).data.ingram_order_number == "20-1"
    assert server.connections == 2


def test_a_connection_that_the_server_closed_is_not_used_for_a_mutation(wire: Open) -> None:
    api, server = wire(answer(PLACED, "201 Created", connection="keep-alive"), answer(PLACED, "201 Created"))
    server.keep_alive = False
    for _ in range(5):
        assert place(api).status_code == 201
        assert server.ended.acquire(timeout=5)
    assert server.connections == 5


def test_a_connection_that_was_idle_for_long_is_not_used_for_a_mutation(
    wire: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    api, server = wire(answer(PLACED, "201 Created"))
    place(api)
    place(api)
    assert server.connections == 1
    for module in ("_transport.blocking.pool", "_transport.aio.connector"):
        monkeypatch.setattr(f"xi_sdk_resellers.{module}.MAX_IDLE_FOR_CHANGES", 0.0)
    place(api)
    assert server.connections == 2


# Odds and ends of HTTP.


@pytest.mark.parametrize("status", ["200 OK", "201 Created", "202 Accepted", "207 Multi-Status", "299 Fine"])
def test_any_2xx_is_a_placed_order(wire: Open, status: str) -> None:
    api, _ = wire(answer(PLACED, status))
    assert place(api).data.orders[0].ingram_order_number == "20-12345"


def test_a_reset_during_a_long_request_is_uncertain(wire: Open) -> None:
    def reset(connection: socket.socket, _: Any) -> None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    api, server = wire(reset)
    with pytest.raises(ApiConnectionException) as caught:
        place(api)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert len(server.received) == 1


def test_an_error_keeps_everything(wire: Open) -> None:
    page = b"<html><body>Bad Gateway</body></html>"
    api, _ = wire(answer(page, "502 Bad Gateway", content_type="text/html", x_request="r1"), retries=False)
    with pytest.raises(ServiceException) as caught:
        place(api, im_correlation_id="c" * 32)
    error = caught.value
    assert (error.status, error.reason, error.raw_body) == (502, "Bad Gateway", page)
    assert error.body == page.decode()
    assert error.headers["x-request"] == "r1"
    assert error.correlation_id == "c" * 32
    assert str(error).splitlines()[0] == "post_createorder_v6: 502 Bad Gateway"
    assert "It is not known whether the order was placed" in str(error)
