from xi_sdk_resellers.models.price_and_availability_request import (
    PriceAndAvailabilityRequestWarehouse as PriceAndAvailabilityRequestAvailabilityByWarehouseInner,
)

__all__ = ["PriceAndAvailabilityRequestAvailabilityByWarehouseInner"]
