# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `SubscriptionDetail`."""

from xi_sdk_resellers.models.product_detail_response import (
    SubscriptionDetail as ProductDetailResponseSubscriptionDetailsInner,
)

__all__ = ["ProductDetailResponseSubscriptionDetailsInner"]
