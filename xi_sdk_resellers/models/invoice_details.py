# Generated from the contract by "python -m codegen". Changes made here are lost.
"""InvoiceDetails and its parts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from xi_sdk_resellers._modelling.base import AnswerModel
from xi_sdk_resellers.models.serial_number import SerialNumber

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import CountryCode
else:
    CountryCode = str


class InvoiceDetailsPaymentTerms(AnswerModel):
    """When and how an invoice is to be paid."""

    payment_terms_code: str | None = None
    """Code of the terms."""
    payment_terms_description: str | None = None
    """The terms in words."""
    payment_terms_due_date: str | None = None
    """Day by which the terms want the money."""


class InvoiceDetailsAddress(AnswerModel):
    """A company and its address on an invoice."""

    contact: str | None = None
    """Person to ask for."""
    company_name: str | None = None
    """Name of the company."""
    address_line1: str | None = None
    """Street and house number."""
    address_line2: str | None = None
    """Second line of the address."""
    address_line3: str | None = None
    """Third line of the address."""
    city: str | None = None
    """City."""
    state: str | None = None
    """State or province as a short code, such as TX."""
    postal_code: str | None = None
    """Postal code."""
    country_code: CountryCode | str | None = None
    """Country: two letters (ISO 3166-1 alpha-2)."""
    phone_number: str | None = None
    """Phone number."""
    email: str | None = None
    """E-mail address."""


class InvoiceDetailsLine(AnswerModel):
    """One article on an invoice."""

    ingram_line_number: str | None = None
    """Ingram Micro's number of the line."""
    customer_line_number: str | None = None
    """Your own number of the line in the order."""
    ingram_part_number: str | None = None
    """Ingram Micro's number of the article."""
    upc: str | None = None
    """Barcode number (UPC) of the article."""
    vendor_part_number: str | None = None
    """The manufacturer's number of the article."""
    customer_part_number: str | None = None
    """Your own number of the article."""
    vendor_name: str | None = None
    """Manufacturer of the article."""
    product_description: str | None = None
    """The article in words."""
    unit_weight: float | None = None
    """Weight of one unit."""
    quantity: int | None = None
    """How many units are invoiced."""
    unit_price: Decimal | None = None
    """Price of one unit."""
    unit_of_measure: str | None = None
    """Unit in which the article is counted, such as EA for each."""
    currency_code: str | None = None
    """Currency of the amounts: three letters (ISO 4217)."""
    extended_price: Decimal | None = None
    """Unit price times quantity, without tax."""
    tax_percentage: float | None = None
    """Tax on the line, in percent."""
    tax_rate: float | None = None
    """Rate of the tax."""
    tax_amount: Decimal | None = None
    """Tax on the line."""
    serial_numbers: list[SerialNumber] | None = None
    """Serial numbers of the units, when they were asked for."""
    quantity_ordered: int | None = None
    """How many units were ordered."""
    quantity_shipped: int | None = None
    """How many units were shipped."""


class InvoiceDetailsFxRate(AnswerModel):
    """The currencies of an invoice."""

    currency_code: str | None = None
    """Currency of the amounts: three letters (ISO 4217)."""
    company_currency: str | None = None
    """Currency of the Ingram Micro company that sends the invoice."""
    invoice_currency: str | None = None
    """Currency that the invoice is to be paid in."""
    currency_fx_rate: float | None = None
    """How much of the invoice's currency one unit of the company's is."""


class InvoiceDetailsSummaryLines(AnswerModel):
    """Counts of an invoice."""

    product_line_count: int | None = None
    """How many lines it has."""
    product_line_total_quantity: int | None = None
    """How many units are on all lines together."""


class InvoiceDetailsCharge(AnswerModel):
    """What is charged besides the articles."""

    other_spellings: ClassVar[Mapping[str, str]] = {
        "ChargeDescription": "charge_description",
        "MiscChargeLineCount": "misc_charge_line_count",
        "MiscChargeLineTotal": "misc_charge_line_total",
        "ChargeLineReference": "charge_line_reference",
    }

    charge_description: str | None = None
    """What the charge is for. Freight and tax are known by the words in it."""
    misc_charge_line_count: int | None = None
    """How many lines the charge is for."""
    misc_charge_line_total: Decimal | None = None
    """The charge."""
    charge_line_reference: str | None = None
    """The line that the charge stands on."""
    is_non_misc: str | None = None
    """Whether the charge stands apart from the miscellaneous ones."""


