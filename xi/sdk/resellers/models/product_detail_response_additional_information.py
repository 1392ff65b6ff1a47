from xi_sdk_resellers.models.product_detail_response import (
    ProductAdditionalInformation as ProductDetailResponseAdditionalInformation,
)

__all__ = ["ProductDetailResponseAdditionalInformation"]
