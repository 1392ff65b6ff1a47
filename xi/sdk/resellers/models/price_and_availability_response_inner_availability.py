# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ProductAvailability`."""

from xi_sdk_resellers.models.price_and_availability import (
    ProductAvailability as PriceAndAvailabilityResponseInnerAvailability,
)

__all__ = ["PriceAndAvailabilityResponseInnerAvailability"]
