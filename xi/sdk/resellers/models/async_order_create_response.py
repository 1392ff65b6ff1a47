# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `AsyncOrderCreateResponse`."""

from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse

__all__ = ["AsyncOrderCreateResponse"]
