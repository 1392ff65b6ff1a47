"""Mistakes in a program that was written for the vendor's SDK."""

from __future__ import annotations

from xi.sdk.resellers import ApiClient, Configuration, OrderCreateRequest, OrdersApi
from xi.sdk.resellers.models.order_create_request_lines_inner import OrderCreateRequestLinesInner
from xi.sdk.resellers.rest import ApiException


def place(client: ApiClient) -> None:
    line = OrderCreateRequestLinesInner(ingram_part_number="DF4128", quantity="1")  # wrong
    request = OrderCreateRequest(customer_order_number="PO-1", lines=[line], note="soon")  # wrong
    OrdersApi(client).post_createorder_v6("20-222222", "US", request)  # wrong


def read(client: ApiClient) -> None:
    detail = OrdersApi(client).get_orderdetails_v6_1("20-1001", "20-222222", "US", "0123456789abcdef")
    print(detail.lines[0])  # wrong


def settings() -> None:
    Configuration(host="https://api.ingrammicro.com:443", acces_token="t")  # wrong
    ApiException("404", "Not Found")  # wrong
