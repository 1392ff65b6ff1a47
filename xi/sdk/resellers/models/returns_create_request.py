# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ReturnsCreateRequest`."""

from xi_sdk_resellers.models.returns_create_request import ReturnsCreateRequest

__all__ = ["ReturnsCreateRequest"]
