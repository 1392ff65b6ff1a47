"""The end of a client."""

from __future__ import annotations

import gc
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from test.support.client_twins import ApiClient, OrdersApi
from test.support.wire_server import WireServer, answer
from xi_sdk_resellers import ClientClosedError, Configuration
from xi_sdk_resellers.sandbox import Sandbox

LINE = {"customerLineNumber": "1", "ingramPartNumber": "6YE881", "quantity": 1}
ORDER = {"customerOrderNumber": "PO-1", "lines": [LINE]}

pytestmark = pytest.mark.usefixtures("twins")
blocking_only = pytest.mark.parametrize("twin", ["blocking"])


def test_use_after_close_is_a_clear_error(orders: OrdersApi) -> None:
    orders.get_resellers_v6_ordersearch()
    orders.api_client.close()
    orders.api_client.close()
    with pytest.raises(ClientClosedError, match="closed"):
        orders.get_resellers_v6_ordersearch()
    assert "closed" in repr(orders.api_client)
    never_used = ApiClient()
    never_used.close()
    with pytest.raises(ClientClosedError, match="the client was closed"):
        OrdersApi(never_used).get_orderdetails_v6_1("1", "20", "US")


@blocking_only
def test_close_lets_calls_under_way_finish() -> None:
    arrived, go = threading.Event(), threading.Event()

    def slow(connection: Any, _: Any) -> bytes:
        arrived.set()
        go.wait(5)
        return answer({"orders": [{"ingramOrderNumber": "20-1"}]}, "201 Created")

    with WireServer([slow]) as server, ThreadPoolExecutor(1) as pool:
        configuration = Configuration(server.url, access_token="t", im_customer_number="1", im_country_code="US")
        client = ApiClient(configuration)
        future = pool.submit(OrdersApi(client).post_createorder_v6, order_create_request=ORDER)
        assert arrived.wait(5)
        client.close()
        go.set()
        assert future.result(5).orders[0].ingram_order_number == "20-1"


@blocking_only
def test_a_closed_client_leaves_no_connection_open(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration()) as client:
        OrdersApi(client).get_resellers_v6_ordersearch()
    client = ApiClient(sandbox.configuration())
    OrdersApi(client).get_resellers_v6_ordersearch()
    del client
    gc.collect()
