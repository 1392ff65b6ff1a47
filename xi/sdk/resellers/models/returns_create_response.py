# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ReturnsCreateResponse`."""

from xi_sdk_resellers.models.returns_create_response import ReturnsCreateResponse

__all__ = ["ReturnsCreateResponse"]
