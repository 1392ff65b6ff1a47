"""Mistakes in what is done with answers and exceptions."""

from __future__ import annotations

from decimal import Decimal

from xi_sdk_resellers import ApiException, OrdersApi, Outcome


def answers(api: OrdersApi) -> None:
    detail = api.get_orderdetails_v6_1("20-1001")
    print(detail.order_number)  # wrong
    print(detail.lines[0])  # wrong
    print(len(detail.lines))  # wrong
    for line in detail.lines:  # wrong
        print(line)
    print(detail.order_total + 1.5)  # wrong
    price: float = detail.order_total or Decimal(0)  # wrong
    print(price)
    with_info = api.get_orderdetails_v6_1_with_http_info("20-1001")
    print(with_info.order_status)  # wrong
    found: list[object] = api.get_resellers_v6_ordersearch()  # wrong
    print(found)
    print(api.delete_ordercancel("20-1001").order_status)  # wrong


def errors(error: ApiException) -> str:
    if error.status >= 500:  # wrong
        return error.body.upper()  # wrong
    if error.outcome is Outcome.SENT:  # wrong
        return error.correlation  # wrong
    return error.retry_at.isoformat()  # wrong
