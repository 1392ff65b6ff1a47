from xi_sdk_resellers.models.deals_search_response import DealsSearchResponseDeal as DealsSearchResponseDealsInner

__all__ = ["DealsSearchResponseDealsInner"]
