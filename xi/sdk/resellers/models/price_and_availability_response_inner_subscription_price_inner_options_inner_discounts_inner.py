# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `SubscriptionDiscounts`."""

from xi_sdk_resellers.models.price_and_availability import (
    SubscriptionDiscounts as PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner"]
