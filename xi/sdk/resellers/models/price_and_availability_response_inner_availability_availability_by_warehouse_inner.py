from xi_sdk_resellers.models.price_and_availability import (
    WarehouseAvailability as PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner"]
