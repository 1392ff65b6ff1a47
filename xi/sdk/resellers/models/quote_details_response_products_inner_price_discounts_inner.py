# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `QuoteDetailsResponseDiscount`."""

from xi_sdk_resellers.models.quote_details_response import (
    QuoteDetailsResponseDiscount as QuoteDetailsResponseProductsInnerPriceDiscountsInner,
)

__all__ = ["QuoteDetailsResponseProductsInnerPriceDiscountsInner"]
