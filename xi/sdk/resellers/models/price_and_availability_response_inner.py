# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `PriceAndAvailability`."""

from xi_sdk_resellers.models.price_and_availability import PriceAndAvailability as PriceAndAvailabilityResponseInner

__all__ = ["PriceAndAvailabilityResponseInner"]
