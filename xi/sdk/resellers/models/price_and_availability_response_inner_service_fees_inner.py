# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ServiceFee`."""

from xi_sdk_resellers.models.price_and_availability import (
    ServiceFee as PriceAndAvailabilityResponseInnerServiceFeesInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerServiceFeesInner"]
