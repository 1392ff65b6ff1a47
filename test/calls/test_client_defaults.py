"""What a client sends with every call, the default client, and what programs for the vendor's SDK call."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

import xi_sdk_resellers
from test.support.client_twins import ApiClient, OrdersApi
from xi_sdk_resellers import ApiTypeError, ApiValueError, Configuration, OrderCreateRequest
from xi_sdk_resellers.sandbox import Sandbox

LINE = {"customerLineNumber": "1", "ingramPartNumber": "6YE881", "quantity": 1}
ORDER = {"customerOrderNumber": "PO-1", "lines": [LINE]}

pytestmark = pytest.mark.usefixtures("twins")


def test_the_user_agent_names_the_package(orders: OrdersApi, sandbox: Sandbox) -> None:
    client = orders.api_client
    assert client.user_agent.startswith(f"xi-resellers/{xi_sdk_resellers.__version__} Python/")
    assert ApiClient(Configuration(user_agent="Shop/1")).user_agent.startswith("Shop/1 xi-resellers/")
    client.user_agent = "Mine/2"
    orders.get_resellers_v6_ordersearch()
    sent = {name.lower(): value for name, value in sandbox.ledger.requests[-1].headers.items()}
    assert sent["user-agent"] == "Mine/2"


def test_default_headers_are_sent_and_overridden(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration(), "X-One", "1", cookie="c=1") as client:
        client.set_default_header("X-Two", "2")
        client.default_headers["X-Three"] = "3"
        OrdersApi(client).get_resellers_v6_ordersearch(_headers={"x-two": "call"})
        sent = {name.lower(): value for name, value in sandbox.ledger.requests[-1].headers.items()}
        assert (sent["x-one"], sent["x-two"], sent["x-three"], sent["cookie"]) == ("1", "call", "3", "c=1")
        with pytest.raises(ApiValueError):
            client.set_default_header("X", "a\r\nb")
        assert ApiClient(sandbox.configuration(), "X-Empty").default_headers["X-Empty"] == ""
        with pytest.raises(ApiTypeError):
            client.default_headers["X"] = 5  # type: ignore[assignment]


@pytest.mark.parametrize("wrong", [5, object()])
def test_a_class_of_calls_takes_no_other_client(wrong: Any) -> None:
    with pytest.raises(ApiTypeError, match=f"OrdersApi takes an (aio.)?ApiClient, not {type(wrong).__name__}$"):
        OrdersApi(wrong)


def test_an_account_of_a_copy_goes_before_the_default_headers(sandbox: Sandbox) -> None:
    names = {"IM-CustomerNumber": "20-222222", "IM-CountryCode": "US", "IM-SenderID": "everybody"}
    with ApiClient(sandbox.configuration()) as client:
        for name, value in names.items():
            client.set_default_header(name, value)
        inner = getattr(client, "inner", client)
        copy = inner.with_options(im_customer_number="20-333333", im_country_code="DE", im_sender_id="me")
        assert set(client.default_headers) - set(copy.default_headers) == set(names)
        assert set(client.default_headers) == set(inner.with_options(total_timeout=5).default_headers)


def test_default_headers_are_checked_however_they_are_set(sandbox: Sandbox) -> None:
    evil: dict[str, Any]
    with ApiClient(sandbox.configuration()) as client:
        before = dict(client.default_headers)
        for evil in ({"X: 1\r\nEvil": "y"}, {"X": "a\r\nEvil: y"}, {"X": 5}):
            with pytest.raises(ApiValueError):
                client.default_headers |= evil
            with pytest.raises(ApiValueError):
                client.default_headers = {**before, **evil}
            with pytest.raises(ApiValueError):
                client.default_headers = client.default_headers | evil
            with pytest.raises(ApiValueError):
                client.default_headers = evil | client.default_headers
        with pytest.raises(ApiTypeError, match="default_headers must be a mapping, not list"):
            client.default_headers = [("X", "1")]
        assert client.default_headers == before
        client.default_headers |= {"x-ONE": "1"}
        client.default_headers = {**client.default_headers, "x-two": "2"}
        client.default_headers["X-Two"] = "3"
        OrdersApi(client).get_resellers_v6_ordersearch()
        sent = {name.lower(): value for name, value in sandbox.ledger.requests[-1].headers.items()}
        assert (sent["x-one"], sent["x-two"]) == ("1", "3")


def test_changes_of_the_configuration_count_from_the_next_call_on(orders: OrdersApi, sandbox: Sandbox) -> None:
    configuration = orders.api_client.configuration
    orders.get_resellers_v6_ordersearch()
    configuration.im_sender_id = "later"
    orders.get_resellers_v6_ordersearch()
    with Sandbox() as other:
        configuration.host = other.url
        orders.get_resellers_v6_ordersearch()
        assert any("search" in request.path for request in other.ledger.requests)
    sent = [{k.lower(): v for k, v in request.headers.items()} for request in sandbox.ledger.requests]
    assert [headers.get("im-senderid") for headers in sent][-1] == "later"


def test_the_default_client(sandbox: Sandbox) -> None:
    try:
        ApiClient.set_default(ApiClient(sandbox.configuration()))
        assert OrdersApi().get_resellers_v6_ordersearch().orders == []
        assert OrdersApi().api_client == ApiClient.get_default()
        copied = ApiClient.get_default_copy()
        assert copied != ApiClient.get_default()
        assert OrdersApi(copied).get_resellers_v6_ordersearch().orders == []
        copied.close()
        ApiClient.get_default().close()
        ApiClient.set_default(None)
        assert ApiClient.get_default().configuration is Configuration.get_default()
    finally:
        ApiClient.set_default(None)
        Configuration.set_default(None)


def test_what_programs_for_the_vendors_sdk_call() -> None:
    class Colour(Enum):
        RED = "red"

    client = ApiClient()
    assert client.select_header_accept(["text/plain", "application/json"]) == "application/json"
    assert client.select_header_content_type(["text/plain"]) == "text/plain"
    assert client.select_header_accept([]) is None
    made = client.sanitize_for_serialization(
        {
            "a": [date(2020, 1, 1), Decimal("1.5"), Decimal(2), Colour.RED, None, (True, "x")],
            "m": OrderCreateRequest.from_dict(ORDER),
        }
    )
    assert made["a"] == ["2020-01-01", 1.5, 2, "red", None, [True, "x"]]
    assert made["m"]["customerOrderNumber"] == "PO-1"
    with pytest.raises(ApiTypeError):
        client.sanitize_for_serialization(object())
    client.client_side_validation = False
    assert client.configuration.client_side_validation is False
    client.client_side_validation = True
    with pytest.raises(ApiTypeError, match="configuration must be"):
        ApiClient("https://example.com")  # type: ignore[arg-type]
    Configuration.set_default(None)
