# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderDetailB2BAddress`."""

from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2BAddress as OrderDetailB2BBillToInfo

__all__ = ["OrderDetailB2BBillToInfo"]
