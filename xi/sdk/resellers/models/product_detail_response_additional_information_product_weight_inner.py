# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ProductWeight`."""

from xi_sdk_resellers.models.product_detail_response import (
    ProductWeight as ProductDetailResponseAdditionalInformationProductWeightInner,
)

__all__ = ["ProductDetailResponseAdditionalInformationProductWeightInner"]
