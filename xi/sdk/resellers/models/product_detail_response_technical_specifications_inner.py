# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `TechnicalSpecification`."""

from xi_sdk_resellers.models.product_detail_response import (
    TechnicalSpecification as ProductDetailResponseTechnicalSpecificationsInner,
)

__all__ = ["ProductDetailResponseTechnicalSpecificationsInner"]
