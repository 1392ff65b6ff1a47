# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `SubscriptionFee`."""

from xi_sdk_resellers.models.price_and_availability import (
    SubscriptionFee as PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner"]
