# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderCreateRequestShipmentDetails`."""

from xi_sdk_resellers.models.order_create_request import OrderCreateRequestShipmentDetails

__all__ = ["OrderCreateRequestShipmentDetails"]
