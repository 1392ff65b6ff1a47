# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ReturnsDetailsResponseProduct`."""

from xi_sdk_resellers.models.returns_details_response import (
    ReturnsDetailsResponseProduct as ReturnsDetailsResponseProductsInner,
)

__all__ = ["ReturnsDetailsResponseProductsInner"]
