# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderCreateResponseShipToInfo`."""

from xi_sdk_resellers.models.order_create_response import OrderCreateResponseShipToInfo

__all__ = ["OrderCreateResponseShipToInfo"]
