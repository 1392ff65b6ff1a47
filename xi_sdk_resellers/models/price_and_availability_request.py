# Generated from the contract by "python -m codegen". Changes made here are lost.
"""PriceAndAvailabilityRequest and its parts."""

from pydantic import Field

from xi_sdk_resellers._modelling.base import RequestModel, TextOrInteger
from xi_sdk_resellers.models.additional_attribute import AdditionalAttribute


class PriceAndAvailabilityRequestWarehouse(RequestModel):
    """A warehouse whose stock is wanted."""

    availability_by_warehouse_id: str | None = None
    """ID of the warehouse."""
    availability_for_all_location: bool | None = None
    """Whether places are listed, too. The service takes true when it is left out."""


class PriceAndAvailabilityRequestProduct(RequestModel):
    """A product, named by one of its numbers."""

    ingram_part_number: str | None = None
    """Ingram Micro's number for the product. The surest way to name it."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the product."""
    customer_part_number: str | None = None
    """Your own number for the product, where Ingram Micro knows it."""
    upc: str | None = None
    """The product's barcode number."""
    quantity_requested: TextOrInteger | None = None
    """How many units you think of, for prices that depend on it."""
    plan_id: str | None = Field(default=None, validation_alias="planID", serialization_alias="planID")
    """ID of a cloud plan, in place of a part number."""
    additional_attributes: list[AdditionalAttribute] | None = None
    """Settings for this product as pairs of name and value: governmentprogramcode, shiptostatebrazil,
    shipfrombranchnumber.
    """


class PriceAndAvailabilityRequest(RequestModel):
    """The products whose price and stock are asked for, and what else to tell of them."""

    show_available_discounts: bool | None = None
    """Whether the answer lists the discounts that the account could use."""
    show_reserve_inventory_details: bool | None = None
    """Whether the answer tells how many units are set aside for the account."""
    special_bid_number: str | None = None
    """Number of the special price agreement (bid) whose prices are wanted."""
    availability_by_warehouse: list[PriceAndAvailabilityRequestWarehouse] | None = None
    """The warehouses whose stock is wanted; all of them when left out."""
    products: list[PriceAndAvailabilityRequestProduct] | None = Field(default=None, min_length=1, max_length=50)
    """The products, 1 to 50 in one request."""
    additional_attributes: list[AdditionalAttribute] | None = None
    """Settings for the whole request as pairs of name and value."""
