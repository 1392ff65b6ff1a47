# Generated from the contract by "python -m codegen". Changes made here are lost.
"""DealsDetailsResponse and its parts."""

from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from xi_sdk_resellers._modelling.base import AnswerModel
from xi_sdk_resellers.models.contract_end_user import ContractEndUser


class DealsDetailsResponseProduct(AnswerModel):
    """One article of a deal."""

    ingram_part_number: str | None = None
    """Ingram Micro's number for the article."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the article."""
    upc: str | None = None
    """Its UPC, twelve digits."""
    product_description: str | None = None
    """What it is, in words."""
    msrp: Decimal | None = None
    """List price of one unit."""
    extended_msrp: Decimal | None = Field(
        default=None, validation_alias="extendedMSRP", serialization_alias="extendedMSRP"
    )
    """List price of all approved units."""
    standard_price: Decimal | None = None
    """What you pay for one unit without the deal."""
    approved_quantity: int | None = None
    """How many units the deal grants."""
    remaining_quantity: int | None = None
    """How many of them can still be ordered."""
    comments: str | None = None
    """Remarks."""
    special_conditions: str | None = None
    """Conditions that come with it."""
    start_date: str | None = None
    """From when it holds."""
    expiration_date: str | None = None
    """Until when it holds."""
    days_remaining: int | None = None
    """How many days are left."""


class DealsDetailsResponse(AnswerModel):
    """One deal in full."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Deal", "deal_id")

    deal_id: str | None = None
    """Number of the deal (special bid)."""
    version: str | None = None
    """Its latest version."""
    end_user: str | None = None
    """The end customer that it is for."""
    extended_msrp: Decimal | None = None
    """What all of it costs at list prices."""
    vendor: str | None = None
    """The manufacturer that grants it."""
    deal_received_on: str | None = None
    """When it begins."""
    deal_expiry_date: str | None = None
    """When it runs out."""
    price_protection_end_date: str | None = None
    """Until when its prices cannot rise."""
    currency_code: str | None = None
    """Currency of its amounts, three letters."""
    end_user_info: ContractEndUser | None = None
    """The end customer."""
    products: list[DealsDetailsResponseProduct] | None = None
    """What it grants."""
