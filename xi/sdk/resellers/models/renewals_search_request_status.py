from xi_sdk_resellers.models.renewals_search_request import RenewalsSearchRequestStatus

__all__ = ["RenewalsSearchRequestStatus"]
