# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderCreateRequestLineEndUserInfo`."""

from xi_sdk_resellers.models.order_create_request import (
    OrderCreateRequestLineEndUserInfo as OrderCreateRequestLinesInnerEndUserInfoInner,
)

__all__ = ["OrderCreateRequestLinesInnerEndUserInfoInner"]
