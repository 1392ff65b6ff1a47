"""The workflows: placing once, changing, waiting for v7, walking through searches."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from datetime import date, datetime, timezone
from decimal import Decimal

from xi_sdk_resellers import (
    ApiClient,
    ApiException,
    Configuration,
    OrderCreateRequest,
    OrderCreateRequestLine,
    Orders,
    OrderSearchResponseOrder,
    Outcome,
    Retries,
    webhooks,
)
from xi_sdk_resellers.models.enums import OrderSearchStatus


def place(orders: Orders, number: str) -> str | None:
    lines = [OrderCreateRequestLine(ingram_part_number="DF4128", quantity=1)]
    placed = orders.place(OrderCreateRequest(customer_order_number=number, lines=lines), lookup_wait=5.0)
    return placed.orders[0].ingram_order_number if placed.orders else None


def place_literal(orders: Orders) -> bool:
    try:
        orders.place({"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]})
    except ApiException as error:
        return error.outcome is Outcome.UNKNOWN
    return True


def change(orders: Orders, number: str) -> int:
    changed = orders.modify(number, {"lines": [{"ingramLineNumber": "001", "addUpdateDeleteLine": "DELETE"}]})
    orders.release(number)
    orders.cancel(number, attempts=1)
    return len(changed.lines or [])


def walk(orders: Orders) -> Iterator[tuple[str | None, Decimal]]:
    search = orders.search(
        order_status=[OrderSearchStatus.BACKORDERED, "PROCESSING"],
        ingram_order_date=(date(2026, 10, 1), datetime.now(timezone.utc)),
        page_size=50,
    )
    order: OrderSearchResponseOrder
    for order in search:
        yield order.ingram_order_number, order.order_total or Decimal(0)


def pages(orders: Orders) -> dict[int, int]:
    search = orders.search(ship_date="2026-10-01", start_page=2)
    total: int | None = search.total
    counted = {page.page_number or 0: len(page.orders or []) for page in search.pages()}
    counted[0] = total or len(search)
    return counted


def queue_and_wait(orders: Orders, events: queue.Queue[webhooks.Event]) -> list[str]:
    confirmation = orders.place_async({"customerOrderNumber": "PO-2", "lines": []})
    event = orders.wait_for_order(confirmation, events, timeout=60.0)
    return event.order_numbers


def main() -> None:
    configuration = Configuration.from_env(retries=Retries(max_attempts=2, backoff=0.1))
    with ApiClient(configuration) as client:
        for number, total in walk(Orders(client)):
            print(number, f"{total:,.2f}")


if __name__ == "__main__":
    main()