class InvoiceDetailsTotals(AnswerModel):
    """Sums of an invoice."""

    net_invoice_amount: Decimal | None = None
    """What the articles cost, before charges and tax."""
    discount_amount: Decimal | None = None
    """What is taken off."""
    discount_type: str | None = None
    """What kind of discount it is."""
    total_tax_amount: Decimal | None = None
    """Tax on everything."""
    invoiced_amount_due: Decimal | None = None
    """What is to be paid in all."""
    freight_amount: Decimal | None = None
    """What shipping costs. It is among the charges, too."""


class InvoiceDetailsForeignTotals(AnswerModel):
    """Sums of an invoice in the currency that it is to be paid in."""

    foreign_currency_code: str | None = None
    """Currency of these amounts: three letters (ISO 4217)."""
    foreign_currency_fx_rate: float | None = None
    """The rate that was used."""
    foreign_total_taxable_amount: Decimal | None = None
    """What tax is due on."""
    foreign_total_tax_amount: Decimal | None = None
    """Tax on everything."""
    foreign_invoice_amount_due: Decimal | None = None
    """What is to be paid in all."""


class InvoiceDetailsSummary(AnswerModel):
    """Charges and totals of an invoice."""

    lines: InvoiceDetailsSummaryLines | None = None
    """How many lines and units there are."""
    misc_charges: list[InvoiceDetailsCharge] | None = None
    """What is charged besides the articles, such as freight. Tax may be among them, too."""
    totals: InvoiceDetailsTotals | None = None
    """The sums."""
    foreign_fx_totals: InvoiceDetailsForeignTotals | None = None
    """The sums in the currency of the invoice."""


class InvoiceDetails(AnswerModel):
    """An invoice in full. Its keys come in camelCase, in PascalCase, and mixed."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Invoice", "invoice_number")

    invoice_number: str | None = None
    """Number of the invoice."""
    invoice_status: str | None = None
    """Whether the invoice is paid, in varying letter case."""
    invoice_date: str | None = None
    """Day of the invoice."""
    customer_order_number: str | None = None
    """Your own number of the order."""
    end_customer_order_number: str | None = None
    """Your customer's number of the order."""
    order_number: str | None = None
    """Number of the order, in countries that send it apart from the number of Ingram Micro."""
    order_date: str | None = None
    """When the order was placed: a day, or a moment in UTC."""
    bill_to_id: str | None = Field(default=None, validation_alias="billToID", serialization_alias="billToID")
    """Code of the address that is billed."""
    invoice_type: str | None = None
    """What kind of document it is, such as Invoice or Credit Memo."""
    invoice_due_date: str | None = None
    """Day on which the invoice is due."""
    customer_country_code: CountryCode | str | None = None
    """Country of your account."""
    customer_number: str | None = None
    """Number of your account."""
    ingram_order_number: str | None = None
    """Ingram Micro's number of the order that is invoiced."""
    notes: str | None = None
    """Notes on the invoice. Several notes are separated by ||."""
    payment_terms_info: InvoiceDetailsPaymentTerms | None = None
    """When and how to pay."""
    bill_to_info: InvoiceDetailsAddress | None = None
    """Who gets the invoice."""
    ship_to_info: InvoiceDetailsAddress | None = None
    """Who got the goods, and where."""
    end_user_info: InvoiceDetailsAddress | None = None
    """The customer who uses the goods."""
    lines: list[InvoiceDetailsLine] | None = None
    """What is invoiced, one entry for each article."""
    fx_rate_info: InvoiceDetailsFxRate | None = None
    """Currencies, and the rate between them."""
    summary: InvoiceDetailsSummary | None = None
    """Charges and totals."""
