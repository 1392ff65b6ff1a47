"""Metrics of all calls, for Prometheus. Needs ``prometheus-client``."""

from __future__ import annotations

from typing import Any

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram

from xi_sdk_resellers import CallEvent


class Metrics:
    """Counts calls, their time, retries and answers outside the contract.

    Args:
        registry: where the metrics are kept.
    """

    def __init__(self, registry: CollectorRegistry = REGISTRY) -> None:
        of_call, of_result = ("operation",), ("operation", "result")
        self.calls = Counter("xi_calls", "Calls by what became of them.", of_result, registry=registry)
        self.seconds = Histogram("xi_call_seconds", "Seconds of a call, waits included.", of_call, registry=registry)
        self.retries = Counter("xi_retries", "Attempts that were repeated.", of_result, registry=registry)
        self.drift = Counter("xi_drift", "Values outside the contract.", of_call, registry=registry)

    def hooks(self) -> dict[str, Any]:
        """Return what a Configuration takes."""
        return {"on_response": self.on_response, "on_retry": self.on_retry, "on_drift": self.on_drift}

    def on_response(self, event: CallEvent) -> None:
        """Count a call that is over."""
        result = "ok" if event.error is None else str(getattr(event.error, "outcome", "error"))
        self.calls.labels(event.operation, result).inc()
        self.seconds.labels(event.operation).observe(event.elapsed)

    def on_retry(self, event: CallEvent) -> None:
        """Count a repeated attempt, by the status that it got."""
        self.retries.labels(event.operation, str(event.status or "no answer")).inc()

    def on_drift(self, event: CallEvent) -> None:
        """Count the values that do not fit."""
        self.drift.labels(event.operation).inc(len(event.drift))
