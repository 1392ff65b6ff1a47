# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ReturnsSearchResponseClaim`."""

from xi_sdk_resellers.models.returns_search_response import (
    ReturnsSearchResponseClaim as ReturnsSearchResponseReturnsClaimsInner,
)

__all__ = ["ReturnsSearchResponseReturnsClaimsInner"]
