# Generated from the contract by "python -m codegen". Changes made here are lost.
"""FreightRequest and its parts."""

from typing import ClassVar

from xi_sdk_resellers._modelling.base import RequestModel


class FreightRequestShipToAddress(RequestModel):
    """Where the goods go."""

    company_name: str | None = None
    """The company."""
    address_line1: str | None = None
    """First line of the address."""
    address_line2: str | None = None
    """Second line of the address."""
    address_line3: str | None = None
    """Third line of the address."""
    city: str | None = None
    """The city."""
    state: str | None = None
    """State or province, usually as a code."""
    postal_code: str | None = None
    """Postal code."""
    country_code: str | None = None
    """Two-letter code of the country."""


class FreightRequestLine(RequestModel):
    """One article to be shipped."""

    customer_line_number: str | None = None
    """Your own number of the line."""
    ingram_part_number: str | None = None
    """Ingram Micro's number for the article."""
    quantity: str | None = None
    """How many units, as text."""
    warehouse_id: str | None = None
    """Code of the warehouse it is to leave from."""
    carrier_code: str | None = None
    """Code of the only carrier to ask about. Empty or left out: all of them."""


class FreightRequest(RequestModel):
    """What is to be shipped, and where to. Give the address, or the ID of a registered one."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Freight request", "")

    bill_to_address_id: str | None = None
    """ID of the registered address that pays."""
    ship_to_address_id: str | None = None
    """ID of the registered address that the goods go to."""
    ship_to_address: FreightRequestShipToAddress | None = None
    """The address that the goods go to."""
    lines: list[FreightRequestLine] | None = None
    """What is to be shipped."""
