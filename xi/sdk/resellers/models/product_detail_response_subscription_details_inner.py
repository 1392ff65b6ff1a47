from xi_sdk_resellers.models.product_detail_response import (
    SubscriptionDetail as ProductDetailResponseSubscriptionDetailsInner,
)

__all__ = ["ProductDetailResponseSubscriptionDetailsInner"]
