"""Calls of the asyncio client to a scripted server, and scripts that wait."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Coroutine
from time import monotonic
from typing import Any

from test.support.wire_server import Received, WireServer, answer
from xi_sdk_resellers import Configuration
from xi_sdk_resellers.aio import ApiClient, OrdersApi

ORDER = {"customerOrderNumber": "PO-1", "lines": [{"customerLineNumber": "1", "ingramPartNumber": "A1", "quantity": 1}]}
PLACED = answer({"customerOrderNumber": "PO-1", "orders": [{"ingramOrderNumber": "20-1"}]}, "201 Created")
DETAIL = answer({"ingramOrderNumber": "20-1"})
Call = Callable[[OrdersApi], Coroutine[Any, Any, Any]]

CALLS: dict[str, Call] = {
    "GET": lambda api: api.get_orderdetails_v6_1("20-1"),
    "POST": lambda api: api.post_createorder_v6(order_create_request=ORDER),
    "PUT": lambda api: api.put_ordermodify("20-1", order_modify_request={"notes": "x"}),
    "DELETE": lambda api: api.delete_ordercancel("20-1"),
}


def client_of(server: WireServer, **settings: Any) -> ApiClient:
    common: dict[str, Any] = {"access_token": "t", "im_customer_number": "1", "im_country_code": "US"}
    return ApiClient(Configuration(server.url, **{**common, "retries": False, **settings}))


class Held:
    """A script that answers only when it is told to."""

    def __init__(self, made: bytes = PLACED) -> None:
        self.arrived, self.go, self.made = threading.Event(), threading.Event(), made

    def __call__(self, connection: socket.socket, received: Received) -> bytes:
        self.arrived.set()
        self.go.wait(10)
        return self.made

    async def arrival(self) -> None:
        assert await asyncio.to_thread(self.arrived.wait, 10)


async def until(condition: Callable[[], object]) -> None:
    """Let the loop run until something is so."""
    end = monotonic() + 10
    while not condition():
        assert monotonic() < end
        await asyncio.sleep(0.001)


async def cancel_on_its_way(client: ApiClient, held: Held) -> asyncio.CancelledError:
    """Cancel the task of a POST while the server has it, and return what the task raised."""
    task = asyncio.create_task(CALLS["POST"](OrdersApi(client)))
    await held.arrival()
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        return error
    raise AssertionError("the task was not cancelled")
