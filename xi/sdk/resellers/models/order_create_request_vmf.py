# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderCreateRequestVmf`."""

from xi_sdk_resellers.models.order_create_request import OrderCreateRequestVmf

__all__ = ["OrderCreateRequestVmf"]
