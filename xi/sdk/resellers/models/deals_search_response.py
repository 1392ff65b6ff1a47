from xi_sdk_resellers.models.deals_search_response import DealsSearchResponse

__all__ = ["DealsSearchResponse"]
