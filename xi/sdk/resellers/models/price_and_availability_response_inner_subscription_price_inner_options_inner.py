# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `SubscriptionOption`."""

from xi_sdk_resellers.models.price_and_availability import (
    SubscriptionOption as PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner"]
