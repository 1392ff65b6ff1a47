# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ProductIndicators`."""

from xi_sdk_resellers.models.product_detail_response import ProductIndicators as ProductDetailResponseIndicators

__all__ = ["ProductDetailResponseIndicators"]
