# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `RenewalsSearchRequestOpportunityStatus`."""

from xi_sdk_resellers.models.renewals_search_request import (
    RenewalsSearchRequestOpportunityStatus as RenewalsSearchRequestStatusOpporutinyStatus,
)

__all__ = ["RenewalsSearchRequestStatusOpporutinyStatus"]
