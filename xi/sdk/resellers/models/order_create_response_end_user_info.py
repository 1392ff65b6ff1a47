# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderCreateResponseEndUserInfo`."""

from xi_sdk_resellers.models.order_create_response import OrderCreateResponseEndUserInfo

__all__ = ["OrderCreateResponseEndUserInfo"]
