from xi_sdk_resellers.models.price_and_availability_request import (
    PriceAndAvailabilityRequestProduct as PriceAndAvailabilityRequestProductsInner,
)

__all__ = ["PriceAndAvailabilityRequestProductsInner"]
