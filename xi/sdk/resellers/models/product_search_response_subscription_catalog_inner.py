# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `SubscriptionCatalogGroup`."""

from xi_sdk_resellers.models.product_search_response import (
    SubscriptionCatalogGroup as ProductSearchResponseSubscriptionCatalogInner,
)

__all__ = ["ProductSearchResponseSubscriptionCatalogInner"]
