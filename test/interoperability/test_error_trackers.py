"""Exceptions of both clients in task queues and error trackers: they group, travel, and hold no secret."""

from __future__ import annotations

import json
import pickle
import secrets
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import sentry_sdk
from sentry_sdk.envelope import Envelope
from sentry_sdk.integrations.aiohttp import AioHttpIntegration
from sentry_sdk.integrations.stdlib import StdlibIntegration
from sentry_sdk.transport import Transport

from test.support.client_twins import ApiClient, OrdersApi
from xi_sdk_resellers import ApiException, Outcome
from xi_sdk_resellers.sandbox import Fault, Sandbox

pytestmark = pytest.mark.usefixtures("twins")

FAILURES: dict[str, dict[str, Any] | None] = {
    "not found": None,
    "server error": {"kind": "status", "status": 500},
    "rate limit": {"kind": "status", "status": 429},
    "reset": {"kind": "reset"},
    "stall": {"kind": "stall"},
    "garbage": {"kind": "garbage"},
    "html": {"kind": "html", "status": 502},
}


def failure(sandbox: Sandbox, kind: str, order_number: str, *, own_token: bool = True) -> ApiException:
    """Fail once in a way, with numbers of its own."""
    fault = FAILURES[kind]
    if fault is not None:
        sandbox.faults.add(Fault(**fault))
    # Held by nothing but the settings: trackers see the variables of this function, too.
    settings = sandbox.configuration(
        access_token=sandbox.issue_token() if own_token else None,
        retries=False,
        read_timeout=0.2 if kind == "stall" else 60,
    )
    with ApiClient(settings) as client:
        with pytest.raises(ApiException) as caught:
            OrdersApi(client).delete_ordercancel(order_number, im_correlation_id=secrets.token_hex(16))
    sandbox.faults.clear()
    return caught.value


@pytest.mark.parametrize("kind", FAILURES)
def test_failures_of_one_kind_group_under_one_line(sandbox: Sandbox, kind: str) -> None:
    first, second = (failure(sandbox, kind, number) for number in ("20-AAAAA", "20-BBBBB"))
    assert type(first) is type(second)
    assert first.correlation_id != second.correlation_id
    lines = [str(error).splitlines() for error in (first, second)]
    assert lines[0][0] == lines[1][0]
    assert lines[0][0].startswith("delete_ordercancel: ")
    assert "20-AAAAA" in str(first)
    assert first.correlation_id
    assert first.correlation_id in str(first)
    assert repr(first).replace(first.correlation_id, "") == repr(second).replace(second.correlation_id or "", "")


@pytest.mark.parametrize("kind", FAILURES)
def test_exceptions_survive_a_task_queue(sandbox: Sandbox, kind: str) -> None:
    error = failure(sandbox, kind, "20-AAAAA")
    made = pickle.loads(pickle.dumps(error))
    assert type(made) is type(error)
    assert str(made) == str(error)
    assert (made.outcome, made.status, made.correlation_id) == (error.outcome, error.status, error.correlation_id)
    # A JSON result backend keeps the class and the arguments only; what is lost must not sound harmless.
    rebuilt = type(error)(*json.loads(json.dumps(error.args)))
    assert (rebuilt.status, rebuilt.reason) == (error.status, error.reason)
    assert rebuilt.outcome is Outcome.UNKNOWN


class Kept(Transport):
    """Keeps what would have been sent to the error tracker."""

    def __init__(self, options: Any = None) -> None:
        super().__init__(options)
        self.events: list[Any] = []

    def capture_envelope(self, envelope: Envelope) -> None:
        self.events += [item.payload.json for item in envelope.items if item.payload.json]


@pytest.fixture
def tracker() -> Iterator[Kept]:
    """A Sentry client that collects everything it may, also local variables, and sends it nowhere."""
    kept = Kept()
    options: dict[str, Any] = {"dsn": "https://key@example.invalid/1", "transport": kept, "traces_sample_rate": 1.0}
    options |= {"default_integrations": False, "max_value_length": 100_000}
    options["integrations"] = [StdlibIntegration(), AioHttpIntegration()]
    with sentry_sdk.isolation_scope():
        sentry_sdk.init(**options)
        yield kept
        sentry_sdk.init()


@pytest.mark.parametrize("own_token", [True, False], ids=["token", "credentials"])
@pytest.mark.parametrize("kind", FAILURES)
def test_an_error_tracker_gets_the_facts_and_no_secret(
    start: Callable[..., Sandbox], tracker: Kept, kind: str, own_token: bool
) -> None:
    secret = secrets.token_hex(16)
    sandbox = start(client_secret=secret)
    error = failure(sandbox, kind, "20-AAAAA", own_token=own_token)
    sentry_sdk.capture_exception(error)
    (event,) = tracker.events
    (*_, reported) = event["exception"]["values"]
    assert reported["type"] == type(error).__name__
    assert reported["stacktrace"]["frames"]
    text = json.dumps(event, default=str)
    assert secret not in text
    tokens = {request.headers.get("Authorization", "").removeprefix("Bearer ") for request in sandbox.ledger.requests}
    assert not [token for token in tokens - {""} if token in text]


def test_an_error_tracker_follows_calls(sandbox: Sandbox, tracker: Kept) -> None:
    with ApiClient(sandbox.configuration(access_token=sandbox.issue_token())) as client:
        with sentry_sdk.start_transaction(name="job"):
            OrdersApi(client).get_resellers_v6_ordersearch()
    (event,) = tracker.events
    (span,) = event["spans"]
    assert span["description"].startswith("GET http://127.0.0.1")
    assert sandbox.ledger.requests[0].headers["sentry-trace"].startswith(event["contexts"]["trace"]["trace_id"])
