# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `CiscoFields`."""

from xi_sdk_resellers.models.product_detail_response import CiscoFields as ProductDetailResponseCiscoFields

__all__ = ["ProductDetailResponseCiscoFields"]
