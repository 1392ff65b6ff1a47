# Generated from the contract by "python -m codegen". Changes made here are lost.
"""FreightRequest and its parts as plain dictionaries, with the keys that the vendor uses."""

from typing import TYPE_CHECKING

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xi_sdk_resellers.models.freight_request import FreightRequestLine, FreightRequestShipToAddress


class FreightRequestShipToAddressDict(TypedDict, total=False):
    """Where the goods go."""

    companyName: str | None
    """The company."""
    addressLine1: str | None
    """First line of the address."""
    addressLine2: str | None
    """Second line of the address."""
    addressLine3: str | None
    """Third line of the address."""
    city: str | None
    """The city."""
    state: str | None
    """State or province, usually as a code."""
    postalCode: str | None
    """Postal code."""
    countryCode: str | None
    """Two-letter code of the country."""


class FreightRequestLineDict(TypedDict, total=False):
    """One article to be shipped."""

    customerLineNumber: str | None
    """Your own number of the line."""
    ingramPartNumber: str | None
    """Ingram Micro's number for the article."""
    quantity: str | None
    """How many units, as text."""
    warehouseId: str | None
    """Code of the warehouse it is to leave from."""
    carrierCode: str | None
    """Code of the only carrier to ask about. Empty or left out: all of them."""


class FreightRequestDict(TypedDict, total=False):
    """What is to be shipped, and where to. Give the address, or the ID of a registered one."""

    billToAddressId: str | None
    """ID of the registered address that pays."""
    shipToAddressId: str | None
    """ID of the registered address that the goods go to."""
    shipToAddress: "FreightRequestShipToAddress | FreightRequestShipToAddressDict | None"
    """The address that the goods go to."""
    lines: "Sequence[FreightRequestLine | FreightRequestLineDict] | None"
    """What is to be shipped."""
