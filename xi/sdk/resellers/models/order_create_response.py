# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderCreateResponse`."""

from xi_sdk_resellers.models.order_create_response import OrderCreateResponse

__all__ = ["OrderCreateResponse"]
