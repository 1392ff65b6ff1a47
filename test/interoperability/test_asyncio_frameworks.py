"""The asyncio client on uvloop, in a FastAPI application, and under OpenTelemetry."""

from __future__ import annotations

import asyncio
import socket
import ssl
import sys
import threading
from typing import Any

import pytest
import trustme
import urllib3

from test.support.asyncio_calls import CALLS, DETAIL, Held, cancel_on_its_way, client_of
from test.support.wire_server import Proxy, WireServer, answer
from xi_sdk_resellers import ApiException, Outcome, Retries
from xi_sdk_resellers.aio import ApiClient, OrdersApi
from xi_sdk_resellers.sandbox import Fault, Sandbox


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
