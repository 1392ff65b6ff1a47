from xi_sdk_resellers.models.subscription_plan import (
    SubscriptionPeriod as PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner"]
