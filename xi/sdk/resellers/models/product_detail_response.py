from xi_sdk_resellers.models.product_detail_response import ProductDetailResponse

__all__ = ["ProductDetailResponse"]
