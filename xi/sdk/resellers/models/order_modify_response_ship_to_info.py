# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderModifyResponseShipToInfo`."""

from xi_sdk_resellers.models.order_modify_response import OrderModifyResponseShipToInfo

__all__ = ["OrderModifyResponseShipToInfo"]
