# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderModifyResponseLine`."""

from xi_sdk_resellers.models.order_modify_response import OrderModifyResponseLine as OrderModifyResponseLinesInner

__all__ = ["OrderModifyResponseLinesInner"]
