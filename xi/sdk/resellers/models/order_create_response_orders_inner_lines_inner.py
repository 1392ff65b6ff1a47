# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderCreateResponseLine`."""

from xi_sdk_resellers.models.order_create_response import (
    OrderCreateResponseLine as OrderCreateResponseOrdersInnerLinesInner,
)

__all__ = ["OrderCreateResponseOrdersInnerLinesInner"]
