# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderModifyRequestShipToInfo`."""

from xi_sdk_resellers.models.order_modify_request import OrderModifyRequestShipToInfo

__all__ = ["OrderModifyRequestShipToInfo"]
