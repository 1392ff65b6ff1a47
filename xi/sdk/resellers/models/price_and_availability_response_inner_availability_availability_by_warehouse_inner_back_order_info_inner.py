# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `BackOrderInfo`."""

from xi_sdk_resellers.models.price_and_availability import (
    BackOrderInfo as PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInnerBackOrderInfoInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInnerBackOrderInfoInner"]
