from xi_sdk_resellers.models.price_and_availability import (
    SubscriptionFee as PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner"]
