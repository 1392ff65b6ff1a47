# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `SpecialPricing`."""

from xi_sdk_resellers.models.price_and_availability import (
    SpecialPricing as PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner"]
