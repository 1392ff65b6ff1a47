"""Mistakes in bodies that are plain dictionaries."""

from __future__ import annotations

from xi_sdk_resellers import OrdersApi
from xi_sdk_resellers.models.bodies import OrderCreateRequestDict, OrderModifyRequestDict


def literals(api: OrdersApi) -> None:
    api.post_createorder_v6(order_create_request={"customerOrderNumbr": "PO-1"})  # wrong
    api.post_createorder_v6(order_create_request={"customerOrderNumber": 1001})  # wrong
    api.post_createorder_v6(order_create_request={"lines": []})  # wrong


def annotated() -> None:
    misspelled: OrderCreateRequestDict = {"customerOrderNumber": "PO-1", "line": []}  # wrong
    snake: OrderCreateRequestDict = {"customer_order_number": "PO-1"}  # wrong
    text: OrderCreateRequestDict = {"customerOrderNumber": "PO-1", "lines": [{"quantity": "two"}]}  # wrong
    missing: OrderCreateRequestDict = {"notes": "no number"}  # wrong
    number: OrderModifyRequestDict = {"lines": [{"addUpdateDeleteLine": 1}]}  # wrong
    print(misspelled, snake, text, missing, number)
    print(missing["orderNumber"])  # wrong
