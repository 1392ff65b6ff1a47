# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `QuoteDetailsResponseProduct`."""

from xi_sdk_resellers.models.quote_details_response import (
    QuoteDetailsResponseProduct as QuoteDetailsResponseProductsInner,
)

__all__ = ["QuoteDetailsResponseProductsInner"]
