"""Calls as programs make them: what comes back, what is repeated, what is refused before anything is sent."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from test.support.client_twins import AccesstokenApi, ApiClient, OrdersApi
from xi_sdk_resellers import (
    ApiConnectionException,
    ApiException,
    ApiTypeError,
    ApiValueError,
    Configuration,
    NotFoundException,
    OrderCreateRequest,
    Outcome,
    Retries,
    ServiceException,
    TooManyRequestsException,
)
from xi_sdk_resellers.sandbox import Fault, Sandbox

LINE = {"customerLineNumber": "1", "ingramPartNumber": "6YE881", "quantity": 1}
ORDER = {"customerOrderNumber": "PO-1", "lines": [LINE]}
QUICK = Retries(max_attempts=3, backoff=0)

pytestmark = pytest.mark.usefixtures("twins")


def test_an_answer_brings_everything_that_came_with_it(orders: OrdersApi, sandbox: Sandbox) -> None:
    response = orders.post_createorder_v6_with_http_info(order_create_request=ORDER, im_correlation_id="mine")
    assert response.status_code == 201
    assert response.headers["im-correlationid"] == response.correlation_id == "mine"
    assert json.loads(response.raw_data)["customerOrderNumber"] == response.data.customer_order_number == "PO-1"
    assert (response.attempts, response.drift) == (1, ())
    assert response.elapsed > 0
    assert response.rate_limit is not None


def test_models_and_mappings_are_the_same(orders: OrdersApi, sandbox: Sandbox) -> None:
    orders.post_createorder_v6(order_create_request=OrderCreateRequest.from_dict(ORDER))
    orders.post_createorder_v6(order_create_request={**ORDER, "customerOrderNumber": "PO-2"})
    assert [order.customer_order_number for order in sandbox.ledger.orders] == ["PO-1", "PO-2"]


def test_the_vendors_positional_call_works(orders: OrdersApi, sandbox: Sandbox) -> None:
    assert orders.post_createorder_v6("20-222222", "US", "c" * 32, OrderCreateRequest.from_dict(ORDER)).orders
    assert orders.get_resellers_v6_ordersearch("20-222222", "US", "d" * 32).orders[0].customer_order_number == "PO-1"


def test_a_search_that_finds_nothing_is_an_empty_result(orders: OrdersApi) -> None:
    response = orders.get_resellers_v6_ordersearch_with_http_info(customer_order_number="none")
    assert response.status_code == 204
    assert response.data.orders == []


def test_a_token_by_hand(client: ApiClient, sandbox: Sandbox) -> None:
    token = AccesstokenApi(client).get_accesstoken("client_credentials", "sandbox-client", "sandbox-secret")
    assert token.access_token
    with pytest.raises(ApiException):
        AccesstokenApi(client).get_accesstoken("client_credentials", "sandbox-client", "wrong", _retries=False)
    assert all("secret" not in str(request.query) for request in sandbox.ledger.requests)


def test_the_same_correlation_id_on_every_attempt(orders: OrdersApi, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("status", status=503, times=2))
    response = orders.get_resellers_v6_ordersearch_with_http_info()
    assert response.attempts == 3
    sent = [request.correlation_id for request in sandbox.ledger.requests if "search" in request.path]
    assert sent == [response.correlation_id] * 3


FAULTS: dict[str, tuple[Fault, Outcome, bool]] = {
    "408": (Fault("status", status=408), Outcome.UNKNOWN, False),
    "429": (Fault("status", status=429, headers={"Retry-After": "0"}), Outcome.REJECTED, True),
    "500": (Fault("status", status=500), Outcome.UNKNOWN, False),
    "502 in HTML": (Fault("html", status=502), Outcome.UNKNOWN, False),
    "503 after it was placed": (Fault("status", status=503, effect=True), Outcome.UNKNOWN, False),
    "504": (Fault("status", status=504), Outcome.UNKNOWN, False),
    "409": (Fault("status", status=409), Outcome.REJECTED, False),
    "lost answer": (Fault("lost_answer"), Outcome.UNKNOWN, False),
    "reset": (Fault("reset"), Outcome.UNKNOWN, False),
    "cut request": (Fault("cut_request"), Outcome.UNKNOWN, False),
    "garbage": (Fault("garbage"), Outcome.UNKNOWN, False),
}


@pytest.mark.parametrize(("fault", "outcome", "again"), FAULTS.values(), ids=FAULTS)
def test_a_mutation_is_repeated_only_when_the_vendor_did_not_act(
    orders: OrdersApi, sandbox: Sandbox, fault: Fault, outcome: Outcome, again: bool
) -> None:
    orders.get_resellers_v6_ordersearch()
    sandbox.faults.add(fault)
    if again:
        assert orders.post_createorder_v6_with_http_info(order_create_request=ORDER).attempts == 2
        sandbox.faults.add(fault)
    with pytest.raises(ApiException) as caught:
        orders.post_createorder_v6(order_create_request=ORDER, _retries=False if again else None)
    assert caught.value.outcome is outcome
    assert caught.value.customer_order_number == "PO-1"
    assert caught.value.correlation_id
    assert len(sandbox.ledger.orders) <= 1


@pytest.mark.parametrize("call", ["put_ordermodify", "delete_ordercancel"])
def test_put_and_delete_are_not_repeated(orders: OrdersApi, sandbox: Sandbox, call: str) -> None:
    sandbox.faults.add(Fault("lost_answer", times=None))
    body = {"order_modify_request": {"notes": "x"}} if call == "put_ordermodify" else {}
    with pytest.raises(ApiConnectionException) as caught:
        getattr(orders, call)("20-1", **body)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert sum(request.method in ("PUT", "DELETE") for request in sandbox.ledger.requests) == 1


def test_where_nobody_listens_nothing_was_sent_and_it_is_tried_again(sandbox: Sandbox) -> None:
    configuration = sandbox.configuration(access_token="t", retries=QUICK)
    with ApiClient(configuration) as client:
        with sandbox.refusing(), pytest.raises(ApiConnectionException) as caught:
            OrdersApi(client).post_createorder_v6(order_create_request=ORDER)
    assert caught.value.outcome is Outcome.NOT_SENT
    assert caught.value.attempts == 3
    assert "The order was NOT placed" in str(caught.value)


def test_a_wrong_host_is_one_clear_error() -> None:
    configuration = Configuration(
        "https://nobody.invalid", access_token="t", im_customer_number="1", im_country_code="US", retries=False
    )
    with ApiClient(configuration) as client, pytest.raises(ApiConnectionException) as caught:
        OrdersApi(client).get_orderdetails_v6_1("20-1")
    assert caught.value.outcome is Outcome.NOT_SENT
    assert str(caught.value).startswith("get_orderdetails_v6_1: no connection could be made")


def test_a_long_wait_is_refused_at_once_and_says_until_when(orders: OrdersApi, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("status", status=429, headers={"Retry-After": "3600"}, times=None))
    with pytest.raises(TooManyRequestsException) as caught:
        orders.post_createorder_v6(order_create_request=ORDER)
    assert caught.value.attempts == 1
    assert caught.value.retry_at is not None
    assert "not before: " in str(caught.value)
    assert caught.value.outcome is Outcome.REJECTED


def test_retries_can_be_turned_off_for_a_client_and_for_a_call(orders: OrdersApi, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("status", status=503, times=None))
    for retries, attempts in ((False, 1), (0, 1), (1, 2), (None, 3)):
        with pytest.raises(ServiceException) as caught:
            orders.get_resellers_v6_ordersearch(_retries=retries)
        assert caught.value.attempts == attempts
    orders.api_client.configuration.retries = False
    with pytest.raises(ServiceException) as caught:
        orders.get_resellers_v6_ordersearch()
    assert caught.value.attempts == 1


def test_the_errors_model_is_there(orders: OrdersApi) -> None:
    with pytest.raises(NotFoundException) as caught:
        orders.get_orderdetails_v6_1("20-99999")
    error = caught.value
    assert error.data is not None
    assert error.data.to_dict() == json.loads(error.raw_body)
    assert error.message
    assert error.headers["content-type"] == "application/json"


def test_nothing_is_sent_for_bad_input(orders: OrdersApi, sandbox: Sandbox) -> None:
    with_none = OrderCreateRequest.from_dict(ORDER)
    assert with_none.lines is not None
    with_none.lines.append(None)  # type: ignore[arg-type]
    calls: list[Callable[[], Any]] = [
        lambda: orders.get_orderdetails_v6_1(""),
        lambda: orders.get_orderdetails_v6_1(".."),
        lambda: orders.delete_ordercancel("a/b"),
        lambda: orders.get_resellers_v6_ordersearch(page_size=0),
        lambda: orders.get_resellers_v6_ordersearch(page_size=101),
        lambda: orders.get_resellers_v6_ordersearch(im_country_code="USA"),
        lambda: orders.get_resellers_v6_ordersearch(im_sender_id="a\r\nb"),
        lambda: orders.get_resellers_v6_ordersearch(ingram_order_date_bt=[date(2020, 1, 1)]),
        lambda: orders.post_createorder_v6(order_create_request=5),  # type: ignore[call-overload]
        lambda: orders.post_createorder_v6(
            order_create_request={**ORDER, "lines": [{**LINE, "quantity": float("nan")}]}
        ),
        lambda: orders.post_createorder_v6(order_create_request={**ORDER, "lines": [LINE, None]}),  # type: ignore[list-item]
        lambda: orders.post_createorder_v6(order_create_request=with_none),
        lambda: orders.get_resellers_v6_ordersearch(_host_index=9),
        lambda: orders.get_resellers_v6_ordersearch(_host_index=True),
        lambda: orders.get_resellers_v6_ordersearch(_request_timeout=0),
    ]
    for call in calls:
        with pytest.raises(ApiValueError) as caught:
            call()
        assert caught.value.outcome is Outcome.NOT_SENT
    assert not sandbox.ledger.requests


def test_truth_is_no_number_and_is_not_sent_as_one(orders: OrdersApi, sandbox: Sandbox) -> None:
    for validated in (True, False):
        orders.api_client.client_side_validation = validated
        for field in ("quantity", "unitPrice"):
            body: Any = {**ORDER, "lines": [{**LINE, field: True}]}
            with pytest.raises(ApiTypeError, match=rf"lines\[0\]\.{field}: .*, not True"):
                orders.post_createorder_v6(order_create_request=body)
        with pytest.raises(ApiTypeError, match=r"page_size must be a whole number, not bool \(True\)"):
            orders.get_resellers_v6_ordersearch(page_size=True)
    assert not sandbox.ledger.requests
