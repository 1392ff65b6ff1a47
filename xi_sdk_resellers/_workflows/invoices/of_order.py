"""Find the invoices of an order, and read them. Without I/O."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._operations.invoices import GET_INVOICEDETAILS_V6_1
from xi_sdk_resellers._operations.orders import GET_ORDERDETAILS_V6_1
from xi_sdk_resellers._values.answers import parts, text
from xi_sdk_resellers._workflows.invoices.search import INVOICE_PAGES
from xi_sdk_resellers._workflows.pages import Pager
from xi_sdk_resellers._workflows.plan import Call, Plan, Wait

if TYPE_CHECKING:
    from xi_sdk_resellers.models.invoice_details import InvoiceDetails
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B


def of_order_plan(
    order_number: str, headers: Mapping[str, Any], *, include_serial_numbers: bool
) -> Plan[list[InvoiceDetails]]:
    """Search for the invoices of an order; when there are none, ask the order itself. Read each.

    Args:
        order_number: the vendor's order number.
        headers: the IM-* arguments of all calls.
        include_serial_numbers: whether the invoices have serial numbers.
    """
    numbers = yield from _searched(order_number, headers)
    if not numbers:
        order: OrderDetailB2B = (yield Call(GET_ORDERDETAILS_V6_1, {**headers, "ordernumber": order_number})).data
        numbers = list(dict.fromkeys(_invoice_numbers(order)))
    found: list[InvoiceDetails] = []
    for number in numbers:
        arguments = {**headers, "invoice_number": number, "include_serial_numbers": include_serial_numbers}
        found.append((yield Call(GET_INVOICEDETAILS_V6_1, arguments)).data)
    return found


def _searched(order_number: str, headers: Mapping[str, Any]) -> Plan[list[str]]:
    pager = Pager(INVOICE_PAGES, {**headers, "order_number": order_number}, INVOICE_PAGES.largest, 1)
    while not pager.over:
        pause = pager.pause()
        if pause:
            yield Wait(pause)
        pager.take((yield Call(INVOICE_PAGES.operation, pager.request())), time.time())
    return list(dict.fromkeys(filter(None, (text(each.invoice_number) for each in pager.pending))))


def _invoice_numbers(order: OrderDetailB2B) -> Iterator[str]:
    """Name the invoices that the shipments and the links of an order tell of."""
    for line in parts(order.lines):
        for shipment in parts(line.shipment_details):
            if text(shipment.invoice_number):
                yield text(shipment.invoice_number)
        for link in parts(line.links):
            path = text(link.href).partition("?")[0].rstrip("/")
            if text(link.topic).lower() == "invoices" and "/" in path:
                yield path.rpartition("/")[2]
