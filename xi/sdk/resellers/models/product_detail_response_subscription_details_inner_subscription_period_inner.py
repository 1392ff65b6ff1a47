from xi_sdk_resellers.models.subscription_plan import (
    SubscriptionPeriod as ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner,
)

__all__ = ["ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner"]
