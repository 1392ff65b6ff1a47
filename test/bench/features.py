"""``python -m test.bench.features``: what each feature adds to a small call, one by one, in CPU time."""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from xi_sdk_resellers import ApiClient, Configuration, MemoryRateBudget, Orders, OrdersApi, SqliteJournal

from .measure import fixture_server

ROUNDS = 60
BUDGET = 0.02
LINE = {"customerLineNumber": "1", "ingramPartNumber": "0001YZ", "quantity": 1}


def main() -> None:
    """Measure everything in turns, and print a table."""
    with ExitStack() as stack:
        url = stack.enter_context(fixture_server())
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        works = {**reads(url, stack), **orders(url, folder, stack)}
        for work in works.values():
            work()  # what is loaded late is there then
        loops = {name: max(1, round(BUDGET / max(once(work, 3), 1e-6))) for name, work in works.items()}
        found: dict[str, list[float]] = {name: [] for name in works}
        for _ in range(ROUNDS):
            for name, work in works.items():
                found[name].append(once(work, loops[name]))
    best = {name: sorted(values)[len(values) // 20] * 1e6 for name, values in found.items()}
    print("| what | µs | more than without |\n| --- | ---: | ---: |")
    for name, value in best.items():
        kind = name.partition(",")[0]
        print(f"| {name} | {value:,.0f} | {'' if name == kind else f'{value - best[kind]:+,.1f}'} |")


def reads(url: str, stack: ExitStack) -> dict[str, Callable[[], Any]]:
    """Order details of one line, with one thing more each time."""

    def read(**settings: Any) -> Callable[[], Any]:
        client = stack.enter_context(ApiClient(configuration(url, **settings)))
        api = OrdersApi(client)
        return lambda: api.get_orderdetails_v6_1("ORDER-1")

    def hook(event: Any) -> None:
        """Do nothing, as cheaply as can be."""

    hooks = dict.fromkeys(("on_request", "on_response", "on_retry", "on_drift"), hook)
    return {
        "a read": read(),
        "a read, with four hooks": read(**hooks),
        "a read, with a rate budget in memory": read(rate_budget=MemoryRateBudget(1_000_000)),
        "a read, without retries": read(retries=0),
    }


def orders(url: str, folder: str, stack: ExitStack) -> dict[str, Callable[[], Any]]:
    """Placing an order of one line, with one thing more each time."""
    numbers = count()
    client = stack.enter_context(ApiClient(configuration(url)))
    unchecked = stack.enter_context(ApiClient(configuration(url, client_side_validation=False)))
    journal = stack.enter_context(SqliteJournal(Path(folder, "orders.sqlite")))

    def place(placing: Orders) -> Callable[[], Any]:
        return lambda: placing.place({"customerOrderNumber": f"PO-{next(numbers)}", "lines": [LINE]})

    body = {"customerOrderNumber": "PO-1", "lines": [LINE]}
    return {
        "a creation": lambda: OrdersApi(client).post_createorder_v6(order_create_request=body),
        "a creation, without limits and typos checked": lambda: OrdersApi(unchecked).post_createorder_v6(
            order_create_request=body
        ),
        "place": place(Orders(client)),
        "place, with a journal (its fsync apart)": place(Orders(client, journal=journal)),
    }


def configuration(url: str, **settings: Any) -> Configuration:
    """Settings of a client for the fixture server."""
    return Configuration(url, access_token="token", im_customer_number="20-222222", im_country_code="US", **settings)


def once(work: Callable[[], Any], loops: int) -> float:
    """CPU seconds of one execution, as the mean of several."""
    gc.collect()
    began = time.process_time()
    for _ in range(loops):
        work()
    return (time.process_time() - began) / loops


if __name__ == "__main__":
    main()
