# Generated from the contract by "python -m codegen". Changes made here are lost.
"""OrderModifyResponse and its parts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel, TableModel
from xi_sdk_resellers.models.additional_attribute import AdditionalAttribute
from xi_sdk_resellers.models.vocabularies import Status

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import CountryCode, OrderStatus
else:
    CountryCode = OrderStatus = str


class OrderModifyResponseShipToInfo(AnswerModel):
    """Where the goods will go after the change."""

    address_id: str | None = None
    """Short code of the delivery address, when it is one of your registered ones."""
    contact: str | None = None
    """Person who receives the goods."""
    company_name: str | None = None
    """Company that receives the goods."""
    address_line1: str | None = None
    """Street and house number of the delivery address."""
    address_line2: str | None = None
    """Building, floor or apartment of the delivery address."""
    address_line3: str | None = None
    """Third line of the delivery address, if it needs one."""
    city: str | None = None
    """City of the delivery address."""
    state: str | None = None
    """State or province of the delivery address as a short code, such as KS."""
    postal_code: str | None = None
    """Postal code of the delivery address."""
    country_code: CountryCode | str | None = None
    """Country of the delivery address: two letters (ISO 3166-1 alpha-2)."""
    phone_number: str | None = None
    """Phone number for questions about the delivery."""
    email: str | None = None
    """E-mail address for news about the delivery."""


class OrderModifyResponseLineShipmentDetails(AnswerModel):
    """How a changed line travels."""

    carrier_code: str | None = None
    """Short code of the carrier, such as RG (FedEx Ground)."""
    carrier_name: str | None = None
    """Carrier in words."""
    freight_account_number: str | None = None
    """Your account with the carrier, when shipping is billed to it."""


class OrderModifyResponseLine(AnswerModel):
    """One line that was added, changed or deleted."""

    other_spellings: ClassVar[Mapping[str, str]] = {"lineNumber": "ingram_line_number"}

    sub_order_number: str | None = None
    """Number of the part of the order that leaves from one warehouse: the order number plus a two-digit suffix."""
    ingram_line_number: str | None = None
    """Ingram Micro's number for the line, as text or as a number, with or without leading zeros."""
    customer_line_number: str | None = None
    """Your own number for the line."""
    ingram_part_number: str | None = None
    """Ingram Micro's number for the article."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the article."""
    quantity_ordered: int | None = None
    """How many units you asked for."""
    quantity_confirmed: int | None = None
    """How many units are certain to be delivered."""
    quantity_back_ordered: int | None = None
    """How many units wait for new stock."""
    shipment_details: OrderModifyResponseLineShipmentDetails | None = None
    """How the goods travel."""
    additional_attributes: list[AdditionalAttribute] | None = None
    """Further facts about the line as pairs of name and value."""
    notes: str | None = None
    """The article in words, and notes on the line. Several notes are separated by ||."""


class OrderModifyResponseRejectedLine(AnswerModel):
    """One line that could not be changed, and why."""

    ingram_line_number: str | None = None
    """Ingram Micro's number of the line, as you sent it."""
    customer_line_number: str | None = None
    """Your own number for the rejected line."""
    ingram_part_number: str | None = None
    """Ingram Micro's number for the article."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the article."""
    quantity_ordered: int | None = None
    """How many units you asked for."""
    reject_code: str | None = None
    """Short code of the reason, such as EL for an unknown line or EQ for a bad quantity."""
    reject_reason: str | None = None
    """The reason in words, for example ERROR-LINE-NOT-FOUND."""


class OrderModifyResponse(TableModel):
    """The order after a change, with the lines that were touched. A release is answered with null instead."""

    other_spellings: ClassVar[Mapping[str, str]] = {
        "orderNumber": "ingram_order_number",
        "endcustomerOrderNumber": "end_customer_order_number",
    }

    shown_as: ClassVar[tuple[str, str] | None] = ("Changed order", "ingram_order_number")

    ingram_order_number: str | None = None
    """Ingram Micro's number for the order: two digits, a dash and a code (20-RD3QV), or ten digits in some countries.
    """
    change_description: str | None = None
    """What happened to the change in words, above all what could not be done."""
    order_modified_date: str | None = None
    """When the change was made: a moment with its time zone."""
    customer_order_number: str | None = None
    """Your own number for the order, as it stands in your system."""
    end_customer_order_number: str | None = None
    """Your customer's number for the order, as it stands on their purchase order."""
    order_total: Decimal | None = None
    """What the order costs in all after the change, in its currency."""
    notes: str | None = None
    """The note on the order after the change."""
    order_sub_total: Decimal | None = None
    """What the goods cost, before freight and tax."""
    freight_charges: Decimal | None = None
    """What shipping costs."""
    total_tax: Decimal | None = None
    """Tax on the order."""
    order_status: OrderStatus | str | None = None
    """Where the order stands. Compare without regard to letter case: On Hold, ON HOLD and im::hold mean the same."""
    bill_to_address_id: str | None = None
    """Short code of the billing address in use."""
    ship_to_info: OrderModifyResponseShipToInfo | None = None
    """Where the goods will go after the change."""
    lines: list[OrderModifyResponseLine] | None = None
    """The lines that were added, changed or deleted."""
    rejected_line_items: list[OrderModifyResponseRejectedLine] | None = None
    """Lines that could not be changed, with the reason for each."""
    additional_attributes: list[AdditionalAttribute] | None = None
    """Further facts about the order as pairs of name and value."""

    @property
    def status(self) -> Status | None:
        """What order_status says, whatever its spelling; None when there is nothing."""
        return Status.read(self.order_status)
