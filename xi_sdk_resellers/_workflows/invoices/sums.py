"""Add up an invoice: lines, charges and tax against what it asks for. Without I/O."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, NamedTuple

from xi_sdk_resellers._values.answers import parts, text

if TYPE_CHECKING:
    from xi_sdk_resellers.models.invoice_details import InvoiceDetails, InvoiceDetailsCharge, InvoiceDetailsLine

_TAX = re.compile(r"\b(tax|taxes|vat|gst|hst|pst|qst|iva|btw|mwst|tva)\b", re.IGNORECASE)
_FREIGHT = re.compile(r"freight|shipping|transport|fracht|flete|frete|porte|versand", re.IGNORECASE)
_CENT = Decimal("0.01")
_HALF = Decimal("0.005")
_NOTHING = Decimal(0)


class InvoiceSums(NamedTuple):
    """What an invoice adds up to.

    Attributes:
        invoice_number: the number of the invoice.
        currency: the currency of its amounts; empty when it is not told.
        lines: what the articles cost together.
        freight: what shipping costs.
        charges: what else is charged, tax aside.
        tax: the tax.
        discount: what is taken off.
        total: what the invoice asks for; None when it does not say.
        differences: everything that does not fit, in words; empty when all of it does.
    """

    invoice_number: str
    currency: str
    lines: Decimal
    freight: Decimal
    charges: Decimal
    tax: Decimal
    discount: Decimal
    total: Decimal | None
    differences: tuple[str, ...] = ()

    @property
    def expected(self) -> Decimal:
        """Lines, freight, charges and tax, less the discount: what the invoice should ask for."""
        return self.lines + self.freight + self.charges + self.tax - self.discount

    @property
    def difference(self) -> Decimal:
        """How much more the invoice asks for than it should; zero when it does not say what it asks for."""
        return _NOTHING if self.total is None else self.total - self.expected

    @property
    def adds_up(self) -> bool:
        """Whether everything fits, to the cent."""
        return not self.differences


def add_up(invoice: InvoiceDetails) -> InvoiceSums:
    """Add up an invoice.

    A charge is tax or freight by the words in its description. Tax stands in the totals and, in some countries, among
    the charges, too; it counts once.

    Args:
        invoice: the invoice in full.

    Returns:
        The sums, and what does not fit.
    """
    totals = _totals(invoice)
    charges = [(charge_kind(charge), amount_of(charge, "misc_charge_line_total")) for charge in charges_of(invoice)]
    by_kind = {kind: sum((amount or _NOTHING for each, amount in charges if each == kind), _NOTHING) for kind in _KINDS}
    lines = sum((line_amount(line) or _NOTHING for line in parts(invoice.lines)), _NOTHING)
    freight = by_kind["freight"]
    if not any(kind == "freight" for kind, _ in charges):
        freight = amount_of(totals, "freight_amount") or _NOTHING
    tax = amount_of(totals, "total_tax_amount")
    line_tax = sum((amount_of(line, "tax_amount") or _NOTHING for line in parts(invoice.lines)), _NOTHING)
    sums = InvoiceSums(
        text(invoice.invoice_number),
        currency_of(invoice),
        lines,
        freight,
        by_kind["charge"],
        tax if tax is not None else by_kind["tax"] or line_tax,
        amount_of(totals, "discount_amount") or _NOTHING,
        amount_of(totals, "invoiced_amount_due"),
    )
    return sums._replace(differences=tuple(_differences(invoice, sums, totals, by_kind["tax"], line_tax)))


_KINDS = ("tax", "freight", "charge")


def _differences(
    invoice: InvoiceDetails, sums: InvoiceSums, totals: Any, charged_tax: Decimal, line_tax: Decimal
) -> Iterator[str]:
    """Say what does not fit."""
    for index, line in enumerate(parts(invoice.lines), 1):
        price, quantity, amount = (amount_of(line, name) for name in ("unit_price", "quantity", "extended_price"))
        if price is not None and quantity is not None and amount is not None and _differ(price * quantity, amount):
            number = text(line.ingram_line_number) or str(index)
            yield f"line {number}: {quantity} at {price} is {_plain(price * quantity)}, not {_plain(amount)}"
    net, freight = (amount_of(totals, name) for name in ("net_invoice_amount", "freight_amount"))
    if net is not None and _differ(net, sums.lines):
        yield f"the lines come to {_plain(sums.lines)}, the totals say {_plain(net)}"
    if freight is not None and _differ(freight, sums.freight):
        yield f"freight among the charges is {_plain(sums.freight)}, the totals say {_plain(freight)}"
    for where, found in (("among the charges", charged_tax), ("of the lines", line_tax)):
        if found and _differ(found, sums.tax):
            yield f"tax {where} is {_plain(found)}, the totals say {_plain(sums.tax)}"
    if sums.total is None:
        yield "the invoice does not say what is to be paid"
    elif _differ(sums.total, sums.expected):
        yield f"lines, charges and tax come to {_plain(sums.expected)}, the invoice asks for {_plain(sums.total)}"


def _differ(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) >= _HALF


def _plain(amount: Decimal) -> str:
    return f"{amount.quantize(_CENT):f}" if amount.adjusted() < 20 else str(amount)


def _totals(invoice: InvoiceDetails) -> Any:
    return getattr(invoice.summary, "totals", None)


def charges_of(invoice: InvoiceDetails) -> list[InvoiceDetailsCharge]:
    """List what an invoice charges besides the articles."""
    found: list[InvoiceDetailsCharge] = parts(getattr(invoice.summary, "misc_charges", None))
    return found


def charge_kind(charge: InvoiceDetailsCharge) -> str:
    """Say by its description what a charge is: ``tax``, ``freight`` or ``charge``."""
    said = text(charge.charge_description)
    return "tax" if _TAX.search(said) else "freight" if _FREIGHT.search(said) else "charge"


def line_amount(line: InvoiceDetailsLine) -> Decimal | None:
    """Read what a line costs without tax; worked out when it does not say."""
    amount = amount_of(line, "extended_price")
    price, quantity = amount_of(line, "unit_price"), amount_of(line, "quantity")
    return price * quantity if amount is None and price is not None and quantity is not None else amount


def amount_of(owner: object, name: str) -> Decimal | None:
    """Read an amount, which may have come as text; None when there is none."""
    value = getattr(owner, name, None)
    if value is None or isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal)):
        return None
    try:
        amount = Decimal(str(value).strip())
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


def currency_of(invoice: InvoiceDetails) -> str:
    """Read the currency of an invoice; that of its first line when it does not say."""
    rate = invoice.fx_rate_info
    said = (text(getattr(rate, name, None)) for name in ("invoice_currency", "currency_code"))
    lines = (text(line.currency_code) for line in parts(invoice.lines))
    return next(filter(None, (*said, *lines)), "")
