# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ProductDiscounts`."""

from xi_sdk_resellers.models.price_and_availability import (
    ProductDiscounts as PriceAndAvailabilityResponseInnerDiscountsInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerDiscountsInner"]
