# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `RenewalsSearchResponseRenewal`."""

from xi_sdk_resellers.models.renewals_search_response import (
    RenewalsSearchResponseRenewal as RenewalsSearchResponseRenewalsInner,
)

__all__ = ["RenewalsSearchResponseRenewalsInner"]
