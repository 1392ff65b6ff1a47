# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderCreateResponseRejectedLine`."""

from xi_sdk_resellers.models.order_create_response import (
    OrderCreateResponseRejectedLine as OrderCreateResponseOrdersInnerRejectedLineItemsInner,
)

__all__ = ["OrderCreateResponseOrdersInnerRejectedLineItemsInner"]
