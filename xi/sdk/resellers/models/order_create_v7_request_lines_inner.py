# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `AsyncOrderCreateDTOLine`."""

from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTOLine as OrderCreateV7RequestLinesInner

__all__ = ["OrderCreateV7RequestLinesInner"]
