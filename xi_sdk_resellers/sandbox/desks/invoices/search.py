"""The search for invoices: every documented filter, the newest first unless a column is named, page by page.

Filters on text ignore letter case; a filter that comes empty is ignored. A column that is not known sorts by the day of
the invoice. As on the wire, the path of the next page is not to be followed: it names page and size twice, the first
time with other values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from xi_sdk_resellers.sandbox.desks import pages
from xi_sdk_resellers.sandbox.desks.values import money
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.invoices import Invoice

Matches = Callable[[Invoice], bool]


def _bids(invoice: Invoice) -> list[str]:
    numbers = (invoice.order.special_bid_number, *(each.line.special_bid_number for each in invoice.lines))
    return [number for number in dict.fromkeys(numbers) if number]


_TEXTS: dict[str, Callable[[Invoice], Iterable[str | None]]] = {
    "orderNumber": lambda invoice: (
        invoice.order.ingram_order_number,
        *(each.line.sub_order_number for each in invoice.lines),
    ),
    "DeliveryNumber": lambda invoice: (each.shipment.delivery_number for each in invoice.lines),
    "invoiceNumber": lambda invoice: (invoice.number,),
    "invoiceType": lambda invoice: ("Invoice",),
    "customerOrderNumber": lambda invoice: (invoice.order.customer_order_number,),
    "endCustomerOrderNumber": lambda invoice: (invoice.order.end_customer_order_number,),
    "specialBidNumber": _bids,
    "serialNumber": lambda invoice: (serial for each in invoice.lines for serial in each.shipment.serial_numbers),
}
_invoiced: Callable[[Invoice], date] = lambda invoice: invoice.day  # noqa: E731 - as in the tables
_due: Callable[[Invoice], date] = lambda invoice: invoice.due_on  # noqa: E731
_ordered: Callable[[Invoice], date] = lambda invoice: invoice.order.placed_on  # noqa: E731
_DAYS: dict[str, tuple[Callable[[Invoice], date], bool, bool]] = {
    "paymentTermsNetDate": (_due, True, True),
    "invoiceDate": (_invoiced, True, True),
    "invoiceDueDate": (_due, True, True),
    "orderDate": (_ordered, True, True),
    "orderFromDate": (_ordered, True, False),
    "orderToDate": (_ordered, False, True),
    "invoiceFromDueDate": (_due, True, False),
    "invoiceToDueDate": (_due, False, True),
    "invoiceFromDate": (_invoiced, True, False),
    "invoiceToDate": (_invoiced, False, True),
}
"""What each filter for days looks at, and whether the day is the first, the last, or both."""
_COLUMNS: dict[str, Callable[[Invoice], Any]] = {
    "invoicenumber": lambda invoice: invoice.number,
    "invoiceduedate": _due,
    "paymenttermsduedate": _due,
    "ordercreatedate": _ordered,
    "orderdate": _ordered,
    "customerordernumber": lambda invoice: invoice.order.customer_order_number,
    "erpordernumber": lambda invoice: invoice.order.ingram_order_number,
    "invoiceamountincltax": lambda invoice: invoice.total,
}


def find(invoices: list[Invoice], request: Request, today: date) -> Answer:
    """Find invoices: 200 with one page, which is empty when there is none."""
    filters = list(_filters(request, today))
    found = [invoice for invoice in invoices if all(matches(invoice) for matches in filters)]
    query = request.query
    column = _COLUMNS.get(query.get("orderby", [""])[0].casefold(), _invoiced)
    newest_first = query.get("direction", [""])[0].casefold() != "asc"
    found.sort(key=lambda invoice: (column(invoice), invoice.number), reverse=newest_first)
    page = pages.wanted(request)
    answer: dict[str, Any] = {
        "recordsFound": len(found),
        "pageSize": page.size,
        "pageNumber": page.number,
        "invoices": [render_found(invoice, today) for invoice in page.of(found)],
    }
    if page.number * page.size < len(found):
        given = {name: values for name, values in query.items() if name not in ("pageNumber", "pageSize")}
        twice = {"page": ["1"], "size": ["10"], "pageNumber": [str(page.number + 1)]}
        answer["nextPage"] = f"{request.path}/?{urlencode(given | twice, doseq=True)}"
    return Answer.of(200, answer)


def render_found(invoice: Invoice, today: date) -> dict[str, Any]:
    """Return one invoice as a search result."""
    paid = invoice.is_paid(today)
    return {
        "paymentTermsDueDate": invoice.due_on.isoformat(),
        "specialBidNumbers": _bids(invoice) or None,
        "erpOrderNumber": invoice.order.ingram_order_number,
        "invoiceAmountInclTax": money(invoice.total),
        "invoiceNumber": invoice.number,
        "invoiceStatus": "PAID" if paid else "OPEN",
        "invoiceDate": invoice.day.isoformat(),
        "invoiceDueDate": invoice.due_on.isoformat(),
        "invoicedAmountDue": 0 if paid else money(invoice.total),
        "customerOrderNumber": invoice.order.customer_order_number,
        "endCustomerOrderNumber": invoice.order.end_customer_order_number,
        "orderCreateDate": invoice.order.placed_on.isoformat(),
    }


def _filters(request: Request, today: date) -> Iterable[Matches]:
    for name, values_of in _TEXTS.items():
        wanted = request.query.get(name, [""])[0].upper()
        if wanted:
            yield _text_filter(wanted, values_of)
    status = request.query.get("invoiceStatus", [""])[0].upper()
    if status:
        yield lambda invoice: ("PAID" if invoice.is_paid(today) else "OPEN") == status
    wrong: list[FieldError] = []
    for name in _DAYS:
        given = request.query.get(name, [""])[0]
        if given:
            try:
                yield _day_filter(name, date.fromisoformat(given))
            except ValueError:
                wrong.append(FieldError(name, f"{name} must be a date written yyyy-MM-dd", given))
    if wrong:
        raise InvalidRequest(*wrong)


def _text_filter(wanted: str, values_of: Callable[[Invoice], Iterable[str | None]]) -> Matches:
    return lambda invoice: any(value is not None and value.upper() == wanted for value in values_of(invoice))


def _day_filter(name: str, day: date) -> Matches:
    day_of, is_first, is_last = _DAYS[name]
    return lambda invoice: not (is_first and day_of(invoice) < day) and not (is_last and day_of(invoice) > day)
