from xi_sdk_resellers.models.link import Link as QuoteSearchResponseQuotesInnerLinks

__all__ = ["QuoteSearchResponseQuotesInnerLinks"]
