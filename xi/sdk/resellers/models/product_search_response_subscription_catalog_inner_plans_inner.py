from xi_sdk_resellers.models.product_search_response import (
    SubscriptionCatalogPlan as ProductSearchResponseSubscriptionCatalogInnerPlansInner,
)

__all__ = ["ProductSearchResponseSubscriptionCatalogInnerPlansInner"]
