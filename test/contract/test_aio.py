"""What only the asyncio client can get wrong: cancellation, event loops, aiohttp's own repetitions."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

import pytest
import urllib3

from xi_sdk_resellers import (
    ApiConnectionException,
    ApiException,
    ApiResponseException,
    ApiTimeoutException,
    ClientClosedError,
    Configuration,
    Outcome,
    Retries,
)
from xi_sdk_resellers.aio import ApiClient, OrdersApi, cancelled_call
from xi_sdk_resellers.sandbox import Fault, Sandbox
from xi_sdk_resellers.token_cache import FileTokenCache, MemoryTokenCache

from .wire_server import Received, WireServer, answer, hang_up

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
    async with asyncio.timeout(10) if sys.version_info >= (3, 11) else _Forever():
        while not condition():
            await asyncio.sleep(0.001)


class _Forever:
    async def __aenter__(self) -> None: ...

    async def __aexit__(self, *_: object) -> None: ...


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
        assert "ServerDisconnected" in str(caught.value)
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
    with WireServer([DETAIL]) as server:
        server.keep_alive = False
        async with client_of(server) as client:
            api = OrdersApi(client)
            for _ in range(3):
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


async def cancel_on_its_way(client: ApiClient, held: Held) -> asyncio.CancelledError:
    task = asyncio.create_task(CALLS["POST"](OrdersApi(client)))
    await held.arrival()
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        return error
    raise AssertionError("the task was not cancelled")


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
            with pytest.raises(TimeoutError) as caught:
                async with asyncio.timeout(0.1):
                    await CALLS["POST"](api)
            call = cancelled_call(caught.value)
            assert call is not None
            assert call.outcome is Outcome.UNKNOWN
            task = asyncio.current_task()
            assert task is not None
            assert task.cancelling() == 0

            async def fail() -> None:
                await held.arrival()
                raise KeyError("beside it")

            held.arrived.clear()
            seen: list[asyncio.Task[Any]] = []
            with pytest.raises(ExceptionGroup) as group:
                async with asyncio.TaskGroup() as tasks:
                    seen.append(tasks.create_task(CALLS["POST"](api)))
                    tasks.create_task(fail())
            assert [type(error) for error in group.value.exceptions] == [KeyError]
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


# Tokens.


async def test_tasks_share_one_fetch_and_a_cancelled_one_does_not_end_it() -> None:
    with Sandbox() as sandbox:
        sandbox.faults.add(Fault("delay", operation="get_accesstoken", delay=0.2))
        async with ApiClient(sandbox.configuration()) as client:
            api = OrdersApi(client)
            tasks = [asyncio.create_task(api.get_resellers_v6_ordersearch()) for _ in range(10)]
            await asyncio.sleep(0.05)
            for task in tasks[:5]:
                task.cancel()
            done = await asyncio.gather(*tasks, return_exceptions=True)
            assert [isinstance(item, asyncio.CancelledError) for item in done] == [True] * 5 + [False] * 5
        assert sandbox.ledger.tokens_issued == 1


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


# The end, and event loops.


async def test_close_lets_requests_under_way_finish_and_refuses_new_ones() -> None:
    held = Held()
    with WireServer([held]) as server:
        client = client_of(server)
        under_way = asyncio.create_task(CALLS["POST"](OrdersApi(client)))
        await held.arrival()
        closing = asyncio.create_task(client.close())
        await asyncio.sleep(0)
        with pytest.raises(ClientClosedError):
            await CALLS["GET"](OrdersApi(client))
        assert not closing.done()
        held.go.set()
        assert (await under_way).orders[0].ingram_order_number == "20-1"
        await closing
        await client.close()


async def test_a_close_that_is_cancelled_closes_at_once() -> None:
    held = Held()
    with WireServer([held]) as server:
        client = client_of(server)
        under_way = asyncio.create_task(CALLS["POST"](OrdersApi(client)))
        await held.arrival()
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(client.close(), 0.05)
        with pytest.raises((ApiException, ClientClosedError)):
            await under_way
        held.go.set()


def test_an_unclosed_client_says_so() -> None:
    program = (
        "import asyncio\n"
        "from xi_sdk_resellers import Configuration\n"
        "from xi_sdk_resellers.aio import ApiClient, OrdersApi\n"
        "async def main():\n"
        "    await OrdersApi(ApiClient(Configuration.from_env())).get_resellers_v6_ordersearch()\n"
        "asyncio.run(main())\n"
    )
    with Sandbox() as sandbox:
        environment = {**os.environ, **sandbox.environment()}
        command = [sys.executable, "-W", "default", "-c", program]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert "ResourceWarning: unclosed ApiClient(" in done.stderr
    assert "'async with'" in done.stderr
    assert "sandbox-secret" not in done.stderr


def test_one_client_works_in_several_loops_one_after_the_other_and_at_once() -> None:
    with Sandbox() as sandbox:
        configuration = sandbox.configuration()

        async def use(client: ApiClient) -> int:
            calls = (OrdersApi(client).get_resellers_v6_ordersearch_with_http_info() for _ in range(5))
            return sum([response.status_code for response in await asyncio.gather(*calls)])

        async def beside() -> None:
            async with ApiClient(configuration) as client:
                assert await use(client) == 5 * 204
                other = asyncio.new_event_loop()
                thread = threading.Thread(target=other.run_forever)
                thread.start()
                try:
                    used = asyncio.run_coroutine_threadsafe(use(client), other)
                    assert await asyncio.wrap_future(used) == 5 * 204
                    assert len(client.rest_client._homes) == 2
                    await client.close()
                finally:
                    other.call_soon_threadsafe(other.stop)
                    await asyncio.to_thread(thread.join)
                    other.close()

        asyncio.run(beside())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork.*:DeprecationWarning")
async def test_a_forked_child_never_uses_its_parents_connections() -> None:
    with Sandbox() as sandbox:
        async with ApiClient(sandbox.configuration()) as client:
            api = OrdersApi(client)
            await api.get_resellers_v6_ordersearch()
            (mine,) = {item.connection_id for item in sandbox.ledger.requests}
            reader, writer = os.pipe()
            child = os.fork()
            if child == 0:  # pragma: no cover - another process
                try:
                    found: Any = asyncio.run(api.get_resellers_v6_ordersearch_with_http_info()).status_code
                except BaseException as error:
                    found = repr(error)
                os.write(writer, json.dumps(found).encode())
                os._exit(0)
            os.close(writer)
            with open(reader, "rb") as pipe:
                assert json.loads(await asyncio.to_thread(pipe.read)) == 204
            os.waitpid(child, 0)
            await api.get_resellers_v6_ordersearch()
        used = [item.connection_id for item in sandbox.ledger.requests if "search" in item.path]
        assert (used[0], used[2]) == (mine, mine)
        assert used[1] != mine


# Raw responses.


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
        connection.sendall(answer(b"x" * 4)[:-3])
        for _ in range(3):
            threading.Event().wait(0.1)
            connection.sendall(b"x")

    with WireServer([slow, answer(b"ab", content_length="9", connection="close")]) as server:
        async with client_of(server, total_timeout=0.15) as client:
            api = OrdersApi(client)
            async with await api.get_orderdetails_v6_1_without_preload_content("20-1") as raw:
                assert await raw.read() == b"xxxx"
            async with await api.get_orderdetails_v6_1_without_preload_content("20-1") as raw:
                with pytest.raises(ApiResponseException, match="cut short"):
                    await raw.read()


# Around it.


def test_it_runs_on_uvloop() -> None:
    uvloop = pytest.importorskip("uvloop")
    held = Held()

    async def main(server: WireServer, sandbox: Sandbox) -> None:
        async with ApiClient(sandbox.configuration(retries=Retries(backoff=0))) as client:
            api = OrdersApi(client)
            sandbox.faults.add(Fault("lost_answer"), Fault("stray_bytes"))
            assert (await api.get_resellers_v6_ordersearch()).orders == []
            assert len(await asyncio.gather(*(api.get_resellers_v6_ordersearch() for _ in range(40)))) == 40
        async with client_of(server) as client:
            error: Any = await cancel_on_its_way(client, held)
            assert sys.version_info < (3, 11) or error.outcome is Outcome.UNKNOWN
            held.go.set()

    with WireServer([held]) as server, Sandbox() as sandbox:
        loop = uvloop.new_event_loop()
        try:
            loop.run_until_complete(main(server, sandbox))
        finally:
            loop.close()


def test_it_serves_a_fastapi_application() -> None:
    fastapi = pytest.importorskip("fastapi")
    uvicorn = pytest.importorskip("uvicorn")
    from contextlib import asynccontextmanager

    with Sandbox() as sandbox:

        @asynccontextmanager
        async def lifespan(app: Any) -> Any:
            async with ApiClient(sandbox.configuration()) as client:
                app.state.orders = OrdersApi(client)
                yield

        app = fastapi.FastAPI(lifespan=lifespan)

        @app.get("/orders")
        async def orders() -> int:
            found = await app.state.orders.get_resellers_v6_ordersearch_with_http_info()
            return int(found.status_code)

        with socket.create_server(("127.0.0.1", 0)) as listener:
            server = uvicorn.Server(uvicorn.Config(app, log_level="critical"))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
            thread.start()
            url = f"http://127.0.0.1:{listener.getsockname()[1]}/orders"
            try:
                assert [urllib3.request("GET", url).json() for _ in range(3)] == [204] * 3
            finally:
                server.should_exit = True
                thread.join(10)
        assert sandbox.ledger.tokens_issued == 1


async def test_opentelemetry_sees_each_request() -> None:
    instrumentation = pytest.importorskip("opentelemetry.instrumentation.aiohttp_client")
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    instrumentor = instrumentation.AioHttpClientInstrumentor()
    instrumentor.instrument(tracer_provider=provider)
    try:
        with WireServer([DETAIL, answer(status="404 Not Found")]) as server:
            async with client_of(server) as client:
                await CALLS["GET"](OrdersApi(client))
                with pytest.raises(ApiException):
                    await CALLS["POST"](OrdersApi(client))
            assert all("traceparent" in request.headers for request in server.received)
    finally:
        instrumentor.uninstrument()
        provider.shutdown()
    assert [span.attributes["http.status_code"] for span in exporter.get_finished_spans() if span.attributes] == [200, 404]


def test_without_aiohttp_the_extra_is_named() -> None:
    program = (
        "import sys\n"
        "sys.modules['aiohttp'] = None\n"
        "import xi_sdk_resellers, xi_sdk_resellers.aio\n"
        "try:\n"
        "    from xi_sdk_resellers.aio import ApiClient\n"
        "except ImportError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == 'xi_sdk_resellers.aio needs aiohttp: pip install "xi-sdk-resellers[aio]"'
