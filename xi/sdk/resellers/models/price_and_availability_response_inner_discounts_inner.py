from xi_sdk_resellers.models.price_and_availability import (
    ProductDiscounts as PriceAndAvailabilityResponseInnerDiscountsInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerDiscountsInner"]
