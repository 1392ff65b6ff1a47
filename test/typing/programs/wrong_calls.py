"""Mistakes in calls that a type checker finds before the program runs."""

from __future__ import annotations

from xi_sdk_resellers import (
    AccesstokenApi,
    ApiClient,
    Configuration,
    OrderCreateRequest,
    OrderCreateRequestLine,
    OrderModifyRequest,
    OrdersApi,
)


def arguments(api: OrdersApi, request: OrderCreateRequest, change: OrderModifyRequest) -> None:
    api.post_createorder_v6()  # wrong
    api.post_createorder_v6("20-222222", "US", "0123456789abcdef")  # wrong
    api.post_createorder_v6(order_create_request=request, sender="shop")  # wrong
    api.post_createorder_v6(order_create_request=change)  # wrong
    api.post_createorder_v6(order_create_request=[request])  # wrong
    api.post_createorder_v6(order_create_request="PO-1")  # wrong
    api.post_createorder_v6(order_create_request=None)  # wrong
    api.post_createorder_v7(order_create_request=request)  # wrong
    api.put_ordermodify("20-1001")  # wrong
    api.get_orderdetails_v6_1()  # wrong
    api.get_orderdetails_v6_1(1001)  # wrong
    api.get_orderdetails_v6_1(order_number="20-1001")  # wrong
    api.delete_ordercancel("20-1001", region=b"CS")  # wrong
    api.get_resellers_v6_ordersearch(page_size="100")  # wrong
    api.get_resellers_v6_ordersearch(customer_order_number=1001)  # wrong
    api.get_resellers_v6_order_search()  # wrong


def models() -> None:
    OrderCreateRequest(customer_order_numbr="PO-1")  # wrong
    OrderCreateRequest(customer_order_number=1001)  # wrong
    OrderCreateRequest(customer_order_number="PO-1", lines=OrderCreateRequestLine(quantity=1))  # wrong
    OrderCreateRequestLine(quantity="two")  # wrong
    OrderCreateRequestLine(quantty=2)  # wrong


def clients() -> None:
    Configuration(host=8080)  # wrong
    Configuration(clientid="id")  # wrong
    Configuration(retries="often")  # wrong
    Configuration(on_request="print")  # wrong
    ApiClient("https://api.ingrammicro.com")  # wrong
    ApiClient().with_options(tiemout=5)  # wrong
    ApiClient().for_account(30, "DE")  # wrong
    OrdersApi(Configuration())  # wrong
    AccesstokenApi().get_accesstoken("client_credentials", "id")  # wrong
