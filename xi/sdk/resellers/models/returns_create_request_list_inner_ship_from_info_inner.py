# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ReturnsCreateRequestShipFrom`."""

from xi_sdk_resellers.models.returns_create_request import (
    ReturnsCreateRequestShipFrom as ReturnsCreateRequestListInnerShipFromInfoInner,
)

__all__ = ["ReturnsCreateRequestListInnerShipFromInfoInner"]
