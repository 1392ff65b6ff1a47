"""The production page: numbers that add up, and an outage recipe that places no order twice."""

from __future__ import annotations

import inspect
import re
from contextlib import nullcontext
from datetime import datetime, timezone
from typing import Any

import pytest

from test.support.pages import GUIDE, program
from xi_sdk_resellers import ApiClient, ApiException, Configuration, Orders, Outcome, maintenance
from xi_sdk_resellers.sandbox import Fault, Sandbox

PAGE = (GUIDE / "production.md").read_text(encoding="utf-8")
ORDER = {
    "customerOrderNumber": "PO-1",
    "lines": [{"customerLineNumber": "1", "ingramPartNumber": "2GZ200", "quantity": 1}],
}
NOON = datetime(2026, 11, 24, 20, 0, tzinfo=timezone.utc)  # in California
MIDNIGHT = datetime(2026, 11, 24, 8, 0, tzinfo=timezone.utc)


def default(function: Any, name: str) -> Any:
    return inspect.signature(function).parameters[name].default


def test_the_numbers_of_gunicorn_add_up() -> None:
    gunicorn: dict[str, Any] = {}
    exec(program("production.md", "gunicorn.conf.py"), gunicorn)
    (numbers,) = re.findall(r"^workers, threads, pool = (\d+), (\d+), (\d+)$", PAGE, re.MULTILINE)
    workers, threads, pool = map(int, numbers)
    assert (workers, threads) == (gunicorn["workers"], gunicorn["threads"])
    assert f"connection_pool_maxsize={pool})" in program("production.md", "shop.py")
    assert pool == threads
    longest = default(Orders.place, "timeout")
    assert f"over after {longest:.0f} s" in PAGE
    assert min(gunicorn["timeout"], gunicorn["graceful_timeout"]) > longest


def test_a_window_is_seen_before_the_last_order_of_the_day_can_reach_it() -> None:
    way_for = recipe()["way_for"]
    window = maintenance.next_window("US", NOON)
    assert window is not None
    longest = default(Orders.place, "timeout") + default(Configuration, "total_timeout")
    last = max(
        moment
        for minutes in range(60)
        if way_for("US", moment := window.start.replace(hour=window.start.hour - 1, minute=minutes)) == "v6"
    )
    assert (window.start - last).total_seconds() > longest
    assert [way_for(*asked) for asked in (("US", NOON), ("US", MIDNIGHT), ("DE", NOON))] == ["v6", "v7", "v7"]


def recipe(orders: Any = None) -> dict[str, Any]:
    """The two functions of the page, for these workflows."""
    (found,) = re.findall(r"^```python\n(from datetime import timedelta\n.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {"orders": orders, "maintenance": maintenance}
    exec(found, names)
    return names


@pytest.mark.parametrize("effect", [False, True], ids=["lost", "written"])
def test_an_order_that_failed_by_day_is_never_sent_the_other_way(start: Any, effect: bool) -> None:
    """v6 answers 500, and no search shows the order for a while: sent with v7 as well, it would be placed twice."""
    with start(index_delay=20) as sandbox, ApiClient(sandbox.configuration(retries=False)) as client:
        orders = Orders(client)
        names = recipe(orders)
        place = orders.place
        orders.place = lambda order, **more: place(order, attempts=1, lookup_wait=0, **more)  # type: ignore[method-assign]
        sandbox.faults.add(Fault("status", operation="post_createorder_v6", status=500, effect=effect))
        way = names["way_for"]("US", NOON)
        with pytest.raises(ApiException) as caught:
            names["send"](ORDER, way)
        assert caught.value.outcome is Outcome.UNKNOWN
        sandbox.drain()
        assert len(sandbox.ledger.placed("PO-1")) == effect
        # The job runs again in the night, on the way it has begun with.
        with pytest.raises(ApiException) if effect else nullcontext():
            names["send"](ORDER, way)
        sandbox.drain()
        assert len(sandbox.ledger.placed("PO-1")) == 1


def test_an_order_of_the_night_is_queued_and_placed_once(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration()) as client:
        names = recipe(Orders(client))
        sandbox.maintenance = True
        assert names["send"](ORDER, names["way_for"]("US", MIDNIGHT)).customer_order_number == "PO-1"
        sandbox.maintenance = False
        sandbox.drain()
    assert len(sandbox.ledger.placed("PO-1")) == 1
