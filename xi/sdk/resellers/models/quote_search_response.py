# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `QuoteSearchResponse`."""

from xi_sdk_resellers.models.quote_search_response import QuoteSearchResponse

__all__ = ["QuoteSearchResponse"]
