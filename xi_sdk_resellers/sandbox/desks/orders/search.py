"""The search for orders: every documented filter, newest order first, page by page.

As on the wire, counts and totals are text and `links` is one object where the contract has a
list. Filters on text ignore letter case; a filter that comes empty is ignored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from xi_sdk_resellers.sandbox.desks import pages
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.ledger import Ledger
from xi_sdk_resellers.sandbox.world.records import (
    BACKORDERED,
    CANCELLED,
    ON_HOLD,
    PROCESSING,
    SHIPPED,
    PlacedLine,
    PlacedOrder,
    Shipment,
)

Matches = Callable[[PlacedOrder], bool]
_STATUSES = (SHIPPED, PROCESSING, ON_HOLD, BACKORDERED, CANCELLED)


def _shipments(order: PlacedOrder) -> Iterable[Shipment]:
    return (shipment for line in order.lines for shipment in line.shipments)


_TEXTS: dict[str, Callable[[PlacedOrder], Iterable[str | None]]] = {
    "ingramOrderNumber": lambda order: (order.ingram_order_number, *(line.sub_order_number for line in order.lines)),
    "customerOrderNumber": lambda order: (order.customer_order_number,),
    "endCustomerOrderNumber": lambda order: (order.end_customer_order_number,),
    "ingramPartNumber": lambda order: (line.part_number for line in order.lines),
    "vendorPartNumber": lambda order: (line.vendor_part_number for line in order.lines),
    "vendorName": lambda order: (line.vendor_name for line in order.lines),
    "serialNumber": lambda order: (serial for shipment in _shipments(order) for serial in shipment.serial_numbers),
    "trackingNumber": lambda order: (shipment.tracking_number for shipment in _shipments(order)),
    "specialBidNumber": lambda order: (
        order.special_bid_number,
        *(line.special_bid_number for line in order.lines),
    ),
}
_DATES: dict[str, Callable[[PlacedOrder], Iterable[date | None]]] = {
    "ingramOrderDate-bt": lambda order: (order.placed_on,),
    "invoiceDate_bt": lambda order: (shipment.invoiced_on for shipment in _shipments(order)),
    "shipDate_bt": lambda order: (shipment.shipped_on for shipment in _shipments(order)),
    "deliveryDate_bt": lambda order: (shipment.delivered_on for shipment in _shipments(order)),
}


def find(ledger: Ledger, request: Request) -> Answer:
    """Find orders: 200 with one page, 204 when there is none, 400 for filters that make no sense.

    An order placed with an `index_delay` of n is found from the (n+1)th search on.
    """
    wrong: list[FieldError] = []
    filters = list(_filters(request, wrong))
    if wrong:
        raise InvalidRequest(*wrong)
    ledger.searches += 1
    found = [
        order
        for order in reversed(_candidates(ledger, request))
        if order.found_after_search < ledger.searches and all(matches(order) for matches in filters)
    ]
    page = pages.wanted(request)
    shown = page.of(found)
    if not shown:
        return Answer(204)
    answer: dict[str, Any] = {
        "recordsFound": str(len(found)),
        "pageSize": str(page.size),
        "pageNumber": str(page.number),
        "orders": [render_found(order) for order in shown],
    }
    if page.number * page.size < len(found):
        answer["nextPage"] = page.link(request, page.number + 1)
    if page.number > 1:
        answer["previousPage"] = page.link(request, page.number - 1)
    return Answer.of(200, answer)


def _candidates(ledger: Ledger, request: Request) -> list[PlacedOrder]:
    numbers = request.query.get("customerOrderNumber", [""])
    return ledger.placed(numbers[0]) if numbers[0] else ledger.orders


def render_found(order: PlacedOrder) -> dict[str, Any]:
    """Return one order as a search result."""
    link = {"topic": "orders", "href": f"/resellers/v6.1/orders/{order.ingram_order_number}", "type": "GET"}
    by_sub_order: dict[str, list[PlacedLine]] = {}
    for line in order.products:
        by_sub_order.setdefault(line.sub_order_number, []).append(line)
    return {
        "ingramOrderNumber": order.ingram_order_number,
        "ingramOrderDate": order.placed_time.isoformat(),
        "customerOrderNumber": order.customer_order_number,
        "vendorSalesOrderNumber": vendor_sales_order_number(order),
        "vendorName": order.products[0].vendor_name if order.products else "",
        "endUserCompanyName": order.end_user.get("companyName") or "",
        "orderTotal": f"{order.total:.2f}",
        "orderStatus": order.status,
        "subOrders": [
            {
                "subOrderNumber": number,
                "subOrderTotal": f"{sum(line.total for line in lines):.2f}",
                "subOrderStatus": order.line_status(lines[0]),
                "links": link | {"href": f"/resellers/v6.1/orders/{number}"},
            }
            for number, lines in sorted(by_sub_order.items())
        ],
        "links": link,
    }


def vendor_sales_order_number(order: PlacedOrder) -> str:
    """Return the vendor's own number for an order that ships from the vendor, else nothing."""
    return f"{114_000_000 + order.sequence}" if order.order_type == "D" else ""


def _filters(request: Request, wrong: list[FieldError]) -> Iterable[Matches]:
    query = request.query
    for name, values_of in _TEXTS.items():
        wanted = query.get(name, [""])[0].upper()
        if wanted:
            yield _text_filter(wanted, values_of)
    statuses = [
        status.upper() for name in ("orderStatus", "orderStatus-in") for status in query.get(name, ()) if status
    ]
    unknown = [status for status in statuses if status not in _STATUSES]
    if unknown:
        wrong.append(FieldError("orderStatus", f"must be one of {', '.join(_STATUSES)}", unknown[0]))
    if statuses:
        yield lambda order: order.status in statuses
    day = query.get("ingramOrderDate", [""])[0]
    if day:
        yield _date_filter("ingramOrderDate", [day, day], _DATES["ingramOrderDate-bt"], wrong)
    for name, dates_of in _DATES.items():
        if query.get(name):
            yield _date_filter(name, query[name], dates_of, wrong)


def _text_filter(wanted: str, values_of: Callable[[PlacedOrder], Iterable[str | None]]) -> Matches:
    return lambda order: any(value is not None and value.upper() == wanted for value in values_of(order))


def _date_filter(
    name: str, texts: list[str], dates_of: Callable[[PlacedOrder], Iterable[date | None]], wrong: list[FieldError]
) -> Matches:
    try:
        # Longer texts are refused too: later Pythons read more ISO forms than the service does.
        days = [date.fromisoformat(text) for text in texts if len(text) == 10]
    except ValueError:
        days = []
    if len(days) != 2 or len(texts) != 2:
        message = "must be a date" if name == "ingramOrderDate" else "must be exactly two dates"
        wrong.append(FieldError(name, f"{message} written yyyy-MM-dd", ", ".join(texts)))
        return lambda order: False
    first, last = days
    return lambda order: any(day is not None and first <= day <= last for day in dates_of(order))
