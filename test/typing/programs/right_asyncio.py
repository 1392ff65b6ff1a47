"""The asyncio twin: the same names with await."""

from __future__ import annotations

import asyncio
from decimal import Decimal

from xi_sdk_resellers import ApiException, ApiResponse, Configuration, OrderDetailB2B, OrderSearchResponse, Outcome
from xi_sdk_resellers.aio import ApiClient, Orders, OrdersApi


async def place(orders: Orders, number: str) -> str | None:
    placed = await orders.place({"customerOrderNumber": number, "lines": [{"ingramPartNumber": "DF4128"}]})
    return placed.orders[0].ingram_order_number if placed.orders else None


async def totals(orders: Orders, numbers: list[str]) -> Decimal:
    details: list[OrderDetailB2B] = await asyncio.gather(*(orders.get(number) for number in numbers))
    return sum((detail.order_total or Decimal(0) for detail in details), Decimal(0))


async def walk(orders: Orders) -> list[str]:
    search = orders.search(order_status="SHIPPED", page_size=50)
    return [order.ingram_order_number or "" async for order in search]


async def low_level(api: OrdersApi) -> int:
    answer: ApiResponse[OrderSearchResponse] = await api.get_resellers_v6_ordersearch_with_http_info(page_size=10)
    await api.put_ordermodify("20-1001", order_modify_request={}, action_code="release")
    await api.delete_ordercancel("20-1001")
    return answer.data.records_found or 0


async def main() -> None:
    async with ApiClient(Configuration.from_env()) as client:
        try:
            await asyncio.wait_for(place(Orders(client), "PO-1"), timeout=200)
        except ApiException as error:
            print(error.outcome is Outcome.UNKNOWN)


if __name__ == "__main__":
    asyncio.run(main())
