from xi_sdk_resellers.models.price_and_availability import (
    ReservedInventory as PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner"]
