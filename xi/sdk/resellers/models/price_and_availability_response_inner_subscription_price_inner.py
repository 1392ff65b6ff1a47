# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `SubscriptionPrice`."""

from xi_sdk_resellers.models.price_and_availability import (
    SubscriptionPrice as PriceAndAvailabilityResponseInnerSubscriptionPriceInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerSubscriptionPriceInner"]
