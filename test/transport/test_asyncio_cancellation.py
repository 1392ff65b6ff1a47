"""Calls of the asyncio client that are cancelled: what is known of them, and what becomes of their connections."""

from __future__ import annotations

import asyncio
import socket
import sys
import threading
from contextlib import suppress
from typing import Any

import pytest
from aiohttp.connector import Connection

from test.support.asyncio_calls import CALLS, DETAIL, PLACED, Held, cancel_on_its_way, client_of, until
from test.support.wire_server import Received, WireServer, answer
from xi_sdk_resellers import Outcome
from xi_sdk_resellers._transport.aio.connector import Attempt, Protocol
from xi_sdk_resellers.aio import ApiClient, OrdersApi, cancelled_call
from xi_sdk_resellers.sandbox import Sandbox

needs_kept_exceptions = pytest.mark.skipif(
    sys.version_info < (3, 11), reason="a task of Python 3.10 raises a new CancelledError to those who wait for it"
)


@needs_kept_exceptions
async def test_a_cancelled_mutation_is_unknown_and_its_connection_is_cut(caplog: pytest.LogCaptureFixture) -> None:
    held = Held()
    with WireServer([held, DETAIL]) as server:
        async with client_of(server, connection_pool_maxsize=1) as client:
            error: Any = await cancel_on_its_way(client, held)
            assert type(error) is asyncio.CancelledError
            assert (error.outcome, error.customer_order_number) == (Outcome.UNKNOWN, "PO-1")
            assert error.correlation_id == server.received[0].correlation_id
            assert error.correlation_id in error.__notes__[0]
            assert error.correlation_id in caplog.text
            assert "post_createorder_v6 was cancelled on its way: the vendor may have acted." in caplog.text
            call = cancelled_call(error)
            assert call is not None
            assert call.operation == "post_createorder_v6"
            held.go.set()
            assert (await OrdersApi(client).get_orderdetails_v6_1("20-1")).ingram_order_number == "20-1"
        assert [request.connection for request in server.received] == [1, 2]


async def test_even_when_aiohttp_gives_back_the_connection_of_a_cancelled_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Connection, "close", Connection.release)  # what version 3.9.0 does
    held = Held()
    with WireServer([held, DETAIL]) as server:
        async with client_of(server, connection_pool_maxsize=1) as client:
            await cancel_on_its_way(client, held)
            held.go.set()
            assert (await OrdersApi(client).get_orderdetails_v6_1("20-1")).ingram_order_number == "20-1"
        assert [request.connection for request in server.received] == [1, 2]


async def test_a_call_that_was_cancelled_inside_its_own_task_says_so_there() -> None:
    held = Held()
    seen: list[Any] = []

    async def place(api: OrdersApi) -> None:
        try:
            await CALLS["POST"](api)
        except asyncio.CancelledError as error:
            seen.append(error)
            raise

    with WireServer([held]) as server:
        async with client_of(server) as client:
            task = asyncio.create_task(place(OrdersApi(client)))
            await held.arrival()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            held.go.set()
    assert seen[0].outcome is Outcome.UNKNOWN
    assert task.cancelled()


async def test_a_call_that_was_cancelled_while_it_waited_for_a_connection_was_not_sent() -> None:
    held = Held(DETAIL)
    with WireServer([held]) as server:
        async with client_of(server, connection_pool_maxsize=1) as client:
            api = OrdersApi(client)
            first = asyncio.create_task(CALLS["GET"](api))
            await held.arrival()
            with pytest.raises(asyncio.TimeoutError) as caught:
                await asyncio.wait_for(CALLS["POST"](api), 0.05)
            call = cancelled_call(caught.value)
            assert call is not None or sys.version_info < (3, 12)
            assert call is None or call.outcome is Outcome.NOT_SENT
            held.go.set()
            assert (await first).ingram_order_number == "20-1"
        assert len(server.received) == 1


