"""What only the asyncio client can get wrong: aiohttp's own repetitions, cancellation, tokens for many tasks."""

from __future__ import annotations

import asyncio
import socket
import sys
import threading
from contextlib import suppress
from typing import Any

import pytest
from aiohttp.connector import Connection

from xi_sdk_resellers import ApiConnectionException, ApiResponseException, ApiTimeoutException, Configuration, Outcome
from xi_sdk_resellers._transport.aio.connector import Attempt, Protocol
from xi_sdk_resellers.aio import ApiClient, OrdersApi, cancelled_call
from xi_sdk_resellers.sandbox import Sandbox
from xi_sdk_resellers.token_cache import FileTokenCache, MemoryTokenCache

from .asyncio_calls import CALLS, DETAIL, ORDER, PLACED, Call, Held, cancel_on_its_way, client_of, until
from .wire_server import Received, WireServer, answer, hang_up

# Sent once.


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


# Cancellation.


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


async def test_a_large_answer_is_decoded_beside_the_loop(caplog: pytest.LogCaptureFixture) -> None:
    small, large = ({"lines": 5, "notes": "x" * size} for size in (10, 2_000_000))
    with WireServer([answer(small), answer(large)]) as server:
        async with client_of(server) as client:
            for _ in range(2):
                await CALLS["GET"](OrdersApi(client))
    here = threading.current_thread().name
    assert [record.threadName == here for record in caplog.records if "lines" in record.getMessage()] == [True, False]


# Tokens.


async def test_tasks_share_one_fetch_and_a_cancelled_one_does_not_end_it() -> None:
    held = Held(answer({"access_token": "t", "expires_in": "86400"}))
    with WireServer([held, *[DETAIL] * 5]) as server:
        async with client_of(server, access_token=None, client_id="i", client_secret="s") as client:
            tasks = [asyncio.create_task(CALLS["GET"](OrdersApi(client))) for _ in range(10)]
            await held.arrival()
            for task in tasks[:5]:
                task.cancel()
            held.go.set()
            done = await asyncio.gather(*tasks, return_exceptions=True)
            assert [isinstance(item, asyncio.CancelledError) for item in done] == [True] * 5 + [False] * 5
        assert ["token" in received.line for received in server.received] == [True] + [False] * 5


async def test_a_fetch_that_nobody_waits_for_any_more_ends_with_the_client() -> None:
    held = Held()
    with WireServer([held]) as server:
        client = client_of(server, access_token=None, client_id="i", client_secret="s")
        task = asyncio.create_task(CALLS["GET"](OrdersApi(client)))
        await held.arrival()
        task.cancel()
        await asyncio.wait([task])
        await client.close()
        held.go.set()
    assert len(asyncio.all_tasks()) == 1


@pytest.mark.parametrize("kind", ["memory", "file"])
async def test_a_cache_that_blocks_does_not_block_the_loop(kind: str, tmp_path: Any) -> None:
    cache = MemoryTokenCache() if kind == "memory" else FileTokenCache(tmp_path / "tokens")
    with Sandbox() as sandbox:
        async with ApiClient(sandbox.configuration(token_cache=cache)) as one:
            async with ApiClient(sandbox.configuration(token_cache=cache)) as two:
                api = OrdersApi(one), OrdersApi(two)
                await asyncio.gather(*(api[n % 2].get_resellers_v6_ordersearch() for n in range(8)))
        assert sandbox.ledger.tokens_issued == 1
    await until(lambda: not [t for t in threading.enumerate() if "token-cache" in t.name])


async def test_a_coroutine_function_gives_the_token() -> None:
    async def current() -> str:
        await asyncio.sleep(0)
        return "fresh"

    with WireServer([DETAIL]) as server:
        async with client_of(server, access_token=current) as client:
            await CALLS["GET"](OrdersApi(client))
        assert server.received[0].headers["authorization"] == "Bearer fresh"
