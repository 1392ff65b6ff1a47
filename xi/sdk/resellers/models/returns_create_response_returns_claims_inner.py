# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ReturnsCreateResponseClaim`."""

from xi_sdk_resellers.models.returns_create_response import (
    ReturnsCreateResponseClaim as ReturnsCreateResponseReturnsClaimsInner,
)

__all__ = ["ReturnsCreateResponseReturnsClaimsInner"]
