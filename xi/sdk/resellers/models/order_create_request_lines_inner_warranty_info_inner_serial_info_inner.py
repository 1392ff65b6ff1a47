# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderCreateRequestLineSerialInfo`."""

from xi_sdk_resellers.models.order_create_request import (
    OrderCreateRequestLineSerialInfo as OrderCreateRequestLinesInnerWarrantyInfoInnerSerialInfoInner,
)

__all__ = ["OrderCreateRequestLinesInnerWarrantyInfoInnerSerialInfoInner"]
