# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderModifyResponse`."""

from xi_sdk_resellers.models.order_modify_response import OrderModifyResponse

__all__ = ["OrderModifyResponse"]
