"""The invoices of what has left: they follow from the orders, and add up to them.

Each time that goods of an order leave a warehouse, an invoice is written for them. Its lines, its freight and its tax
are together what is to be paid. The first invoice of an order has all of its freight; its tax is shared by the
invoices, and by their lines, so that no cent is lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from xi_sdk_resellers.sandbox.world.ledger import Ledger
from xi_sdk_resellers.sandbox.world.records import PlacedLine, PlacedOrder, Shipment

DAYS_TO_PAY = 30
_CENT = Decimal("0.01")
_ORDER_NUMBER = 7
"""How many characters of an invoice's number are those of the order, which has a dash after the first two."""


@dataclass(frozen=True, slots=True)
class InvoicedLine:
    """What an invoice charges for one line of an order."""

    line: PlacedLine
    shipment: Shipment
    tax: Decimal

    @property
    def amount(self) -> Decimal:
        """The price of the pieces, without tax."""
        return self.line.unit_price * self.shipment.quantity


@dataclass(frozen=True, slots=True)
class Invoice:
    """One invoice."""

    number: str
    order: PlacedOrder
    day: date
    lines: tuple[InvoicedLine, ...]
    freight: Decimal
    tax: Decimal

    @property
    def due_on(self) -> date:
        """The day on which it is to be paid."""
        return self.day + timedelta(days=DAYS_TO_PAY)

    @property
    def net(self) -> Decimal:
        """The price of all lines."""
        return sum((line.amount for line in self.lines), Decimal(0))

    @property
    def total(self) -> Decimal:
        """What is to be paid: lines, freight and tax."""
        return self.net + self.freight + self.tax

    def is_paid(self, today: date) -> bool:
        """Say whether it is paid: everybody here pays on the day on which it is due."""
        return today >= self.due_on


def find_invoice(ledger: Ledger, number: str) -> Invoice | None:
    """Return the invoice with this number, dashes and letter case aside, or None."""
    wanted = number.replace("-", "").upper()
    order = ledger.find(f"{wanted[:2]}-{wanted[2:_ORDER_NUMBER]}")
    found = () if order is None else invoices_of(order)
    return next((invoice for invoice in found if invoice.number == wanted), None)


def invoices_of(order: PlacedOrder) -> list[Invoice]:
    """Return the invoices of an order in the order in which they were written."""
    charged = _Shares(order.tax, order.sub_total)
    return [
        _invoice(order, number, charged, order.freight if number == order.invoice_numbers[0] else Decimal(0))
        for number in order.invoice_numbers
    ]


class _Shares:
    """Shares an amount out over parts of a whole, in cents, so that all of it is shared in the end."""

    def __init__(self, amount: Decimal, whole: Decimal) -> None:
        self._amount = amount
        self._whole = whole
        self._passed = Decimal(0)

    def next(self, part: Decimal) -> Decimal:
        """Return the share of the next part."""
        before = self._until_now()
        self._passed += part
        return self._until_now() - before

    def _until_now(self) -> Decimal:
        return (self._amount * self._passed / self._whole).quantize(_CENT) if self._whole else Decimal(0)


def _invoice(order: PlacedOrder, number: str, taxes: _Shares, freight: Decimal) -> Invoice:
    pieces = [
        (line, shipment) for line in order.lines for shipment in line.shipments if shipment.invoice_number == number
    ]
    lines = tuple(
        InvoicedLine(line, shipment, taxes.next(line.unit_price * shipment.quantity)) for line, shipment in pieces
    )
    day = next((shipment.invoiced_on for _, shipment in pieces if shipment.invoiced_on), order.placed_on)
    return Invoice(number, order, day, lines, freight, sum((line.tax for line in lines), Decimal(0)))
