"""The fixtures for users' tests, in runs of pytest of their own: under each plugin for asyncio, without waiting."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from xi_sdk_resellers import ApiClient, ApiException, ApiTypeError, Configuration, Orders, Outcome
from xi_sdk_resellers.sandbox import KINDS, Fault, Sandbox
from xi_sdk_resellers.sandbox.faults.plan import FaultKind

BLOCKING = """
from xi_sdk_resellers import Orders
def test_it(xi_sandbox, xi_client):
    Orders(xi_client).place({"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "A", "quantity": 1}]})
    assert len(xi_sandbox.ledger.placed("PO-1")) == 1
"""
ASYNC = """
import pytest
from xi_sdk_resellers.aio import Orders
pytestmark = pytest.mark.MARK
ORDER = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "A", "quantity": 1}]}
@pytest.mark.parametrize("again", [1, 2])
async def test_it(xi_sandbox, xi_async_client, again):
    await Orders(xi_async_client).place(ORDER)
    assert len(xi_sandbox.ledger.placed("PO-1")) == 1
"""
ANYIO_BACKEND = """
@pytest.fixture
def anyio_backend():
    return "asyncio"
"""
RUNS = {
    "blocking": (BLOCKING, ()),
    "blocking, without pytest-asyncio": (BLOCKING, ("-p", "no:asyncio")),
    "pytest-asyncio, strict": (ASYNC.replace("MARK", "asyncio"), ("-o", "asyncio_mode=strict")),
    "pytest-asyncio, auto": (ASYNC.replace("MARK", "asyncio"), ("-o", "asyncio_mode=auto")),
    "anyio, with pytest-asyncio": (ASYNC.replace("MARK", "anyio") + ANYIO_BACKEND, ()),
    "anyio": (ASYNC.replace("MARK", "anyio") + ANYIO_BACKEND, ("-p", "no:asyncio")),
}


@pytest.mark.parametrize("name", RUNS)
def test_the_fixtures_serve_every_kind_of_test(name: str, tmp_path: Path) -> None:
    program, options = RUNS[name]
    tmp_path.joinpath("test_shop.py").write_text(program)
    tmp_path.joinpath("pytest.ini").write_text("[pytest]\nasyncio_default_fixture_loop_scope = function\n")
    options = (*options, "-W", "ignore:Unknown config option") if "no:asyncio" in options else options
    command = [sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", *options, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_outage_is_over_as_soon_as_it_is_told(xi_sandbox: Sandbox, xi_client: ApiClient) -> None:
    xi_sandbox.faults.add(Fault("status", status=503, times=None))
    began, there = time.monotonic(), xi_sandbox.now()
    with pytest.raises(ApiException) as caught:
        Orders(xi_client).place({"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "A", "quantity": 1}]})
    assert caught.value.outcome is Outcome.UNKNOWN
    passed = xi_sandbox.now() - there
    assert passed > 10  # of the 20 seconds that an order is looked for
    assert time.monotonic() - began < passed


async def test_the_asyncio_client_waits_no_more(xi_sandbox: Sandbox, xi_async_client) -> None:
    from xi_sdk_resellers.aio import Orders as AsyncOrders

    xi_sandbox.faults.add(Fault("status", status=503, times=None))
    there = xi_sandbox.now()
    orders = AsyncOrders(xi_async_client)
    with pytest.raises(ApiException):
        await orders.place({"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "A", "quantity": 1}]})
    assert xi_sandbox.now() - there > 10


def test_a_rate_limit_ends_as_time_moves_on() -> None:
    with Sandbox(rate_limit=2) as sandbox:
        before = sandbox.now()
        with ApiClient(sandbox.configuration(wait=sandbox.advance)) as client:
            orders = Orders(client)
            for _ in range(6):
                assert list(orders.search()) == []
        assert sandbox.now() - before > 60
        assert sandbox.faults.injected == []


def test_waits_are_told_to_the_setting_and_to_clients_with_other_options(sandbox: Sandbox) -> None:
    waits: list[float] = []
    with ApiClient(sandbox.configuration(wait=waits.append)) as client:
        for one in (client, client.with_options(read_timeout=5)):
            sandbox.faults.add(Fault("status", status=503, times=3))
            assert list(Orders(one).search()) == []
    assert len(waits) == 6


def test_the_setting_takes_a_callable() -> None:
    with pytest.raises(ApiTypeError, match="wait must be a callable that takes seconds, not int"):
        Configuration(wait=5)  # type: ignore[arg-type]


def test_time_moves_in_one_direction(sandbox: Sandbox) -> None:
    for wrong in (-1, float("inf"), float("nan")):
        with pytest.raises(ValueError, match="time moves on"):
            sandbox.advance(wrong)


def test_tokens_and_held_orders_end_with_time(xi_sandbox: Sandbox, xi_client: ApiClient) -> None:
    orders = Orders(xi_client)
    hold = [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}]
    lines = [{"ingramPartNumber": "A", "quantity": 1}]
    orders.place({"customerOrderNumber": "PO-1", "lines": lines, "additionalAttributes": hold})  # type: ignore[typeddict-item]
    xi_sandbox.advance(25 * 3600)
    xi_sandbox.drain()
    assert [delivery.event_type for delivery in xi_sandbox.deliveries] == ["im::order_voided"]
    assert [order.status for order in orders.search()] == ["CANCELLED"]
    assert xi_sandbox.ledger.tokens_issued == 2


def test_the_kinds_of_faults_are_a_type() -> None:
    kinds: tuple[FaultKind, ...] = KINDS
    assert all(Fault(kind).kind == kind for kind in kinds)
