"""Raw responses of the asyncio client."""

from __future__ import annotations

import json
import socket
import threading

import pytest

from test.support.asyncio_calls import DETAIL, client_of
from test.support.wire_server import Received, WireServer, answer
from xi_sdk_resellers import ApiResponseException
from xi_sdk_resellers.aio import OrdersApi


async def test_a_raw_response_streams() -> None:
    big = json.dumps({"notes": "x" * 300_000}).encode()
    with WireServer([answer(big), DETAIL]) as server:
        async with client_of(server) as client:
            api = OrdersApi(client)
            async with await api.get_orderdetails_v6_1_without_preload_content("20-1") as raw:
                assert b"".join([piece async for piece in raw]) == big
            raw = await api.get_orderdetails_v6_1_without_preload_content("20-1")
            assert await raw.read() == raw.data
        assert server.connections == 1


async def test_a_raw_response_that_is_left_unread_costs_its_connection() -> None:
    with WireServer([answer(b"x" * 3_000_000), DETAIL]) as server:
        async with client_of(server, connection_pool_maxsize=1) as client:
            api = OrdersApi(client)
            async with await api.get_orderdetails_v6_1_without_preload_content("20-1") as raw:
                assert await raw.read(10)
            assert (await api.get_orderdetails_v6_1("20-1")).ingram_order_number == "20-1"
        assert server.connections == 2


async def test_the_time_of_a_call_does_not_limit_its_stream() -> None:
    def slow(connection: socket.socket, _: Received) -> None:
        connection.sendall(answer(b"x" * 4, connection="close")[:-3])
        for _ in range(3):
            threading.Event().wait(0.4)
            connection.sendall(b"x")

    with WireServer([slow, answer(b"ab", content_length="9", connection="close")]) as server:
        async with client_of(server, total_timeout=1) as client:
            api = OrdersApi(client)
            async with await api.get_orderdetails_v6_1_without_preload_content("20-1") as raw:
                assert await raw.read() == b"xxxx"
            async with await api.get_orderdetails_v6_1_without_preload_content("20-1") as raw:
                with pytest.raises(ApiResponseException, match="cut short"):
                    await raw.read()
