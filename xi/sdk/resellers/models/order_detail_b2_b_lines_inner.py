# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderDetailB2BLine`."""

from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2BLine as OrderDetailB2BLinesInner

__all__ = ["OrderDetailB2BLinesInner"]
