# Generated from the contract by "python -m codegen". Changes made here are lost.
"""ReturnsCreateRequest and its parts as plain dictionaries, with the keys that the vendor uses."""

from typing import TYPE_CHECKING

from typing_extensions import Required, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from xi_sdk_resellers.models.enums import CountryCode
    from xi_sdk_resellers.models.returns_create_request import ReturnsCreateRequestItem, ReturnsCreateRequestShipFrom


class ReturnsCreateRequestShipFromDict(TypedDict, total=False):
    """Where the goods of a return are picked up."""

    companyName: Required[str]
    """Name of the company."""
    contact: Required[str]
    """Person to ask for."""
    addressLine1: Required[str]
    """Street and house number."""
    addressLine2: str | None
    """Second line of the address."""
    addressLine3: str | None
    """Third line of the address."""
    city: Required[str]
    """City."""
    state: Required[str]
    """State or province as a short code, such as KS."""
    postalCode: Required[str]
    """Postal code."""
    countryCode: Required["CountryCode | str"]
    """Country: two letters (ISO 3166-1 alpha-2)."""
    email: Required[str]
    """E-mail address of the contact person."""
    phoneNumber: str | None
    """Phone number of the contact person."""


class ReturnsCreateRequestItemDict(TypedDict, total=False):
    """One article that you want to give back, or to be credited for."""

    invoiceNumber: Required[str]
    """Number of the invoice that the article is on."""
    invoiceDate: Required["date | str"]
    """Day of the invoice."""
    customerOrderNumber: str | None
    """Your own number of the order."""
    ingramPartNumber: str | None
    """Ingram Micro's number of the article. This or the manufacturer's number is needed."""
    vendorPartNumber: str | None
    """The manufacturer's number of the article. This or Ingram Micro's number is needed."""
    serialNumber: str | None
    """Serial number of the unit."""
    quantity: Required[int | str]
    """How many units go back, at most as many as were invoiced."""
    primaryReason: Required[str]
    """The reason, worded as on the returns page of Ingram Micro's web shop."""
    secondaryReason: Required[str]
    """The reason in more detail, worded as there."""
    notes: str | None
    """What else there is to say."""
    referenceNumber: str | None
    """Your own reference for the return. Searches find it."""
    billToAddressId: str | None
    """Code of the address that is credited."""
    shipFromInfo: Required["Sequence[ReturnsCreateRequestShipFrom | ReturnsCreateRequestShipFromDict]"]
    """Where the goods are picked up. Seen as one object too."""
    numberOfBoxes: Required[int | str]
    """How many boxes are sent."""


class ReturnsCreateRequestDict(TypedDict, total=False):
    """What you want to give back. One request may hold several returns."""

    list: "Sequence[ReturnsCreateRequestItem | ReturnsCreateRequestItemDict] | None"
    """The returns, one entry for each article of an invoice."""
