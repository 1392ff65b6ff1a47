# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderCreateRequest`."""

from xi_sdk_resellers.models.order_create_request import OrderCreateRequest

__all__ = ["OrderCreateRequest"]
