# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `SubscriptionPeriod`."""

from xi_sdk_resellers.models.subscription_plan import (
    SubscriptionPeriod as ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner,
)

__all__ = ["ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner"]
