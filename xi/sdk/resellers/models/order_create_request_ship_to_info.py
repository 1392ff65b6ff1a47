# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderCreateRequestShipToInfo`."""

from xi_sdk_resellers.models.order_create_request import OrderCreateRequestShipToInfo

__all__ = ["OrderCreateRequestShipToInfo"]
