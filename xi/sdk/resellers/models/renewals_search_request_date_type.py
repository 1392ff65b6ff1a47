from xi_sdk_resellers.models.renewals_search_request import RenewalsSearchRequestDateType

__all__ = ["RenewalsSearchRequestDateType"]
