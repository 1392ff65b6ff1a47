# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `PriceAndAvailabilityRequestProduct`."""

from xi_sdk_resellers.models.price_and_availability_request import (
    PriceAndAvailabilityRequestProduct as PriceAndAvailabilityRequestProductsInner,
)

__all__ = ["PriceAndAvailabilityRequestProductsInner"]
