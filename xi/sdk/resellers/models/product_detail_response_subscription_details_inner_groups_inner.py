# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `SubscriptionGroup`."""

from xi_sdk_resellers.models.subscription_plan import (
    SubscriptionGroup as ProductDetailResponseSubscriptionDetailsInnerGroupsInner,
)

__all__ = ["ProductDetailResponseSubscriptionDetailsInnerGroupsInner"]
