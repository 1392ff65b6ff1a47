# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ProductPricing`."""

from xi_sdk_resellers.models.price_and_availability import ProductPricing as PriceAndAvailabilityResponseInnerPricing

__all__ = ["PriceAndAvailabilityResponseInnerPricing"]
