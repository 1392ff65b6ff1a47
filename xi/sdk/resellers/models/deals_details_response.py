# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `DealsDetailsResponse`."""

from xi_sdk_resellers.models.deals_details_response import DealsDetailsResponse

__all__ = ["DealsDetailsResponse"]
