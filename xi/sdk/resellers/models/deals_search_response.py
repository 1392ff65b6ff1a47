# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `DealsSearchResponse`."""

from xi_sdk_resellers.models.deals_search_response import DealsSearchResponse

__all__ = ["DealsSearchResponse"]
