"""Parcels that leave."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timedelta, timezone

from xi_sdk_resellers.sandbox.world.records import PlacedLine, PlacedOrder, Shipment


def ship_line(
    order: PlacedOrder,
    line: PlacedLine,
    quantity: int,
    day: date,
    *,
    invoice_number: str | None = None,
    delivered_on: date | None = None,
) -> Shipment:
    """Make the shipment of some pieces of a line; its numbers follow from the line.

    Args:
        order: The order.
        line: The line.
        quantity: How many pieces leave.
        day: The day on which they leave.
        invoice_number: The number of the invoice that is written the same day, or None when there is none.
        delivered_on: When they arrived, or None while they are on their way.
    """
    key = f"{line.sub_order_number}:{line.line_number}:{line.quantity_shipped}"
    digest = hashlib.sha256(key.encode()).hexdigest().upper()
    return Shipment(
        quantity=quantity,
        shipped_on=day,
        carrier_code=line.carrier_code,
        carrier_name=line.carrier_name,
        tracking_number=str(int(digest[:10], 16)).rjust(12, "3")[:12],
        delivery_number=str(int(digest[10:16], 16)).rjust(8, "2"),
        estimated_delivery=day + timedelta(days=3),
        delivered_on=delivered_on,
        invoice_number=invoice_number,
        invoiced_on=day if invoice_number else None,
        serial_numbers=[f"{digest[16:24]}{piece:03d}" for piece in range(1, min(quantity, 25) + 1)],
    )


def write_invoice(order: PlacedOrder, sub_order_number: str) -> str:
    """Write an invoice for what leaves of a part of an order, and return its number.

    The first one has the number of the part without dashes; its last digit counts on.
    """
    stem, count = sub_order_number.replace("-", "")[:-1], 1
    while f"{stem}{count}" in order.invoice_numbers:
        count += 1
    order.invoice_numbers.append(f"{stem}{count}")
    return order.invoice_numbers[-1]


def ship_order(
    order: PlacedOrder, moment: float, numbers: list[int] | None, quantity: int | None, *, invoice: bool
) -> None:
    """Ship lines of an order; `Sandbox.ship` tells the details."""
    if order.on_hold or order.cancelled or order.voided:
        raise ValueError(f"order {order.ingram_order_number} is {order.status} and cannot be shipped")
    day = datetime.fromtimestamp(moment, timezone.utc).date()
    shipped = False
    invoices: dict[str, str] = {}
    for line in order.products:
        left = line.quantity_ordered - line.quantity_shipped
        pieces = left if quantity is None else min(left, quantity)
        if pieces < 1 or (numbers is not None and line.line_number not in numbers):
            continue
        part = line.sub_order_number
        if invoice and part not in invoices:
            invoices[part] = write_invoice(order, part)
        line.shipments.append(ship_line(order, line, pieces, day, invoice_number=invoices.get(part)))
        line.quantity_backordered = min(line.quantity_backordered, left - pieces)
        shipped = True
    if not shipped:
        raise ValueError(f"nothing of order {order.ingram_order_number} is left to ship")
