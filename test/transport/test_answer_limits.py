"""Answers that are too much: deep, huge, or compressed to a thousandth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from xi_sdk_resellers import ApiClient, ApiException, ApiResponseException, OrdersApi, Outcome, Retries
from xi_sdk_resellers.sandbox import Fault, Sandbox

ORDER = {
    "customerOrderNumber": "PO-1",
    "lines": [{"customerLineNumber": "1", "ingramPartNumber": "6YE881", "quantity": 1}],
}


@pytest.fixture
def orders(sandbox: Sandbox) -> Iterator[OrdersApi]:
    configuration = sandbox.configuration(max_response_bytes=2_000_000, retries=Retries(backoff=0))
    with ApiClient(configuration) as client:
        yield OrdersApi(client)


def read(orders: OrdersApi) -> Any:
    return orders.get_orderdetails_v6_1_with_http_info("20-1")


def place(orders: OrdersApi) -> Any:
    return orders.post_createorder_v6_with_http_info(order_create_request=ORDER)


def test_deep_json_is_kept_and_reported(orders: OrdersApi, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("deep_json", effect=True), Fault("deep_json", effect=True))
    response = read(orders)
    assert response.status_code == 200
    assert response.drift
    assert len(response.raw_data) > 500_000
    with pytest.raises(ApiResponseException, match="nothing in the answer shows that the order was placed") as caught:
        place(orders)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert len(caught.value.raw_body) > 500_000


@pytest.mark.parametrize("kind", ["huge", "gzip_bomb"])
def test_too_much_is_refused_for_a_read_and_leaves_an_order_unknown(
    orders: OrdersApi, sandbox: Sandbox, kind: str
) -> None:
    sandbox.faults.add(Fault(kind, times=None, effect=True))
    with pytest.raises(ApiResponseException, match="larger than max_response_bytes") as caught:
        read(orders)
    assert caught.value.attempts == 1
    assert len(caught.value.raw_body) == 2_000_000
    with pytest.raises(ApiResponseException, match="larger than max_response_bytes") as caught:
        place(orders)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert len(caught.value.raw_body) == 2_000_000
    sandbox.faults.clear()
    assert orders.get_resellers_v6_ordersearch().orders[0].customer_order_number == "PO-1"


def test_an_error_as_deep_as_that_is_still_an_error(orders: OrdersApi, sandbox: Sandbox) -> None:
    body = b'{"errors":' * 100_000
    sandbox.faults.add(Fault("status", status=400, body=body))
    with pytest.raises(ApiException) as caught:
        place(orders)
    assert caught.value.status == 400
    assert caught.value.outcome is Outcome.REJECTED
    assert len(str(caught.value)) < 2000
