# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `QuoteDetailsResponseEndUserInfo`."""

from xi_sdk_resellers.models.quote_details_response import QuoteDetailsResponseEndUserInfo

__all__ = ["QuoteDetailsResponseEndUserInfo"]
