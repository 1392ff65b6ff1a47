"""What only the asyncio client can get wrong in sending: aiohttp's own repetitions, dead connections, split heads."""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import suppress

import pytest

from test.support.asyncio_calls import CALLS, DETAIL, ORDER, PLACED, Call, client_of
from test.support.wire_server import Received, WireServer, answer, hang_up
from xi_sdk_resellers import ApiConnectionException, ApiResponseException, ApiTimeoutException, Configuration, Outcome
from xi_sdk_resellers.aio import ApiClient, OrdersApi


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
async def test_a_lost_answer_on_a_kept_connection_is_never_repeated_by_the_transport(call: Call) -> None:
    with WireServer([DETAIL, hang_up, DETAIL]) as server:
        async with client_of(server) as client:
            api = OrdersApi(client)
            await api.get_orderdetails_v6_1("20-1")
            with pytest.raises(ApiConnectionException) as caught:
                await call(api)
        assert caught.value.outcome is Outcome.UNKNOWN
        assert len(server.received) == 2
        assert server.connections == 1


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
async def test_nor_by_an_aiohttp_that_cannot_be_told_not_to(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    with WireServer([DETAIL, hang_up, DETAIL]) as server:
        async with client_of(server) as client:
            api = OrdersApi(client)
            await api.get_orderdetails_v6_1("20-1")
            (home,) = client.rest_client._homes.values()
            monkeypatch.setattr(home.session, "_retry_connection", True, raising=False)
            with pytest.raises(ApiConnectionException) as caught:
                await call(api)
        assert caught.value.outcome is Outcome.UNKNOWN
        assert len(server.received) == 2


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
async def test_a_dead_connection_is_noticed_before_anything_is_sent_on_it(call: Call) -> None:
    with WireServer([PLACED]) as server:
        server.keep_alive = False
        async with client_of(server) as client:
            api = OrdersApi(client)
            for _ in range(3):
                with suppress(ApiResponseException):  # the answer is that of a creation
                    await call(api)
                # The thread is held up, so the loop cannot have seen the end of the connection yet.
                assert server.ended.acquire(timeout=5)
        assert len(server.received) == server.connections == 3


async def test_what_arrives_unasked_on_an_idle_connection_ends_it() -> None:
    sockets: list[socket.socket] = []

    def keep(connection: socket.socket, _: Received) -> bytes:
        sockets.append(connection)
        return DETAIL

    with WireServer([keep]) as server:
        async with client_of(server) as client:
            api = OrdersApi(client)
            for piece in (answer({"ingramOrderNumber": "20-666"}), b"HTTP/1.1 2", b"\r\n"):
                await api.get_orderdetails_v6_1("20-1")
                sockets[-1].sendall(piece)
                assert await asyncio.to_thread(server.ended.acquire, timeout=5)
            assert (await api.get_orderdetails_v6_1("20-1")).ingram_order_number == "20-1"
        assert server.connections == 4


HEAD = b"HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\n"


@pytest.mark.parametrize("cut", [0, 3, 30, len(HEAD) - 1, len(HEAD)])
async def test_a_creation_whose_answer_has_no_body_is_unknown_wherever_its_head_is_cut(cut: int) -> None:
    def in_two(connection: socket.socket, received: Received) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.sendall(HEAD[:cut])
        apart.wait(0.02)
        connection.sendall(HEAD[cut:] + b"zz\r\n")
        apart.wait(10)

    apart = threading.Event()
    with WireServer([in_two]) as server:
        async with client_of(server) as client:
            with pytest.raises(ApiResponseException) as caught:
                await OrdersApi(client).post_createorder_v6(order_create_request=ORDER)
            apart.set()
    assert (caught.value.status, caught.value.outcome) == (201, Outcome.UNKNOWN)


async def test_a_content_length_may_come_twice_and_may_not_be_endless(caplog: pytest.LogCaptureFixture) -> None:
    length = b"content-length: %d\r\n" % (len(PLACED) - PLACED.index(b"\r\n\r\n") - 4)
    twice = PLACED.replace(b"201 Created\r\n", b"201 Created\r\n" + length.title() + length)
    endless = answer(b"{}", content_length="9" * 5000)
    with WireServer([twice, twice, endless]) as server:
        async with client_of(server) as client:
            api = OrdersApi(client)
            for _ in range(2):
                found = await api.post_createorder_v6_with_http_info(order_create_request=ORDER)
                assert (found.status_code, found.drift) == (201, ())
            with pytest.raises(ApiResponseException, match="Content-Length"):
                await api.post_createorder_v6(order_create_request=ORDER)
        assert server.connections == 1
    assert "Fatal error" not in caplog.text


async def test_a_server_that_stops_taking_a_large_request_ends_with_the_read_timeout() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        configuration = Configuration(
            f"http://127.0.0.1:{listener.getsockname()[1]}", access_token="t", im_customer_number="1",
            im_country_code="US", read_timeout=0.2, total_timeout=None, retries=False,
        )  # fmt: skip
        async with ApiClient(configuration) as client:
            with pytest.raises(ApiTimeoutException, match="stopped taking the request") as caught:
                await OrdersApi(client).post_createorder_v6(order_create_request={**ORDER, "notes2": "x" * 20_000_000})
    assert caught.value.outcome is Outcome.UNKNOWN


async def test_a_large_answer_is_decoded_beside_the_loop(caplog: pytest.LogCaptureFixture) -> None:
    small, large = ({"lines": 5, "notes": "x" * size} for size in (10, 2_000_000))
    with WireServer([answer(small), answer(large)]) as server:
        async with client_of(server) as client:
            for _ in range(2):
                await CALLS["GET"](OrdersApi(client))
    here = threading.current_thread().name
    assert [record.threadName == here for record in caplog.records if "lines" in record.getMessage()] == [True, False]
