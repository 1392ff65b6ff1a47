# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `DealsDetailsResponseProduct`."""

from xi_sdk_resellers.models.deals_details_response import (
    DealsDetailsResponseProduct as DealsDetailsResponseProductsInner,
)

__all__ = ["DealsDetailsResponseProductsInner"]
