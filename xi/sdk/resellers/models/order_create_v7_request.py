# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `AsyncOrderCreateDTO`."""

from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTO as OrderCreateV7Request

__all__ = ["OrderCreateV7Request"]
