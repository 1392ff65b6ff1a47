# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ReservedInventory`."""

from xi_sdk_resellers.models.price_and_availability import (
    ReservedInventory as PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner"]
