# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `WarehouseAvailability`."""

from xi_sdk_resellers.models.price_and_availability import (
    WarehouseAvailability as PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner"]
