# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderCreateResponseOrder`."""

from xi_sdk_resellers.models.order_create_response import OrderCreateResponseOrder as OrderCreateResponseOrdersInner

__all__ = ["OrderCreateResponseOrdersInner"]
