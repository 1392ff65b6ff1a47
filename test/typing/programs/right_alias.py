"""A program that was written for the vendor's SDK."""

from __future__ import annotations

import uuid

import xi.sdk.resellers
from xi.sdk.resellers import AccesstokenApi, ApiClient, Configuration, OrderCreateRequest, OrdersApi
from xi.sdk.resellers.models.order_create_request_lines_inner import OrderCreateRequestLinesInner
from xi.sdk.resellers.models.order_detail_b2_b import OrderDetailB2B
from xi.sdk.resellers.rest import ApiException


def main() -> None:
    configuration = xi.sdk.resellers.Configuration(host="https://api.ingrammicro.com:443/sandbox")
    with xi.sdk.resellers.ApiClient(configuration) as api_client:
        token = AccesstokenApi(api_client).get_accesstoken("client_credentials", "id", "secret")
        configuration.access_token = token.access_token
        orders_api = OrdersApi(api_client)
        line = OrderCreateRequestLinesInner(customer_line_number="1", ingram_part_number="DF4128", quantity=1)
        request = OrderCreateRequest(customer_order_number="PO-1", lines=[line])
        try:
            answer = orders_api.post_createorder_v6("20-222222", "US", uuid.uuid4().hex, request)
        except ApiException as error:
            print(error.status, error.reason, error.body)
            return
        for order in answer.orders or []:
            print(order.ingram_order_number)


def details(api_client: ApiClient, number: str) -> OrderDetailB2B:
    return OrdersApi(api_client).get_orderdetails_v6_1(number, "20-222222", "US", "0123456789abcdef")


def default() -> Configuration:
    return Configuration.get_default_copy()
