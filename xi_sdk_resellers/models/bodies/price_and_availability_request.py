# Generated from the contract by "python -m codegen". Changes made here are lost.
"""PriceAndAvailabilityRequest and its parts as plain dictionaries, with the keys that the vendor uses."""

from typing import TYPE_CHECKING

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xi_sdk_resellers.models.additional_attribute import AdditionalAttribute
    from xi_sdk_resellers.models.bodies.additional_attribute import AdditionalAttributeDict
    from xi_sdk_resellers.models.price_and_availability_request import (
        PriceAndAvailabilityRequestProduct,
        PriceAndAvailabilityRequestWarehouse,
    )


class PriceAndAvailabilityRequestWarehouseDict(TypedDict, total=False):
    """A warehouse whose stock is wanted."""

    availabilityByWarehouseId: str | None
    """ID of the warehouse."""
    availabilityForAllLocation: bool | None
    """Whether places are listed, too. The service takes true when it is left out."""


class PriceAndAvailabilityRequestProductDict(TypedDict, total=False):
    """A product, named by one of its numbers."""

    ingramPartNumber: str | None
    """Ingram Micro's number for the product. The surest way to name it."""
    vendorPartNumber: str | None
    """The manufacturer's number for the product."""
    customerPartNumber: str | None
    """Your own number for the product, where Ingram Micro knows it."""
    upc: str | None
    """The product's barcode number."""
    quantityRequested: str | int | None
    """How many units you think of, for prices that depend on it."""
    planID: str | None
    """ID of a cloud plan, in place of a part number."""
    additionalAttributes: "Sequence[AdditionalAttribute | AdditionalAttributeDict] | None"
    """Settings for this product as pairs of name and value: governmentprogramcode, shiptostatebrazil,
    shipfrombranchnumber.
    """


class PriceAndAvailabilityRequestDict(TypedDict, total=False):
    """The products whose price and stock are asked for, and what else to tell of them."""

    showAvailableDiscounts: bool | None
    """Whether the answer lists the discounts that the account could use."""
    showReserveInventoryDetails: bool | None
    """Whether the answer tells how many units are set aside for the account."""
    specialBidNumber: str | None
    """Number of the special price agreement (bid) whose prices are wanted."""
    availabilityByWarehouse: (
        "Sequence[PriceAndAvailabilityRequestWarehouse | PriceAndAvailabilityRequestWarehouseDict] | None"
    )
    """The warehouses whose stock is wanted; all of them when left out."""
    products: "Sequence[PriceAndAvailabilityRequestProduct | PriceAndAvailabilityRequestProductDict] | None"
    """The products, 1 to 50 in one request."""
    additionalAttributes: "Sequence[AdditionalAttribute | AdditionalAttributeDict] | None"
    """Settings for the whole request as pairs of name and value."""
