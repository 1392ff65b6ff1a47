"""The client under the tools that backends put around urllib3."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from xi_sdk_resellers import ApiClient, ApiException, OrdersApi
from xi_sdk_resellers.sandbox import Sandbox

ORDER = {
    "customerOrderNumber": "PO-1",
    "lines": [{"customerLineNumber": "1", "ingramPartNumber": "6YE881", "quantity": 1}],
}


def test_opentelemetry_sees_each_request(sandbox: Sandbox) -> None:
    instrumentation = pytest.importorskip("opentelemetry.instrumentation.urllib3")
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    instrumentor = instrumentation.URLLib3Instrumentor()
    instrumentor.instrument(tracer_provider=provider)
    try:
        with ApiClient(sandbox.configuration(access_token=sandbox.issue_token())) as client:
            api = OrdersApi(client)
            api.post_createorder_v6(order_create_request=ORDER)
            with pytest.raises(ApiException):
                api.get_orderdetails_v6_1("20-1")
    finally:
        instrumentor.uninstrument()
        provider.shutdown()
    spans = exporter.get_finished_spans()
    assert [span.attributes["http.status_code"] for span in spans if span.attributes] == [201, 404]
    sent = [{name.lower() for name in request.headers} for request in sandbox.ledger.requests]
    assert all("traceparent" in names for names in sent)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_vcr_records_and_plays_back(sandbox: Sandbox, tmp_path: Path) -> None:
    vcr = pytest.importorskip("vcr")
    cassette = str(tmp_path / "cassette.yaml")
    recorder: Any = vcr.VCR(match_on=["method", "path"], filter_headers=["Authorization"])
    configuration = sandbox.configuration(access_token=sandbox.issue_token(), connection_pool_maxsize=1)

    def run() -> tuple[Any, Any]:
        with ApiClient(configuration) as client:
            placed = OrdersApi(client).post_createorder_v6_with_http_info(order_create_request=ORDER)
            found = [OrdersApi(client).get_resellers_v6_ordersearch() for _ in range(3)]
            with OrdersApi(client).get_resellers_v6_ordersearch_without_preload_content() as raw:
                assert b"PO-1" in raw.read()
        return placed.data.to_dict(), [page.to_dict() for page in found]

    with recorder.use_cassette(cassette):
        recorded = run()
    arrived = len(sandbox.ledger.requests)
    assert arrived == 5
    with recorder.use_cassette(cassette, record_mode="none"):
        assert run() == recorded
    assert len(sandbox.ledger.requests) == arrived
    assert "Bearer" not in Path(cassette).read_text()
