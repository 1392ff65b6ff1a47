"""OpenTelemetry around both clients: one span for each request, and the trace goes on at the vendor's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from opentelemetry.instrumentation.aiohttp_client import AioHttpClientInstrumentor
from opentelemetry.instrumentation.urllib3 import URLLib3Instrumentor
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from xi_sdk_resellers import ApiClient, ApiException, Orders, OrdersApi, Retries, aio
from xi_sdk_resellers.sandbox import Fault, Sandbox

ORDER = {
    "customerOrderNumber": "PO-1",
    "lines": [{"customerLineNumber": "1", "ingramPartNumber": "6YE881", "quantity": 1}],
}


class Tracing:
    """A tracer and the spans that have ended."""

    def __init__(self) -> None:
        self.exporter = InMemorySpanExporter()
        self.provider = TracerProvider()
        self.provider.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.tracer = self.provider.get_tracer("test")

    @property
    def spans(self) -> list[ReadableSpan]:
        return list(self.exporter.get_finished_spans())

    @property
    def requests(self) -> list[tuple[object, object]]:
        """Method and status of each request, in the order of their end."""
        named = [span.attributes for span in self.spans if span.attributes]
        return [(span.get("http.method"), span.get("http.status_code")) for span in named]


@pytest.fixture
def tracing() -> Iterator[Tracing]:
    """Tracing with both libraries instrumented for the time of a test."""
    traced = Tracing()
    instrumentors = (URLLib3Instrumentor(), AioHttpClientInstrumentor())
    for instrumentor in instrumentors:
        instrumentor.instrument(tracer_provider=traced.provider)
    yield traced
    for instrumentor in instrumentors:
        instrumentor.uninstrument()
    traced.provider.shutdown()


def trace_ids(sandbox: Sandbox) -> list[str]:
    """The trace that each request said it belongs to."""
    return [request.headers["traceparent"].split("-")[1] for request in sandbox.ledger.requests]


def test_every_attempt_is_a_span_of_the_callers_trace(sandbox: Sandbox, tracing: Tracing) -> None:
    sandbox.faults.add(Fault("status", status=503, operation="get_resellers_v6_ordersearch"))
    with ApiClient(sandbox.configuration(retries=Retries(backoff=0))) as client:
        with tracing.tracer.start_as_current_span("job") as job:
            assert [*Orders(client).search()] == []
    assert tracing.requests == [("POST", 200), ("GET", 503), ("GET", 204)]
    trace = format(job.get_span_context().trace_id, "032x")
    assert trace_ids(sandbox) == [trace] * 3
    assert not [span for span in tracing.spans if "secret" in str(span.attributes)]
    numbers = [request.headers.get("IM-CorrelationID") for request in sandbox.ledger.requests[1:]]
    assert numbers[0] == numbers[1]


def test_a_client_from_before_is_traced_too_and_not_any_more_afterwards(sandbox: Sandbox) -> None:
    traced = Tracing()
    with ApiClient(sandbox.configuration(access_token=sandbox.issue_token())) as client:
        api = OrdersApi(client)
        api.get_resellers_v6_ordersearch()
        URLLib3Instrumentor().instrument(tracer_provider=traced.provider)
        api.get_resellers_v6_ordersearch()
        URLLib3Instrumentor().uninstrument()
        api.get_resellers_v6_ordersearch()
    traced.provider.shutdown()
    assert traced.requests == [("GET", 204)]
    assert ["traceparent" in request.headers for request in sandbox.ledger.requests] == [False, True, False]


def test_a_broken_connection_is_a_failed_span(sandbox: Sandbox, tracing: Tracing) -> None:
    sandbox.faults.add(Fault("reset"))
    settings = sandbox.configuration(access_token=sandbox.issue_token(), retries=False)
    with ApiClient(settings) as client, pytest.raises(ApiException):
        OrdersApi(client).get_resellers_v6_ordersearch()
    (span,) = tracing.spans
    assert not span.status.is_ok


async def test_the_asyncio_client_is_traced_alike(sandbox: Sandbox, tracing: Tracing) -> None:
    sandbox.faults.add(Fault("status", status=503, operation="get_resellers_v6_ordersearch"))
    async with aio.ApiClient(sandbox.configuration(retries=Retries(backoff=0))) as client:
        with tracing.tracer.start_as_current_span("job") as job:
            assert [order async for order in aio.Orders(client).search()] == []
            with pytest.raises(ApiException):
                await aio.OrdersApi(client).get_orderdetails_v6_1("20-1")
    assert tracing.requests == [("POST", 200), ("GET", 503), ("GET", 204), ("GET", 404)]
    trace = format(job.get_span_context().trace_id, "032x")
    assert trace_ids(sandbox) == [trace] * 4


def test_opentelemetry_sees_each_request(sandbox: Sandbox, tracing: Tracing) -> None:
    with ApiClient(sandbox.configuration(access_token=sandbox.issue_token())) as client:
        api = OrdersApi(client)
        api.post_createorder_v6(order_create_request=ORDER)
        with pytest.raises(ApiException):
            api.get_orderdetails_v6_1("20-1")
    assert tracing.requests == [("POST", 201), ("GET", 404)]
    sent = [{name.lower() for name in request.headers} for request in sandbox.ledger.requests]
    assert all("traceparent" in names for names in sent)
