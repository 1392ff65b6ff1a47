# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderModifyResponseRejectedLine`."""

from xi_sdk_resellers.models.order_modify_response import (
    OrderModifyResponseRejectedLine as OrderModifyResponseRejectedLineItemsInner,
)

__all__ = ["OrderModifyResponseRejectedLineItemsInner"]
