"""Invoices as tables for pandas, whose amounts add up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from xi_sdk_resellers._display.frames import Money, column_array, require_pandas
from xi_sdk_resellers._values.answers import parts, text
from xi_sdk_resellers._values.narrow import is_sequence
from xi_sdk_resellers._workflows.invoices.sums import (
    InvoiceSums,
    add_up,
    amount_of,
    charge_kind,
    charges_of,
    line_amount,
)
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    import pandas

    from xi_sdk_resellers.models.invoice_details import InvoiceDetails

Kind = Literal["text", "integer", "moment", "money"]


class InvoiceTables(NamedTuple):
    """Invoices as tables.

    Attributes:
        invoices: one row an invoice, with its sums.
        lines: one row an article, a charge, a tax or a discount. ``amount`` of an invoice's rows adds up to its total;
            what is missing to it has a row of the kind ``difference``.
        differences: one row for everything that does not fit; empty when all invoices add up.
    """

    invoices: pandas.DataFrame
    lines: pandas.DataFrame
    differences: pandas.DataFrame


class _Column(NamedTuple):
    name: str
    kind: Kind
    value: Callable[[Any], object]


class _Entry(NamedTuple):
    """What one row is made from."""

    invoice: InvoiceDetails
    sums: InvoiceSums
    kind: str
    amount: Decimal | None
    line: Any = None
    description: str = ""


def _of_invoice(name: str) -> Callable[[Any], object]:
    return lambda row: getattr(row.invoice, name, None)


def _of_line(name: str) -> Callable[[Any], object]:
    return lambda row: getattr(row.line, name, None)


def _currency(row: _Entry) -> object:
    return text(getattr(row.line, "currency_code", None)) or row.sums.currency or None


def _description(row: _Entry) -> object:
    return text(getattr(row.line, "product_description", None)) or row.description or None


def _serial_numbers(row: _Entry) -> object:
    found = (text(each.serial_number) for each in parts(getattr(row.line, "serial_numbers", None)))
    return ", ".join(filter(None, found)) or None


_HEAD = (
    _Column("invoice_number", "text", _of_invoice("invoice_number")),
    _Column("invoice_date", "moment", _of_invoice("invoice_date")),
    _Column("ingram_order_number", "text", _of_invoice("ingram_order_number")),
    _Column("customer_order_number", "text", _of_invoice("customer_order_number")),
    _Column("end_customer_order_number", "text", _of_invoice("end_customer_order_number")),
)
_INVOICES = (
    *_HEAD,
    _Column("invoice_due_date", "moment", _of_invoice("invoice_due_date")),
    _Column("invoice_type", "text", _of_invoice("invoice_type")),
    _Column("invoice_status", "text", _of_invoice("invoice_status")),
    _Column("currency_code", "text", _currency),
    *(
        _Column(name, "money", attrgetter(f"sums.{name}"))
        for name in ("lines", "freight", "charges", "tax", "discount", "total", "difference")
    ),
)
_LINES = (
    *_HEAD,
    _Column("kind", "text", attrgetter("kind")),
    _Column("line_number", "text", _of_line("ingram_line_number")),
    _Column("customer_line_number", "text", _of_line("customer_line_number")),
    _Column("ingram_part_number", "text", _of_line("ingram_part_number")),
    _Column("vendor_part_number", "text", _of_line("vendor_part_number")),
    _Column("vendor_name", "text", _of_line("vendor_name")),
    _Column("description", "text", _description),
    _Column("quantity", "integer", _of_line("quantity")),
    _Column("unit_price", "money", _of_line("unit_price")),
    _Column("amount", "money", attrgetter("amount")),
    _Column("tax_amount", "money", _of_line("tax_amount")),
    _Column("currency_code", "text", _currency),
    _Column("serial_numbers", "text", _serial_numbers),
)
_DIFFERENCES = (
    _Column("invoice_number", "text", attrgetter("sums.invoice_number")),
    _Column("difference", "money", attrgetter("sums.difference")),
    _Column("what", "text", attrgetter("description")),
)


def tables(invoices: InvoiceDetails | Iterable[InvoiceDetails], *, money: Money = "decimal") -> InvoiceTables:
    """Make pandas tables of invoices, and check that they add up.

    Needs the extra: ``pip install "xi-resellers[pandas]"``.

    Args:
        invoices: invoices in full, as ``Invoices.get`` and ``Invoices.of_order`` return them: one or several.
        money: ``"decimal"`` for exact amounts, ``"float"`` for float64.

    Returns:
        Three new tables with fixed sets of columns: invoices, their lines, and what does not add up.

    Raises:
        ApiTypeError: something else than invoices in full was given.
        ApiValueError: an unknown ``money``.
        ImportError: pandas is not installed.
    """
    if money not in ("decimal", "float"):
        raise ApiValueError(f"money must be one of ('decimal', 'float'), not {money!r}")
    pd = require_pandas()
    found = [_Entry(invoice, add_up(invoice), "", None) for invoice in _each(invoices)]
    differences = [row._replace(description=said) for row in found for said in row.sums.differences]
    return InvoiceTables(
        _frame(pd, _INVOICES, found, money),
        _frame(pd, _LINES, [entry for row in found for entry in _entries(row)], money),
        _frame(pd, _DIFFERENCES, differences, money),
    )


def _each(invoices: Any) -> Iterator[InvoiceDetails]:
    if _is_invoice(invoices):
        yield invoices
        return
    if not is_sequence(invoices):
        raise _no_invoice(invoices)
    for invoice in invoices:
        if not _is_invoice(invoice):
            raise _no_invoice(invoice)
        yield invoice


def _is_invoice(value: object) -> bool:
    fields: Any = getattr(type(value), "model_fields", {})
    return {"invoice_number", "lines", "summary"} <= set(fields)


def _no_invoice(value: object) -> ApiTypeError:
    kind = type(value).__name__
    return ApiTypeError(f"invoices must be invoices in full, as Invoices.get returns them, not {kind}")


def _entries(row: _Entry) -> Iterator[_Entry]:
    """Yield the rows of an invoice, whose amounts add up to what it asks for."""
    invoice, sums = row.invoice, row.sums
    for line in parts(invoice.lines):
        yield _Entry(invoice, sums, "line", line_amount(line), line)
    freight = sums.freight
    for charge in charges_of(invoice):
        kind, amount = charge_kind(charge), amount_of(charge, "misc_charge_line_total")
        if kind == "freight":
            freight -= amount or 0
        if kind != "tax":
            yield _Entry(invoice, sums, kind, amount, description=text(charge.charge_description))
    for kind, amount in (("freight", freight), ("tax", sums.tax), ("discount", -sums.discount)):
        if amount:
            yield _Entry(invoice, sums, kind, amount)
    if sums.difference:
        yield _Entry(invoice, sums, "difference", sums.difference)


def _frame(pd: Any, columns: Iterable[_Column], rows: list[_Entry], money: Money) -> pandas.DataFrame:
    made: pandas.DataFrame = pd.DataFrame(
        {column.name: column_array(pd, column.kind, [column.value(row) for row in rows], money) for column in columns}
    )
    return made
