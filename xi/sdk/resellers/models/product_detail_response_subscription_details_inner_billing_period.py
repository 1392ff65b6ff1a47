from xi_sdk_resellers.models.subscription_plan import (
    BillingPeriod as ProductDetailResponseSubscriptionDetailsInnerBillingPeriod,
)

__all__ = ["ProductDetailResponseSubscriptionDetailsInnerBillingPeriod"]
