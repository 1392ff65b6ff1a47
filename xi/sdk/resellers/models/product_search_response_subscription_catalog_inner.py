from xi_sdk_resellers.models.product_search_response import (
    SubscriptionCatalogGroup as ProductSearchResponseSubscriptionCatalogInner,
)

__all__ = ["ProductSearchResponseSubscriptionCatalogInner"]
