from xi_sdk_resellers.models.renewals_search_request import (
    RenewalsSearchRequestOpportunityStatus as RenewalsSearchRequestStatusOpporutinyStatus,
)

__all__ = ["RenewalsSearchRequestStatusOpporutinyStatus"]
