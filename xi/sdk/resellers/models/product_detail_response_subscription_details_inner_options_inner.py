# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `SubscriptionDetailOption`."""

from xi_sdk_resellers.models.product_detail_response import (
    SubscriptionDetailOption as ProductDetailResponseSubscriptionDetailsInnerOptionsInner,
)

__all__ = ["ProductDetailResponseSubscriptionDetailsInnerOptionsInner"]
