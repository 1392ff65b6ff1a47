from xi_sdk_resellers.models.subscription_plan import (
    BillingPeriod as PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod,
)

__all__ = ["PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod"]
