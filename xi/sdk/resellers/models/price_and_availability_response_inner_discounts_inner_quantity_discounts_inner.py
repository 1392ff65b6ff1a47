from xi_sdk_resellers.models.price_and_availability import (
    QuantityDiscount as PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner"]
