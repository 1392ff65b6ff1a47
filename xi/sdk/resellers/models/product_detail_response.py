# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ProductDetailResponse`."""

from xi_sdk_resellers.models.product_detail_response import ProductDetailResponse

__all__ = ["ProductDetailResponse"]
