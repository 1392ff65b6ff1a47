"""Mistakes with the workflows, the search iterator, webhooks and tokens."""

from __future__ import annotations

from xi_sdk_resellers import Configuration, Orders, Retries, webhooks
from xi_sdk_resellers.models.enums import OrderStatus


def workflows(orders: Orders) -> None:
    orders.place()  # wrong
    orders.place("PO-1")  # wrong
    orders.place({"customerOrderNumbr": "PO-1"})  # wrong
    orders.place({"customerOrderNumber": "PO-1"}, wait=5)  # wrong
    orders.release(1001)  # wrong
    orders.cancel()  # wrong
    orders.modify("20-1001")  # wrong
    orders.place_async({"customerOrderNumber": 1001})  # wrong
    print(orders.get("20-1001").order_state)  # wrong


def searches(orders: Orders) -> None:
    orders.search("PO-1")  # wrong
    orders.search(ingram_order_date=20261001)  # wrong
    orders.search(ingram_order_date=("2026-10-01", "2026-10-02", "2026-10-03"))  # wrong
    orders.search(pagesize=10)  # wrong
    for order in orders.search():
        print(order.lines)  # wrong
    print(orders.search().total + 1)  # wrong


def events(body: bytes) -> None:
    webhooks.parse(body, {})  # wrong
    webhooks.parse(body, {}, secret=None)  # wrong
    event = webhooks.parse(body, {}, secret="s")
    print(event.order_numbers)  # wrong


def settings() -> None:
    Retries(attempts=3)  # wrong
    Configuration(token_cache={})  # wrong
    print(OrderStatus.LOST)  # wrong
