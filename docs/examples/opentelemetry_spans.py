"""A span for each call, with its retries as events. Needs ``opentelemetry-api``.

The spans of OpenTelemetry's instrumentation for urllib3 and aiohttp, one for each request, are below them.
"""

from __future__ import annotations

from typing import Any

from opentelemetry import context, trace
from opentelemetry.trace import SpanKind, Status, StatusCode

from xi_sdk_resellers import CallEvent


class Spans:
    """Makes the spans.

    Args:
        tracer: where they go; default the program's own.
    """

    def __init__(self, tracer: trace.Tracer | None = None) -> None:
        self.tracer = tracer or trace.get_tracer("xi_sdk_resellers")

    def hooks(self) -> dict[str, Any]:
        """Return what a Configuration takes."""
        return {"on_request": self.on_request, "on_retry": self.on_retry, "on_response": self.on_response}

    def on_request(self, event: CallEvent) -> None:
        """Begin the span of a call, and make it the current one."""
        known = {"xi.correlation_id": event.correlation_id, "xi.account": event.account, "server.address": event.host}
        attributes = {name: value for name, value in known.items() if value}
        span = self.tracer.start_span(event.operation, kind=SpanKind.CLIENT, attributes=attributes)
        event.context["span"] = span
        event.context["token"] = context.attach(trace.set_span_in_context(span))

    def on_retry(self, event: CallEvent) -> None:
        """Note a repeated attempt."""
        event.context["span"].add_event("retry", {"reason": event.reason or "", "wait": event.wait or 0.0})

    def on_response(self, event: CallEvent) -> None:
        """End the span."""
        context.detach(event.context["token"])
        span = event.context["span"]
        span.set_attribute("xi.attempts", event.attempts)
        if event.status is not None:
            span.set_attribute("http.response.status_code", event.status)
        if event.error is not None:
            span.record_exception(event.error)
            span.set_status(Status(StatusCode.ERROR, type(event.error).__name__))
        span.end()
