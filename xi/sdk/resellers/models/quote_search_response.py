from xi_sdk_resellers.models.quote_search_response import QuoteSearchResponse

__all__ = ["QuoteSearchResponse"]
