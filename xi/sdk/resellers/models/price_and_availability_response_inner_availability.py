from xi_sdk_resellers.models.price_and_availability import (
    ProductAvailability as PriceAndAvailabilityResponseInnerAvailability,
)

__all__ = ["PriceAndAvailabilityResponseInnerAvailability"]
