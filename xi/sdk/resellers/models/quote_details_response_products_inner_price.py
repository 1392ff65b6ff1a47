# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `QuoteDetailsResponsePrice`."""

from xi_sdk_resellers.models.quote_details_response import (
    QuoteDetailsResponsePrice as QuoteDetailsResponseProductsInnerPrice,
)

__all__ = ["QuoteDetailsResponseProductsInnerPrice"]
