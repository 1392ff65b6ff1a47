from xi_sdk_resellers.models.product_detail_response import ProductIndicators as ProductDetailResponseIndicators

__all__ = ["ProductDetailResponseIndicators"]
