# Generated from the contract by "python -m codegen". Changes made here are lost.
"""InvoiceSearchResponse and its parts."""

from decimal import Decimal
from typing import ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel


class InvoiceSearchResponseInvoice(AnswerModel):
    """One invoice that matches."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Invoice", "invoice_number")

    payment_terms_due_date: str | None = None
    """Day by which the payment terms want the money."""
    special_bid_numbers: list[str] | None = None
    """Numbers of the special price agreements (bids) that were used."""
    erp_order_number: str | None = None
    """Ingram Micro's number of the order that is invoiced."""
    invoice_number: str | None = None
    """Number of the invoice. Details are read with it."""
    invoice_status: str | None = None
    """Whether the invoice is paid, in varying letter case."""
    invoice_date: str | None = None
    """Day of the invoice."""
    invoice_due_date: str | None = None
    """Day on which the invoice is due."""
    invoiced_amount_due: Decimal | None = None
    """What is still to be paid."""
    customer_order_number: str | None = None
    """Your own number of the order."""
    end_customer_order_number: str | None = None
    """Your customer's number of the order."""
    order_create_date: str | None = None
    """Day on which the order was placed."""
    invoice_amount_incl_tax: Decimal | None = None
    """What the invoice comes to, tax included."""
    forgntotalamount: Decimal | None = None
    """The same in the currency of the invoice, when it is a foreign one."""
    gst_invoice_number: str | None = None
    """Number of the invoice for the goods and services tax, in countries that have one."""
    isfseccenabled: bool | None = None
    """Whether a credit card may be used for it."""


class InvoiceSearchResponse(AnswerModel):
    """One page of invoices that match a search."""

    records_found: int | None = None
    """How many invoices match in all."""
    page_size: int | None = None
    """How many invoices a page holds."""
    page_number: int | None = None
    """Which page this is, counted from 1."""
    invoices: list[InvoiceSearchResponseInvoice] | None = None
    """The invoices on this page."""
    next_page: str | None = None
    """Path of the next page, if there is one. Count pages instead of following it: it has been seen with a page number
    twice.
    """
