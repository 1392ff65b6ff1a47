from xi_sdk_resellers.models.renewals_search_response import (
    RenewalsSearchResponseRenewal as RenewalsSearchResponseRenewalsInner,
)

__all__ = ["RenewalsSearchResponseRenewalsInner"]
