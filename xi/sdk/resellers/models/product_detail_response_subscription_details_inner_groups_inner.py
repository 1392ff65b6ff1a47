from xi_sdk_resellers.models.subscription_plan import (
    SubscriptionGroup as ProductDetailResponseSubscriptionDetailsInnerGroupsInner,
)

__all__ = ["ProductDetailResponseSubscriptionDetailsInnerGroupsInner"]
