from xi_sdk_resellers.models.renewals_search_request import (
    RenewalsSearchRequestDateRange as RenewalsSearchRequestDateTypeInvoiceDate,
)

__all__ = ["RenewalsSearchRequestDateTypeInvoiceDate"]
