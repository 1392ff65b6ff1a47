"""The examples with hooks: metrics for Prometheus, spans for OpenTelemetry, lines for structlog; both clients."""

from __future__ import annotations

import io
import json
import logging
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

import xi_sdk_resellers
from test.support.client_twins import ApiClient, OrdersApi
from test.support.journaled import ORDER
from xi_sdk_resellers import ApiException, Orders, Retries
from xi_sdk_resellers.sandbox import Fault, Sandbox

pytestmark = pytest.mark.usefixtures("twins")
EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SEARCH, PLACE = "get_resellers_v6_ordersearch", "post_createorder_v6"


def work(sandbox: Sandbox, hooks: dict[str, Any]) -> None:
    """Make a call that is repeated and odd, and a change whose answer is lost."""
    with ApiClient(sandbox.configuration(retries=Retries(backoff=0), **hooks)) as client:
        api = OrdersApi(client)
        sandbox.faults.add(
            Fault("status", operation=SEARCH, status=503),
            Fault("status", operation=SEARCH, status=200, body='{"orders": [], "recordsFound": {}}'),
            Fault("lost_answer", operation=PLACE),
        )
        api.get_resellers_v6_ordersearch()
        with pytest.raises(ApiException):
            api.post_createorder_v6(order_create_request=ORDER)


def test_metrics_for_prometheus(sandbox: Sandbox) -> None:
    prometheus = pytest.importorskip("prometheus_client")
    registry = prometheus.CollectorRegistry()
    work(sandbox, run_path(str(EXAMPLES / "prometheus_metrics.py"))["Metrics"](registry).hooks())
    page = prometheus.generate_latest(registry).decode()
    for line in (
        f'xi_calls_total{{operation="{SEARCH}",result="ok"}} 1.0',
        f'xi_calls_total{{operation="{PLACE}",result="unknown"}} 1.0',
        'xi_calls_total{operation="get_accesstoken",result="ok"} 1.0',
        f'xi_retries_total{{operation="{SEARCH}",result="503"}} 1.0',
        f'xi_drift_total{{operation="{SEARCH}"}} 1.0',
        f'xi_call_seconds_count{{operation="{SEARCH}"}} 1.0',
    ):
        assert line in page


def test_spans_for_opentelemetry(sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    spans = run_path(str(EXAMPLES / "opentelemetry_spans.py"))["Spans"](provider.get_tracer("test"))
    work(sandbox, spans.hooks())
    provider.shutdown()
    found: dict[str, Any] = {span.name: span for span in exporter.get_finished_spans()}
    assert set(found) == {"get_accesstoken", SEARCH, PLACE}
    # The token was fetched for the search.
    assert found["get_accesstoken"].parent.span_id == found[SEARCH].context.span_id
    assert [event.name for event in found[SEARCH].events] == ["retry"]
    assert (found[SEARCH].status.is_ok, found[PLACE].status.is_ok) == (True, False)
    assert found[SEARCH].attributes["xi.attempts"] == 2
    assert found[PLACE].status.description == "ApiConnectionException"
    assert not [record for record in caplog.records if "opentelemetry" in record.name]


def test_lines_for_structlog(sandbox: Sandbox) -> None:
    structlog = pytest.importorskip("structlog")
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    steps = [structlog.stdlib.ExtraAdder(), structlog.processors.JSONRenderer()]
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processors=[
        structlog.stdlib.ProcessorFormatter.remove_processors_meta, steps[1],
    ], foreign_pre_chain=steps[:1]))  # fmt: skip
    log = logging.getLogger("xi_sdk_resellers.orders")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        with xi_sdk_resellers.ApiClient(sandbox.configuration()) as client:
            receipt = Orders(client).place(ORDER).receipt  # type: ignore[arg-type]
    finally:
        log.removeHandler(handler)
        log.setLevel(logging.NOTSET)
    line = json.loads(written.getvalue())
    assert (line["xi_event"], line["xi_correlation_id"]) == ("placed", receipt.correlation_id)
