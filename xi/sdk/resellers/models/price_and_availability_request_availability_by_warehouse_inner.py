# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `PriceAndAvailabilityRequestWarehouse`."""

from xi_sdk_resellers.models.price_and_availability_request import (
    PriceAndAvailabilityRequestWarehouse as PriceAndAvailabilityRequestAvailabilityByWarehouseInner,
)

__all__ = ["PriceAndAvailabilityRequestAvailabilityByWarehouseInner"]
