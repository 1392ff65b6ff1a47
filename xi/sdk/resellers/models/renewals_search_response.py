from xi_sdk_resellers.models.renewals_search_response import RenewalsSearchResponse

__all__ = ["RenewalsSearchResponse"]
