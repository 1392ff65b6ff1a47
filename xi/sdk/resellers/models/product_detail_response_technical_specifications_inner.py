from xi_sdk_resellers.models.product_detail_response import (
    TechnicalSpecification as ProductDetailResponseTechnicalSpecificationsInner,
)

__all__ = ["ProductDetailResponseTechnicalSpecificationsInner"]
