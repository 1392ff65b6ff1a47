# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderCreateRequestLineWarrantyInfo`."""

from xi_sdk_resellers.models.order_create_request import (
    OrderCreateRequestLineWarrantyInfo as OrderCreateRequestLinesInnerWarrantyInfoInner,
)

__all__ = ["OrderCreateRequestLinesInnerWarrantyInfoInner"]
