# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ReturnsCreateRequestItem`."""

from xi_sdk_resellers.models.returns_create_request import ReturnsCreateRequestItem as ReturnsCreateRequestListInner

__all__ = ["ReturnsCreateRequestListInner"]
