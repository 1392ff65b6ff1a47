from xi_sdk_resellers.models.price_and_availability import (
    ServiceFee as PriceAndAvailabilityResponseInnerServiceFeesInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerServiceFeesInner"]