async def test_a_call_that_was_cancelled_while_it_waited_for_its_next_attempt_was_rejected() -> None:
    busy = answer(status="429 Busy", retry_after="60")
    with WireServer([busy]) as server:
        async with client_of(server, retries=True) as client:
            task = asyncio.create_task(CALLS["POST"](OrdersApi(client)))
            await until(lambda: server.received)
            await asyncio.sleep(0.05)
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        assert len(server.received) == 1
    if sys.version_info >= (3, 11):
        assert task.cancelled()


@pytest.mark.skipif(sys.version_info < (3, 11), reason="asyncio.timeout is new in Python 3.11")
async def test_timeouts_and_task_groups_of_asyncio_work_around_a_call() -> None:
    held = Held()
    with WireServer([held]) as server:
        async with client_of(server) as client:
            api = OrdersApi(client)

            endings: list[asyncio.Task[None]] = []

            async def run_out_of_time() -> None:
                async with asyncio.timeout(10) as limit:
                    endings.append(asyncio.create_task(end_on_arrival(limit)))
                    await CALLS["POST"](api)

            async def end_on_arrival(limit: asyncio.Timeout) -> None:
                await held.arrival()
                limit.reschedule(0)

            with pytest.raises(TimeoutError) as caught:
                await run_out_of_time()
            await endings[0]
            call = cancelled_call(caught.value)
            assert call is not None
            assert call.outcome is Outcome.UNKNOWN
            current = asyncio.current_task()
            assert current is not None
            assert current.cancelling() == 0

            async def fail() -> None:
                await held.arrival()
                raise KeyError("beside it")

            held.arrived.clear()
            seen: list[asyncio.Task[Any]] = []

            async def group() -> None:
                async with asyncio.TaskGroup() as tasks:
                    seen.append(tasks.create_task(CALLS["POST"](api)))
                    tasks.create_task(fail())

            with pytest.raises(Exception, match="unhandled errors in a TaskGroup") as caught_group:
                await group()
            errors: Any = caught_group.value
            assert [type(error) for error in errors.exceptions] == [KeyError]
            assert seen[0].cancelled()
            held.go.set()


async def test_a_task_that_is_cancelled_at_any_moment_leaves_a_client_that_works() -> None:
    with Sandbox() as sandbox:
        async with ApiClient(sandbox.configuration(connection_pool_maxsize=2)) as client:
            api = OrdersApi(client)
            for turns in range(60):
                task = asyncio.create_task(api.get_resellers_v6_ordersearch())
                for _ in range(turns):
                    await asyncio.sleep(0)
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
            assert (await asyncio.gather(*(api.get_resellers_v6_ordersearch() for _ in range(5))))[0].orders == []
            (home,) = client.rest_client._homes.values()
            assert home.under_way == 0


async def test_a_late_cancellation_does_not_cut_the_next_ones_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    go, rest, tasks = threading.Event(), Protocol.rest, list[asyncio.Task[Any]]()

    def in_two_pieces(connection: socket.socket, _: Received) -> bytes:
        connection.sendall(DETAIL[:-5])
        go.wait(5)
        return DETAIL[-5:]

    def cancelled_at_the_last_moment(protocol: Protocol, attempt: Attempt) -> None:
        rest(protocol, attempt)
        tasks[0].cancel()

    monkeypatch.setattr(Protocol, "rest", cancelled_at_the_last_moment)
    with WireServer([in_two_pieces, PLACED]) as server:
        async with client_of(server, connection_pool_maxsize=1) as client:
            tasks.append(asyncio.create_task(CALLS["GET"](OrdersApi(client))))
            await until(lambda: server.received)
            tasks.append(asyncio.create_task(CALLS["POST"](OrdersApi(client))))
            await asyncio.sleep(0.01)
            go.set()
            first, second = await asyncio.gather(*tasks, return_exceptions=True)
            assert isinstance(first, asyncio.CancelledError)
            assert second.orders[0].ingram_order_number == "20-1"
        assert server.connections == 1
