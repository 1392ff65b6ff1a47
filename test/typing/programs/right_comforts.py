"""Receipts, clients with other options, hooks."""

from __future__ import annotations

from xi_sdk_resellers import ApiClient, CallEvent, Configuration, Orders, Receipt, aio


def note(event: CallEvent) -> None:
    print(event.operation, event.elapsed, event.status, [found.path for found in event.drift])


def clients() -> ApiClient:
    client = ApiClient(Configuration(on_response=note, on_retry=lambda event: print(event.wait)))
    german: ApiClient = client.for_account("30-333333", "DE")
    return german.with_options(total_timeout=None, retries=0, headers={"X-Channel": "checkout"})


def receipts(orders: Orders) -> bool:
    order = orders.place(
        {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]},
        headers={"X-Channel": "checkout"},
    )
    receipt: Receipt = order.receipt
    return receipt.found or orders.cancel(receipt.numbers[0]).found


async def asynchronous() -> str:
    async with aio.ApiClient() as client:
        german: aio.ApiClient = client.for_account("30-333333", "DE")
        return (await aio.Orders(german).release("1", timeout=5.0)).correlation_id
