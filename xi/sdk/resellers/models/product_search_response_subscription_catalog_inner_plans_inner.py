# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `SubscriptionCatalogPlan`."""

from xi_sdk_resellers.models.product_search_response import (
    SubscriptionCatalogPlan as ProductSearchResponseSubscriptionCatalogInnerPlansInner,
)

__all__ = ["ProductSearchResponseSubscriptionCatalogInnerPlansInner"]
