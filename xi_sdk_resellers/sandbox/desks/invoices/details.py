"""The details of an invoice (6.1).

As on the wire, keys do not all begin with small letters: those of charges never do, and for orders that the maker
ships `Summary` and `Totals` do not, either. Tax is a charge, too. Serial numbers not asked for are null,
weights and foreign amounts are text.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from xi_sdk_resellers.sandbox.desks.values import money
from xi_sdk_resellers.sandbox.world.account import default_address
from xi_sdk_resellers.sandbox.world.catalogue import DIRECT_SHIP
from xi_sdk_resellers.sandbox.world.invoices import DAYS_TO_PAY, Invoice, InvoicedLine

_FREIGHT_LINE = "900"


def render(invoice: Invoice, today: date, *, serials: bool) -> dict[str, Any]:
    """Return an invoice as the details endpoint writes it.

    Args:
        invoice: The invoice.
        today: The day on which it is read.
        serials: Whether serial numbers were asked for.
    """
    order = invoice.order
    bill_to = {key: value for key, value in default_address(order.country_code).items() if key != "addressId"}
    due = invoice.due_on.isoformat()
    rendered: dict[str, Any] = {
        "invoiceNumber": invoice.number,
        "invoiceStatus": "Paid" if invoice.is_paid(today) else "Open",
        "invoiceDate": invoice.day.isoformat(),
        "customerOrderNumber": order.customer_order_number,
        "endCustomerOrderNumber": order.end_customer_order_number or "",
        "orderDate": order.placed_on.isoformat(),
        "billToID": order.bill_to_address_id,
        "invoiceType": "Invoice",
        "invoiceDueDate": due,
        "customerCountryCode": order.country_code,
        "customerNumber": order.customer_number,
        "ingramOrderNumber": order.ingram_order_number,
        "notes": order.notes,
        "paymentTermsInfo": {
            "paymentTermsCode": str(DAYS_TO_PAY),
            "paymentTermsDescription": f"NET {DAYS_TO_PAY} DAYS",
            "paymentTermsDueDate": due,
        },
        "billToInfo": bill_to,
        "shipToInfo": {key: value for key, value in order.ship_to.items() if key != "addressId"},
        "lines": [_render_line(invoice, each, serials=serials) for each in invoice.lines],
        "fxRateInfo": {
            "currencyCode": order.currency_code,
            "companyCurrency": order.currency_code,
            "invoiceCurrency": order.currency_code,
            "currencyFxRate": 1,
        },
    }
    if order.end_user:
        rendered["endUserInfo"] = order.end_user
    summary, totals = ("Summary", "Totals") if order.order_type == DIRECT_SHIP else ("summary", "totals")
    rendered[summary] = _summary(invoice, totals)
    return rendered


def _summary(invoice: Invoice, totals: str) -> dict[str, Any]:
    """Return the sums of an invoice.

    Args:
        invoice: The invoice.
        totals: The key of the totals.
    """
    currency = invoice.order.currency_code
    return {
        "lines": {
            "productLineCount": len(invoice.lines),
            "productLineTotalQuantity": sum(each.shipment.quantity for each in invoice.lines),
        },
        "miscCharges": _charges(invoice),
        totals: {
            "netInvoiceAmount": money(invoice.net),
            "discountAmount": 0,
            "discountType": "Terms Charge",
            "totalTaxAmount": money(invoice.tax),
            "invoicedAmountDue": money(invoice.total),
            "freightAmount": money(invoice.freight),
        },
        "foreignFxTotals": {
            "foreignCurrencyCode": currency,
            "foreignCurrencyFxRate": 1,
            "foreignTotalTaxableAmount": f"{invoice.net:.2f}",
            "foreignTotalTaxAmount": money(invoice.tax),
            "foreignInvoiceAmountDue": f"{invoice.total:.2f}",
        },
    }


def _render_line(invoice: Invoice, each: InvoicedLine, *, serials: bool) -> dict[str, Any]:
    line, shipment = each.line, each.shipment
    rate = money((each.tax / each.amount * 100).quantize(Decimal("0.01"))) if each.amount else 0
    return {
        "ingramLineNumber": str(line.line_number),
        "customerLineNumber": line.customer_line_number,
        "ingramPartNumber": line.part_number,
        "upc": None,
        "vendorPartNumber": line.vendor_part_number,
        "vendorName": line.vendor_name.upper(),
        "productDescription": line.description,
        "unitWeight": f"{line.weight:.1f}",
        "quantity": shipment.quantity,
        "unitPrice": money(line.unit_price),
        "unitOfMeasure": "EA",
        "currencyCode": invoice.order.currency_code,
        "extendedPrice": money(each.amount),
        "taxPercentage": rate,
        "taxRate": rate,
        "taxAmount": money(each.tax),
        "serialNumbers": [{"serialNumber": serial} for serial in shipment.serial_numbers] if serials else None,
        "quantityOrdered": line.quantity_ordered,
        "quantityShipped": shipment.quantity,
    }


def _charges(invoice: Invoice) -> list[dict[str, Any]] | None:
    charges: list[dict[str, Any]] = []
    if invoice.tax:
        charges.append(_charge("TAX", 0, invoice.tax, ""))
    if invoice.freight:
        charges.append(_charge("FREIGHT OUT", 1, invoice.freight, _FREIGHT_LINE))
    return charges or None


def _charge(description: str, lines: int, amount: Decimal, reference: str) -> dict[str, Any]:
    return {
        "ChargeDescription": description,
        "MiscChargeLineCount": lines,
        "MiscChargeLineTotal": money(amount),
        "ChargeLineReference": reference,
    }
