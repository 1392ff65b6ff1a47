# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for :class:`~xi_sdk_resellers.models.order_create_response.OrderCreateResponseOrder`."""

from xi_sdk_resellers.models.order_create_response import OrderCreateResponseOrder as OrderCreateResponseOrdersInner

__all__ = ["OrderCreateResponseOrdersInner"]
