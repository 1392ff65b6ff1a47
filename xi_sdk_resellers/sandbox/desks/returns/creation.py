"""Opening cases: every return must fit an invoice, or none is taken."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from xi_sdk_resellers.sandbox.desks.returns.cases import Case, Drawer
from xi_sdk_resellers.sandbox.desks.values import Body, whole_number
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.world.invoices import Invoice, InvoicedLine, find_invoice
from xi_sdk_resellers.sandbox.world.ledger import Ledger


def open_cases(ledger: Ledger, drawer: Drawer, body: Body, now: float) -> list[Case]:
    """Open a case for each return of a request.

    Raises:
        InvalidRequest: There is none, or one does not fit its invoice. Then none is opened.
    """
    items: list[Body | None] = body.get("list") or []
    if not items:
        raise InvalidRequest(FieldError("list", "must have at least 1 entries", items))
    wrong: list[FieldError] = []
    opened: list[Case] = []
    for index, item in enumerate(items):
        case = _case(ledger, [*drawer.cases, *opened], item or {}, f"list[{index}]", now, wrong)
        if case is not None:
            opened.append(case)
    if wrong:
        raise InvalidRequest(*wrong)
    for index, case in enumerate(opened):
        number, claim = drawer.next_numbers(case.invoice, index)
        opened[index] = replace(case, number=number, claim_number=claim)
        drawer.add(opened[index])
    return opened


def _case(
    ledger: Ledger, cases: list[Case], item: Body, place: str, now: float, wrong: list[FieldError]
) -> Case | None:
    """Make a case without numbers, or write down what is wrong with it."""
    invoice = find_invoice(ledger, str(item["invoiceNumber"]))
    if invoice is None:
        wrong.append(FieldError(f"{place}.invoiceNumber", "There is no such invoice", item["invoiceNumber"]))
        return None
    if item["invoiceDate"] != invoice.day.isoformat():
        message = f"The invoice is of another day: {invoice.day.isoformat()}"
        wrong.append(FieldError(f"{place}.invoiceDate", message, item["invoiceDate"]))
    charged = _charged(invoice, item, place, wrong)
    quantity, boxes = (whole_number(item[name]) for name in ("quantity", "numberOfBoxes"))
    if boxes is None or boxes < 1:
        wrong.append(FieldError(f"{place}.numberOfBoxes", "must be at least 1", item["numberOfBoxes"]))
    if charged is None or quantity is None or quantity < 1:
        if charged is not None:
            wrong.append(FieldError(f"{place}.quantity", "must be at least 1", item["quantity"]))
        return None
    back = sum(case.quantity for case in cases if case.is_alive(now) and _same(case.charged, charged))
    left = charged.shipment.quantity - back
    if quantity > left:
        message = f"more than was invoiced: {charged.shipment.quantity} invoiced, {back} given back already"
        wrong.append(FieldError(f"{place}.quantity", message, item["quantity"]))
    return Case(
        number="",
        claim_number="",
        opened_at=now,
        invoice=invoice,
        charged=charged,
        quantity=quantity,
        primary_reason=str(item["primaryReason"]),
        secondary_reason=str(item["secondaryReason"]),
        notes=str(item.get("notes") or ""),
        reference=str(item.get("referenceNumber") or ""),
    )


def _same(one: InvoicedLine, other: InvoicedLine) -> bool:
    return one.shipment is other.shipment


def _charged(invoice: Invoice, item: Body, place: str, wrong: list[FieldError]) -> InvoicedLine | None:
    """Find the line of an invoice that a return is about: by part number, and by serial number if there is one."""
    names = ("ingramPartNumber", "vendorPartNumber")
    given = {name: str(item[name]).strip().upper() for name in names if item.get(name)}
    if not given:
        wrong.append(FieldError(f"{place}.ingramPartNumber", "This or vendorPartNumber is needed"))
        return None
    for each in invoice.lines:
        own: dict[str, Any] = {
            "ingramPartNumber": each.line.part_number or "",
            "vendorPartNumber": each.line.vendor_part_number,
        }
        serial = str(item.get("serialNumber") or "").strip()
        if all(cast("str", own[name]).upper() == number for name, number in given.items()) and (
            not serial or serial in each.shipment.serial_numbers
        ):
            return each
    name, number = next(iter(given.items()))
    wrong.append(FieldError(f"{place}.{name}", "This article, or its serial number, is not on the invoice", number))
    return None
