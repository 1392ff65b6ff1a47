"""Programs as the vendor's page of each order operation shows them run as they are, with the sandbox for a host."""

from __future__ import annotations

import contextlib
import io
import json
import os
from collections.abc import Iterator
from typing import Any

import pytest

from xi_sdk_resellers.sandbox import Sandbox

ORDER = {
    "customerOrderNumber": "PO-SNIPPET",
    "notes": "",
    "lines": [{"customerLineNumber": "1", "ingramPartNumber": "2GZ200", "quantity": 1}],
}
FRAME = """
import xi.sdk.resellers
{imports}
from xi.sdk.resellers.rest import ApiException
from pprint import pprint

configuration = xi.sdk.resellers.Configuration(
    host = os.environ["HOST"]
)

configuration.access_token = os.environ["ACCESS_TOKEN"]

with xi.sdk.resellers.ApiClient(configuration) as api_client:
    api_instance = xi.sdk.resellers.OrdersApi(api_client)
    im_customer_number = '20-222222' # str |
    im_country_code = 'US' # str |
    im_correlation_id = 'fbac82ba-cf0a-4bcf-fc03-0c5084' # str |
    im_sender_id = 'MyCompany' # str | (optional)
{arguments}
    try:
        api_response = api_instance.{call}
        print("The response:\\n")
        pprint(api_response)
    except ApiException as e:
        print("Exception when calling: %s\\n" % e)
        raise
"""
MODEL = "from xi.sdk.resellers.models.{0} import {1}\n"
HEADERS = "im_customer_number, im_country_code, im_correlation_id"
SNIPPETS: dict[str, tuple[str, str, str]] = {
    "create": (
        MODEL.format("order_create_request", "OrderCreateRequest")
        + MODEL.format("order_create_response", "OrderCreateResponse"),
        "    order_create_request = xi.sdk.resellers.OrderCreateRequest.from_dict(body)",
        f"post_createorder_v6({HEADERS}, order_create_request, im_sender_id=im_sender_id)",
    ),
    "create with v7, names of 1.1.0": (
        MODEL.format("async_order_create_dto", "AsyncOrderCreateDTO")
        + MODEL.format("async_order_create_response", "AsyncOrderCreateResponse"),
        "    async_order_create_dto = AsyncOrderCreateDTO.from_dict(body)",
        f"post_createorder_v7({HEADERS}, async_order_create_dto, im_sender_id=im_sender_id)",
    ),
    "create with v7, names of 1.3.0": (
        MODEL.format("order_create_v7_request", "OrderCreateV7Request"),
        "    order_create_v7_request = OrderCreateV7Request.from_dict(body)",
        f"post_createorder_v7({HEADERS}, order_create_v7_request, im_sender_id=im_sender_id)",
    ),
    "search": (
        MODEL.format("order_search_response", "OrderSearchResponse"),
        "    order_status = 'PROCESSING'\n    page_size = 25\n    page_number = 1",
        f"get_resellers_v6_ordersearch({HEADERS}, order_status=order_status, page_size=page_size, "
        "page_number=page_number, im_sender_id=im_sender_id)",
    ),
    "details": (
        MODEL.format("order_detail_b2_b", "OrderDetailB2B"),
        "    ordernumber = number\n    is_iml = False",
        f"get_orderdetails_v6_1(ordernumber, {HEADERS}, im_sender_id=im_sender_id, is_iml=is_iml)",
    ),
    "modify": (
        MODEL.format("order_modify_request", "OrderModifyRequest")
        + MODEL.format("order_modify_response", "OrderModifyResponse"),
        "    order_number = number\n    action_code = 'release'\n    region_code = 'CS'\n"
        "    order_modify_request = xi.sdk.resellers.OrderModifyRequest()",
        f"put_ordermodify(order_number, {HEADERS}, action_code=action_code, order_modify_request=order_modify_request)",
    ),
    "cancel": (
        "",
        "    order_number = number\n    region_code = 'CS'",
        f"delete_ordercancel(order_number, {HEADERS}, im_sender_id=im_sender_id, region_code=region_code)",
    ),
}


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    with Sandbox(customer_number="20-222222") as running:
        monkeypatch.setenv("HOST", running.url)
        monkeypatch.setenv("ACCESS_TOKEN", token_of(running))
        yield running


def token_of(sandbox: Sandbox) -> str:
    from xi.sdk.resellers import AccesstokenApi, ApiClient, Configuration

    with ApiClient(Configuration(host=sandbox.url)) as client:
        settings = sandbox.settings
        answer = AccesstokenApi(client).get_accesstoken(
            "client_credentials", settings.client_id, settings.client_secret
        )
    return str(answer.access_token)


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_program_as_documented_runs(name: str, sandbox: Sandbox) -> None:
    from xi.sdk.resellers import ApiClient, Configuration, OrdersApi

    imports, arguments, call = SNIPPETS[name]
    number = ""
    if name in ("details", "modify", "cancel"):
        with ApiClient(Configuration(host=sandbox.url, access_token=os.environ["ACCESS_TOKEN"])) as client:
            held = {
                **ORDER,
                "additionalAttributes": [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}],
            }
            placed = OrdersApi(client).post_createorder_v6("20-222222", "US", "c", held)
            number = placed.orders[0].ingram_order_number or ""
    scope: dict[str, Any] = {"os": os, "body": ORDER, "number": number}
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(FRAME.format(imports=imports, arguments=arguments, call=call), scope)
    assert printed.getvalue().startswith("The response:")


def test_text_for_a_quantity_of_v7_arrives_as_text() -> None:
    from xi.sdk.resellers import AsyncOrderCreateDTO

    body = {**ORDER, "lines": [{"customerLineNumber": "1", "ingramPartNumber": "2GZ200", "quantity": "2"}]}
    request = AsyncOrderCreateDTO.from_dict(body)
    assert request is not None
    assert json.loads(request.to_json())["lines"][0]["quantity"] == "2"
