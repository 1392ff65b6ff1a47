# Generated from the contract by "python -m codegen". Changes made here are lost.
"""ReturnsCreateRequest and its parts."""

import builtins
from typing import TYPE_CHECKING, ClassVar

from xi_sdk_resellers._modelling.base import DateInput, IntegerOrText, RequestModel

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import CountryCode
else:
    CountryCode = str


class ReturnsCreateRequestShipFrom(RequestModel):
    """Where the goods of a return are picked up."""

    company_name: str
    """Name of the company."""
    contact: str
    """Person to ask for."""
    address_line1: str
    """Street and house number."""
    address_line2: str | None = None
    """Second line of the address."""
    address_line3: str | None = None
    """Third line of the address."""
    city: str
    """City."""
    state: str
    """State or province as a short code, such as KS."""
    postal_code: str
    """Postal code."""
    country_code: CountryCode | str
    """Country: two letters (ISO 3166-1 alpha-2)."""
    email: str
    """E-mail address of the contact person."""
    phone_number: str | None = None
    """Phone number of the contact person."""


class ReturnsCreateRequestItem(RequestModel):
    """One article that you want to give back, or to be credited for."""

    one_for_list: ClassVar[frozenset[str]] = frozenset({"ship_from_info"})

    invoice_number: str
    """Number of the invoice that the article is on."""
    invoice_date: DateInput
    """Day of the invoice."""
    customer_order_number: str | None = None
    """Your own number of the order."""
    ingram_part_number: str | None = None
    """Ingram Micro's number of the article. This or the manufacturer's number is needed."""
    vendor_part_number: str | None = None
    """The manufacturer's number of the article. This or Ingram Micro's number is needed."""
    serial_number: str | None = None
    """Serial number of the unit."""
    quantity: IntegerOrText
    """How many units go back, at most as many as were invoiced."""
    primary_reason: str
    """The reason, worded as on the returns page of Ingram Micro's web shop."""
    secondary_reason: str
    """The reason in more detail, worded as there."""
    notes: str | None = None
    """What else there is to say."""
    reference_number: str | None = None
    """Your own reference for the return. Searches find it."""
    bill_to_address_id: str | None = None
    """Code of the address that is credited."""
    ship_from_info: list[ReturnsCreateRequestShipFrom]
    """Where the goods are picked up. Seen as one object too."""
    number_of_boxes: IntegerOrText
    """How many boxes are sent."""


class ReturnsCreateRequest(RequestModel):
    """What you want to give back. One request may hold several returns."""

    list: builtins.list[ReturnsCreateRequestItem] | None = None
    """The returns, one entry for each article of an invoice."""
