# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ReturnsSearchResponse`."""

from xi_sdk_resellers.models.returns_search_response import ReturnsSearchResponse

__all__ = ["ReturnsSearchResponse"]
