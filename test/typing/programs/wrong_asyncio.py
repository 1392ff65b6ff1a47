"""Mistakes with the asyncio twin."""

from __future__ import annotations

from xi_sdk_resellers import ApiClient as BlockingClient
from xi_sdk_resellers import Configuration
from xi_sdk_resellers.aio import ApiClient, Orders, OrdersApi


async def forgotten(api: OrdersApi, orders: Orders) -> None:
    detail = api.get_orderdetails_v6_1("20-1001")
    print(detail.order_status)  # wrong
    await api.get_orderdetails_v6_1()  # wrong
    await api.post_createorder_v6(order_create_request={"customerOrderNumbr": "PO-1"})  # wrong
    print(len(list(orders.search())))  # wrong
    await orders.place(request="PO-1")  # wrong


def mixed(client: ApiClient) -> None:
    OrdersApi(BlockingClient())  # wrong
    with ApiClient(Configuration()):  # wrong
        pass
    print(client.configuration.hosts)  # wrong
