"""Threads share a client and its connections; forked children have connections of their own."""

from __future__ import annotations

import json
import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from test.support.client_twins import ApiClient, OrdersApi
from test.support.wire_server import WireServer, answer
from xi_sdk_resellers import ApiTimeoutException, Configuration, Outcome
from xi_sdk_resellers.sandbox import Fault, Sandbox

LINE = {"customerLineNumber": "1", "ingramPartNumber": "6YE881", "quantity": 1}
ORDER = {"customerOrderNumber": "PO-1", "lines": [LINE]}

pytestmark = pytest.mark.usefixtures("twins")
blocking_only = pytest.mark.parametrize("twin", ["blocking"])


# Threads.


def test_many_threads_share_a_client_and_its_pool(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration(connection_pool_maxsize=5)) as client, ThreadPoolExecutor(32) as pool:
        api = OrdersApi(client)

        def run(index: int) -> bool:
            number = f"PO-{index}"
            placed = api.post_createorder_v6(order_create_request={**ORDER, "customerOrderNumber": number})
            order = api.get_orderdetails_v6_1(placed.orders[0].ingram_order_number)
            return order.customer_order_number == number

        assert all(pool.map(run, range(200)))
    assert sandbox.connection_count <= 5
    assert len(sandbox.ledger.orders) == 200


def test_waiting_for_a_connection_ends_with_the_time_of_the_call() -> None:
    go = threading.Event()

    def slow(connection: Any, _: Any) -> bytes:
        go.wait(5)
        return answer({})

    with WireServer([slow]) as server, ThreadPoolExecutor(1) as pool:
        configuration = Configuration(
            server.url, access_token="t", im_customer_number="1", im_country_code="US", connection_pool_maxsize=1
        )
        with ApiClient(configuration) as client:
            api = OrdersApi(client)
            first = pool.submit(api.get_orderdetails_v6_1, "20-1")
            while not server.received:
                pass
            with pytest.raises(ApiTimeoutException, match="no connection was free in time") as caught:
                api.post_createorder_v6(order_create_request=ORDER, _request_timeout=0.1)
            assert caught.value.outcome is Outcome.NOT_SENT
            go.set()
            first.result(5)


def in_child(work: Callable[[], object]) -> object:
    """Run something in a forked child and return what it returned, or its error as text."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover - another process
        try:
            result: object = work()
        except BaseException as error:
            result = f"{type(error).__name__}: {error}"
        os.write(writer, json.dumps(result).encode())
        os._exit(0)
    os.close(writer)
    with open(reader, "rb") as pipe:
        found = pipe.read()
    os.waitpid(child, 0)
    return json.loads(found)


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
fork_in_threads = pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork.*:DeprecationWarning")


# Forks.


@needs_fork
@fork_in_threads
@blocking_only
def test_a_child_never_uses_its_parents_connections(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration()) as client:
        api = OrdersApi(client)
        numbers = []
        for index in range(4):
            order = {**ORDER, "customerOrderNumber": f"PO-{index}"}
            numbers.append(api.post_createorder_v6(order_create_request=order).orders[0].ingram_order_number)
        connections = sandbox.connection_count

        def read_all() -> bool:
            return all(
                api.get_orderdetails_v6_1(number).ingram_order_number == number for _ in range(20) for number in numbers
            )

        with ThreadPoolExecutor(1) as pool:
            assert in_child(lambda: True) is True
            beside = pool.submit(read_all)
            assert in_child(read_all) is True
            assert in_child(read_all) is True
            assert beside.result(30)
        assert read_all()
        assert sandbox.connection_count >= connections + 2
        mine = {item.connection_id for item in sandbox.ledger.requests}
        assert len(mine) == sandbox.connection_count


@needs_fork
@fork_in_threads
@blocking_only
def test_a_child_never_waits_for_its_parents_locks(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration()) as client:
        api = OrdersApi(client)
        api.get_resellers_v6_ordersearch()
        sandbox.revoke_tokens()
        transport = client.rest_client
        route = transport.route(client.configuration.host)
        (source,) = client._sources.values()
        assert route.pool is not None
        assert route.pool.pool is not None
        with transport._lock, source._lock, route.pool.pool._lock:
            found = in_child(lambda: api.get_resellers_v6_ordersearch_with_http_info(_request_timeout=10).status_code)
        assert found == 204


@needs_fork
@fork_in_threads
@blocking_only
def test_a_fork_during_a_token_request_does_not_hang_the_child(sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("delay", operation="get_accesstoken", delay=0.3))
    with ApiClient(sandbox.configuration()) as client, ThreadPoolExecutor(1) as pool:
        api = OrdersApi(client)
        first = pool.submit(api.get_resellers_v6_ordersearch)
        while not client._sources or next(iter(client._sources.values()))._flight is None:
            pass
        found = in_child(lambda: api.get_resellers_v6_ordersearch_with_http_info(_request_timeout=10).status_code)
        assert found == 204
        assert first.result(10).orders == []


@needs_fork
@fork_in_threads
@blocking_only
def test_multiprocessing_workers(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration()) as client:
        api = OrdersApi(client)
        api.post_createorder_v6(order_create_request=ORDER)
        context = multiprocessing.get_context("fork")
        queue = context.SimpleQueue()
        workers = [
            context.Process(target=lambda: queue.put(len(api.get_resellers_v6_ordersearch().orders))) for _ in range(3)
        ]
        for worker in workers:
            worker.start()
        assert [queue.get() for _ in workers] == [1, 1, 1]
        for worker in workers:
            worker.join(10)
            assert worker.exitcode == 0
