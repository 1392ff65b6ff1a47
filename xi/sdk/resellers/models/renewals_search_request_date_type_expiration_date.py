# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `RenewalsSearchRequestDateRange`."""

from xi_sdk_resellers.models.renewals_search_request import (
    RenewalsSearchRequestDateRange as RenewalsSearchRequestDateTypeExpirationDate,
)

__all__ = ["RenewalsSearchRequestDateTypeExpirationDate"]
