from xi_sdk_resellers.models.subscription_plan import (
    SubscriptionGroup as PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner"]
