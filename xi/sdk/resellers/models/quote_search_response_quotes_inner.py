from xi_sdk_resellers.models.quote_search_response import QuoteSearchResponseQuote as QuoteSearchResponseQuotesInner

__all__ = ["QuoteSearchResponseQuotesInner"]
