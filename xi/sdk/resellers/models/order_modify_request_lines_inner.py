# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderModifyRequestLine`."""

from xi_sdk_resellers.models.order_modify_request import OrderModifyRequestLine as OrderModifyRequestLinesInner

__all__ = ["OrderModifyRequestLinesInner"]
