# Generated from the contract by "python -m codegen". Changes made here are lost.
# ruff: noqa: E501 - the vendor's names are long
"""The vendor SDK's name for `SubscriptionResourcePricing`."""

from xi_sdk_resellers.models.price_and_availability import (
    SubscriptionResourcePricing as PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner"]
