# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `QuoteDetailsResponseExtraFee`."""

from xi_sdk_resellers.models.quote_details_response import (
    QuoteDetailsResponseExtraFee as QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner,
)

__all__ = ["QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner"]
