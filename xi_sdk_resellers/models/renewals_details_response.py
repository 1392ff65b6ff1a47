# Generated from the contract by "python -m codegen". Changes made here are lost.
"""RenewalsDetailsResponse and its parts."""

from decimal import Decimal
from typing import ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel
from xi_sdk_resellers.models.contract_end_user import ContractEndUser


class RenewalsDetailsResponseReferenceNumber(AnswerModel):
    """Numbers that a renewal is known by."""

    notification_id: str | None = None
    """Number of the notification that was sent."""
    quote_number: str | None = None
    """Number of the quote for the renewal."""


class RenewalsDetailsResponseProduct(AnswerModel):
    """One line of a renewal."""

    ingram_line_number: str | None = None
    """Number of the line."""
    product_description: str | None = None
    """What it is, in words."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the article."""
    ingram_part_number: str | None = None
    """Ingram Micro's number for the article."""
    manufacturer_part_number: str | None = None
    """Another number of the manufacturer for it; often empty."""
    quantity: int | None = None
    """How many units."""
    unit_price: Decimal | None = None
    """Price of one unit."""
    is_consolidated: str | None = None
    """Yes when the line was merged with others, else No."""


class RenewalsDetailsResponseAttribute(AnswerModel):
    """One more fact about a renewal."""

    attribute_description: str | None = None
    """What the fact is."""
    attribute_value: str | None = None
    """The fact."""
    start_date: str | None = None
    """From when it holds."""
    expiration_date: str | None = None
    """Until when it holds."""
    is_consolidated: str | None = None
    """Yes when it was merged with others."""


class RenewalsDetailsResponse(AnswerModel):
    """One renewal in full."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Renewal", "renewal_id")

    renewal_id: str | None = None
    """Ingram Micro's number of the renewal."""
    ingram_order_number: str | None = None
    """Ingram Micro's number of the order that is to be renewed."""
    ingram_order_date: str | None = None
    """When that order was placed."""
    expiration_date: str | None = None
    """When the contract runs out."""
    ingram_purchase_order_number: str | None = None
    """Number of Ingram Micro's own order at the manufacturer."""
    customer_order_number: str | None = None
    """Your own number of the order that is to be renewed."""
    end_customer_order_number: str | None = None
    """Your customer's number of that order."""
    renewal_value: Decimal | None = None
    """What the renewal is worth; sent as text."""
    end_user: str | None = None
    """The end customer's company."""
    vendor: str | None = None
    """The manufacturer."""
    status: str | None = None
    """Where it stands, in words."""
    end_user_info: ContractEndUser | None = None
    """The end customer."""
    reference_number: RenewalsDetailsResponseReferenceNumber | None = None
    """Numbers to refer to."""
    products: list[RenewalsDetailsResponseProduct] | None = None
    """What is to be renewed."""
    additional_attributes: list[RenewalsDetailsResponseAttribute] | None = None
    """Certificates, serial numbers and the like."""
