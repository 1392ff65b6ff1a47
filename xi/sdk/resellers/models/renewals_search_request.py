from xi_sdk_resellers.models.renewals_search_request import RenewalsSearchRequest

__all__ = ["RenewalsSearchRequest"]
