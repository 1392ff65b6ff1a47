"""Hooks: what they are told of a call, when, and that they cannot break one."""

from __future__ import annotations

import copy
import logging
import pickle
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from test.support.client_twins import ApiClient, OrdersApi
from xi_sdk_resellers import ApiException, ApiTypeError, CallEvent, Configuration, Outcome, Retries
from xi_sdk_resellers._settings import hooks as hooks_module
from xi_sdk_resellers.sandbox import Fault, Sandbox

pytestmark = pytest.mark.usefixtures("twins")

SEARCH = "get_resellers_v6_ordersearch"
PLACE = "post_createorder_v6"
TOKEN = "get_accesstoken"
NAMES = ("on_request", "on_response", "on_retry", "on_drift")
ORDER = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "8RB884", "quantity": 1}]}


class Told:
    """Hooks that keep what they are told."""

    def __init__(self) -> None:
        self.events: list[tuple[str, CallEvent]] = []

    def hooks(self) -> dict[str, Callable[[CallEvent], object]]:
        return {name: lambda event, name=name: self.events.append((name, event)) for name in NAMES}  # type: ignore[misc]

    def of(self, operation: str) -> list[tuple[str, CallEvent]]:
        return [(name, event) for name, event in self.events if event.operation == operation]

    def names(self, operation: str) -> list[str]:
        return [name for name, _ in self.of(operation)]


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def api(sandbox: Sandbox, told: Told) -> Iterator[Any]:
    with ApiClient(sandbox.configuration(retries=Retries(max_attempts=3, backoff=0), **told.hooks())) as client:
        yield OrdersApi(client)


def test_a_call_that_succeeds(api: Any, sandbox: Sandbox, told: Told) -> None:
    api.post_createorder_v6(order_create_request=ORDER, im_correlation_id="mine")
    assert told.names(TOKEN) == ["on_request", "on_response"]
    (began, first), (ended, last) = told.of(PLACE)
    assert (began, ended) == ("on_request", "on_response")
    assert (first.attempts, first.status, last.attempts, last.status, last.error) == (0, None, 1, 201, None)
    for event in (first, last):
        assert (event.effect, event.method, event.path) == ("change", "POST", "/resellers/v6/orders")
        assert (event.host, event.correlation_id, event.customer_order_number) == (sandbox.url, "mine", "PO-1")
        assert (event.account, event.country) == ("20-222222", "US")
    assert last.elapsed > first.elapsed > 0
    assert last.headers is not None
    assert last.headers["Content-Type"]


def test_retries_come_before_their_wait(api: Any, sandbox: Sandbox, told: Told) -> None:
    sandbox.faults.add(Fault("status", operation=SEARCH, status=503), Fault("reset", operation=SEARCH))
    api.get_resellers_v6_ordersearch()
    assert told.names(SEARCH) == ["on_request", "on_retry", "on_retry", "on_response"]
    _, (_, second), (_, third), (_, last) = told.of(SEARCH)
    assert (second.status, second.attempts, second.wait, second.reason) == (503, 1, 0.0, "answered 503")
    assert (third.status, third.attempts) == (None, 2)
    assert (third.reason or "").startswith("failed (")
    assert (last.status, last.attempts) == (204, 3)


def test_a_refused_token_is_a_retry(api: Any, sandbox: Sandbox, told: Told) -> None:
    api.get_resellers_v6_ordersearch()
    sandbox.revoke_tokens()
    told.events.clear()
    api.get_resellers_v6_ordersearch()
    assert told.names(SEARCH) == ["on_request", "on_retry", "on_response"]
    assert told.of(SEARCH)[1][1].status == 401


FAILURES = {
    "refused": (Fault("status", status=400), 400, Outcome.REJECTED),
    "lost": (Fault("lost_answer"), None, Outcome.UNKNOWN),
    "a page": (Fault("html"), 502, Outcome.UNKNOWN),
}


@pytest.mark.parametrize(("fault", "status", "outcome"), FAILURES.values(), ids=FAILURES)
def test_a_call_that_fails_tells_what_it_ends_with(
    api: Any, sandbox: Sandbox, told: Told, fault: Fault, status: int, outcome: Outcome
) -> None:
    sandbox.faults.add(fault)
    api.api_client.configuration.access_token = sandbox.issue_token()
    with pytest.raises(ApiException) as caught:
        api.post_createorder_v6(order_create_request=ORDER)
    assert told.names(PLACE) == ["on_request", "on_response"]
    last = told.events[-1][1]
    assert last.error is caught.value
    assert (last.status, caught.value.outcome) == (status, outcome)


