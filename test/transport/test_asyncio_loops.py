"""The asyncio client in its surroundings: its end, event loops, forks, streams, frameworks."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import ssl
import subprocess
import sys
import threading
from typing import Any

import pytest
import trustme
import urllib3

from test.support.asyncio_calls import CALLS, DETAIL, Held, cancel_on_its_way, client_of
from test.support.wire_server import Proxy, Received, WireServer, answer
from xi_sdk_resellers import ApiException, ApiResponseException, ClientClosedError, Outcome, Retries
from xi_sdk_resellers.aio import ApiClient, OrdersApi
from xi_sdk_resellers.sandbox import Fault, Sandbox

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


def test_a_tunnel_on_uvloop_is_not_taken_for_tls_in_tls() -> None:
    uvloop = pytest.importorskip("uvloop")
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)

    async def main(server: WireServer, proxy: Proxy) -> None:
        async with client_of(server, proxy=proxy.url, ca_cert_data=authority.cert_pem.bytes().decode()) as client:
            assert (await OrdersApi(client).get_orderdetails_v6_1("20-1")).ingram_order_number == "20-1"

    with WireServer([DETAIL], tls=context) as server, Proxy(server) as proxy:
        loop = uvloop.new_event_loop()
        try:
            loop.run_until_complete(main(server, proxy))
        finally:
            loop.close()
        assert [request.line[:8] for request in proxy.received] == ["CONNECT "]


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
            server = uvicorn.Server(uvicorn.Config(app, log_level="critical", loop="asyncio"))
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
    spans = exporter.get_finished_spans()
    assert [span.attributes["http.status_code"] for span in spans if span.attributes] == [200, 404]


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
