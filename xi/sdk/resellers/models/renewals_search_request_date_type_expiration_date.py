from xi_sdk_resellers.models.renewals_search_request import (
    RenewalsSearchRequestDateRange as RenewalsSearchRequestDateTypeExpirationDate,
)

__all__ = ["RenewalsSearchRequestDateTypeExpirationDate"]
