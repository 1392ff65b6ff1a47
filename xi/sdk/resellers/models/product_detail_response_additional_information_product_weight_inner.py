from xi_sdk_resellers.models.product_detail_response import (
    ProductWeight as ProductDetailResponseAdditionalInformationProductWeightInner,
)

__all__ = ["ProductDetailResponseAdditionalInformationProductWeightInner"]
