from xi_sdk_resellers.models.price_and_availability import (
    SubscriptionPrice as PriceAndAvailabilityResponseInnerSubscriptionPriceInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerSubscriptionPriceInner"]
