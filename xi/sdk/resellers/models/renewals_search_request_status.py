# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `RenewalsSearchRequestStatus`."""

from xi_sdk_resellers.models.renewals_search_request import RenewalsSearchRequestStatus

__all__ = ["RenewalsSearchRequestStatus"]