def test_a_call_that_is_cut_off_is_over(api: Any, sandbox: Sandbox, told: Told) -> None:
    class Stop(BaseException):
        pass

    def stop(event: CallEvent) -> None:
        raise Stop  # a signal handler may run anywhere, in a hook as well

    api.api_client.configuration.on_retry = stop
    sandbox.faults.add(Fault("status", operation=SEARCH, status=503))
    with pytest.raises(Stop):
        api.get_resellers_v6_ordersearch()
    assert told.names(SEARCH) == ["on_request", "on_response"]
    assert isinstance(told.events[-1][1].error, Stop)


def test_drift_is_told(api: Any, sandbox: Sandbox, told: Told) -> None:
    sandbox.faults.add(Fault("status", operation=SEARCH, status=200, body='{"orders": [], "recordsFound": {}}'))
    answer = api.get_resellers_v6_ordersearch_with_http_info()
    assert told.names(SEARCH) == ["on_request", "on_drift", "on_response"]
    event = told.of(SEARCH)[1][1]
    assert (event.status, event.drift) == (200, answer.drift)
    assert event.drift


def test_the_events_of_a_call_share_a_context(api: Any, told: Told) -> None:
    api.api_client.configuration.on_request = lambda event: event.context.setdefault("span", object())
    api.get_resellers_v6_ordersearch()
    api.get_resellers_v6_ordersearch()
    first, second = (event.context["span"] for _, event in told.of(SEARCH))
    assert first is not second


@pytest.mark.parametrize("name", NAMES)
def test_a_hook_that_fails_breaks_no_call_and_is_logged_once(sandbox: Sandbox, caplog: Any, name: str) -> None:
    def fails(event: CallEvent) -> None:
        raise ZeroDivisionError("planted")

    hooks_module._told.clear()
    settings: dict[str, Any] = {name: fails}
    body = '{"orders": [], "recordsFound": {}}'
    with ApiClient(sandbox.configuration(retries=Retries(backoff=0), **settings)) as client:
        for _ in range(2):
            sandbox.faults.add(Fault("status", operation=SEARCH, status=503))
            sandbox.faults.add(Fault("status", operation=SEARCH, status=200, body=body))
            assert OrdersApi(client).get_resellers_v6_ordersearch().orders == []
    (line,) = [record for record in caplog.records if getattr(record, "xi_event", "") == "hook"]
    assert line.levelno == logging.WARNING
    assert f"the hook {name} has failed" in line.getMessage()
    assert "ZeroDivisionError: planted" in line.getMessage()
    assert (line.xi_hook, line.xi_error) == (name, "ZeroDivisionError")


def test_without_hooks_nothing_of_them_is_kept() -> None:
    plain = Configuration()
    assert plain.hooks is None
    assert all(getattr(plain, name) is None for name in NAMES)
    plain.on_retry = print
    assert (plain.on_retry, plain.on_request) == (print, None)
    plain.on_retry = None
    assert plain.hooks is None


def test_settings_with_hooks_copy_and_pickle(told: Told) -> None:
    settings = Configuration(**told.hooks())  # type: ignore[arg-type]
    assert copy.copy(settings).on_drift is settings.on_drift
    assert pickle.loads(pickle.dumps(settings)).on_drift is None


async def coroutine(event: CallEvent) -> None:
    """No hook."""


@pytest.mark.parametrize(("wrong", "said"), [(5, "must be a function, not int"), (coroutine, "must be a plain func")])
def test_what_is_no_hook_is_refused(wrong: Any, said: str) -> None:
    with pytest.raises(ApiTypeError, match=said):
        Configuration(on_request=wrong)


def test_a_client_with_other_options_has_the_same_hooks(sandbox: Sandbox, told: Told) -> None:
    with ApiClient(sandbox.configuration(**told.hooks())) as client:
        inner = getattr(client, "inner", client).for_account("20-222222", "DE")
        assert inner.configuration.on_request is client.configuration.on_request
        inner.configuration.on_request = None
        assert client.configuration.on_request is not None
        assert inner.configuration.on_retry is client.configuration.on_retry
