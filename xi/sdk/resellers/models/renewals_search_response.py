# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `RenewalsSearchResponse`."""

from xi_sdk_resellers.models.renewals_search_response import RenewalsSearchResponse

__all__ = ["RenewalsSearchResponse"]
