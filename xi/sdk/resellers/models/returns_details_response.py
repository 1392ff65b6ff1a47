# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ReturnsDetailsResponse`."""

from xi_sdk_resellers.models.returns_details_response import ReturnsDetailsResponse

__all__ = ["ReturnsDetailsResponse"]
