# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `BillingPeriod`."""

from xi_sdk_resellers.models.subscription_plan import (
    BillingPeriod as ProductDetailResponseSubscriptionDetailsInnerBillingPeriod,
)

__all__ = ["ProductDetailResponseSubscriptionDetailsInnerBillingPeriod"]
