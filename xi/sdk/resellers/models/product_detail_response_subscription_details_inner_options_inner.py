from xi_sdk_resellers.models.product_detail_response import (
    SubscriptionDetailOption as ProductDetailResponseSubscriptionDetailsInnerOptionsInner,
)

__all__ = ["ProductDetailResponseSubscriptionDetailsInnerOptionsInner"]
