from xi_sdk_resellers.models.price_and_availability import (
    SubscriptionOption as PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner"]
