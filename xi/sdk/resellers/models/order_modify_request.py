# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderModifyRequest`."""

from xi_sdk_resellers.models.order_modify_request import OrderModifyRequest

__all__ = ["OrderModifyRequest"]
